import { app } from 'electron';
import { setupErrors } from './errors.ts';
import { givenPaths, ownArguments, type GivenPaths } from './given-paths.ts';
import { setupInstance } from './instance.ts';
import { setupNavigation } from './navigation.ts';
import { setupOfflineSwitches } from './offline.ts';
import { registerScheme } from './scheme.ts';
import { Shell } from './shell.ts';

let shell: Shell | null = null;
/** Paths that macOS hands over before Electron is ready. */
const early: GivenPaths[] = [];

setupErrors();
setupOfflineSwitches();
registerScheme();
setupNavigation();
app.enableSandbox();

if (setupInstance((given) => (shell ? shell.take(given) : early.push(given)))) {
  void app.whenReady().then(async () => {
    const named = givenPaths(ownArguments(process.argv, app.isPackaged), process.cwd());
    const all = [named, ...early];
    shell = new Shell();
    await shell.start({
      library: all.find(({ library }) => library !== null)?.library ?? null,
      files: all.flatMap(({ files }) => files),
    });
  });
} else {
  app.quit();
}
