import { mark } from './marks.ts';
import { app } from 'electron';
import { setupContextMenu } from './context-menu.ts';
import { setupErrors } from './errors.ts';
import { together, type GivenPaths } from './given-paths.ts';
import { setupInstance, startedWith } from './instance.ts';
import { openLog } from './log.ts';
import { setupNavigation } from './navigation.ts';
import { setupOfflineSwitches } from './offline.ts';
import { PLACES } from './places.ts';
import { isSandboxed, setupSandbox } from './sandbox.ts';
import { registerScheme } from './scheme.ts';
import { Shell } from './shell.ts';

let shell: Shell | null = null;
/** Paths that macOS hands over before Electron is ready. */
const early: GivenPaths[] = [];

setupErrors();
setupOfflineSwitches();
registerScheme();
setupNavigation();
setupContextMenu();
setupSandbox();

if (setupInstance((given) => (shell ? shell.take(given) : early.push(given)))) {
  void app.whenReady().then(async () => {
    mark('ready');
    openLog(PLACES.logs());
    if (!(await isSandboxed())) return app.quit();
    shell = new Shell();
    await shell.start(together([startedWith(), ...early]));
  });
} else {
  app.quit();
}
