import { app } from 'electron';
import { givenPaths, ownArguments, type GivenPaths } from './given-paths.ts';

/**
 * Makes this the only Synoptic that runs. Paths given to a second one, or opened with Synoptic in the
 * system's file manager, arrive at `onPaths`.
 *
 * @returns false where another one runs already: it has been told, and this one is to quit.
 */
export function setupInstance(onPaths: (paths: GivenPaths) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, workingDirectory) => {
    onPaths(givenPaths(ownArguments(argv, app.isPackaged), workingDirectory));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    onPaths(givenPaths([path], '/'));
  });
  return true;
}
