import { app } from 'electron';
import * as v from 'valibot';
import { givenPaths, ownArguments, together, type GivenPaths } from './given-paths.ts';

/**
 * What a second start tells the first. Chromium hands over the arguments too, but in another order and with
 * switches of its own among them.
 */
const handover = v.object({ arguments: v.array(v.string()), folder: v.string() });
type Handover = v.InferOutput<typeof handover>;

/** What this start was given. */
export function startedWith(): GivenPaths {
  return givenPaths(ownArguments(process.argv, app.isPackaged), process.cwd());
}

/**
 * Makes this the only Synoptic that runs. Paths given to a second one, or opened with Synoptic in the
 * system's file manager, arrive at `onPaths`.
 *
 * @returns false where another one runs already: it has been told, and this one is to quit.
 */
export function setupInstance(onPaths: (paths: GivenPaths) => void): boolean {
  const mine: Handover = {
    arguments: [...ownArguments(process.argv, app.isPackaged)],
    folder: process.cwd(),
  };
  if (!app.requestSingleInstanceLock(mine)) return false;
  app.on('second-instance', (_event, argv, workingDirectory, data) => {
    const theirs = v.safeParse(handover, data);
    onPaths(
      theirs.success
        ? givenPaths(theirs.output.arguments, theirs.output.folder)
        : givenPaths(ownArguments(argv, app.isPackaged), workingDirectory),
    );
  });
  setupOpenFile(onPaths);
  return true;
}

/** macOS tells of several files one by one, in one go; and of those it was started with before it is ready. */
function setupOpenFile(onPaths: (paths: GivenPaths) => void): void {
  let waiting: GivenPaths[] = [];
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (waiting.length === 0) {
      setImmediate(() => {
        const all = together(waiting);
        waiting = [];
        onPaths(all);
      });
    }
    waiting.push(givenPaths([path], '/'));
  });
}
