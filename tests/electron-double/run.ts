import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, appDouble } from './app.ts';
import { chromiumSwitches } from './command-line.ts';
import { debuggingAddress, startChromium } from './chromium.ts';
import { listenToControl, tellChromium } from './control.ts';
import { giveElectron } from './hooks.ts';
import { identify } from './identity.ts';

/**
 * node run.ts [SWITCHES] APP [ARGUMENTS]: what the program `electron` is for an app that is not packaged.
 *
 * https://www.electronjs.org/docs/latest/tutorial/application-debugging, and `ready`, `will-finish-launching`
 * of https://www.electronjs.org/docs/latest/api/app
 */
async function run(): Promise<void> {
  // Electron's own: the program, then everything as it was given.
  process.argv.splice(1, 1);
  const appPath = process.argv.slice(1).find((arg) => !arg.startsWith('-'));
  if (appPath === undefined) throw new Error('electron double: name the folder of an app');
  const root = path.resolve(appPath);
  const { main = 'index.js' } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    main?: string;
  };
  identify('browser');
  appDouble.load(root);
  giveElectron();
  listenToControl();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

  // An entry that is an ES module is waited for before `ready`:
  // https://www.electronjs.org/docs/latest/tutorial/esm#main-process
  await import(pathToFileURL(path.join(root, main)).href);
  if (appDouble.isEnding) return;
  app.emit('will-finish-launching', {});
  await startChromium({ switches: chromiumSwitches(), userData: app.getPath('userData') });
  if (appDouble.isEnding) return;
  tellChromium(debuggingAddress());
  appDouble.becomeReady();
}

await run();
