import { shell } from 'electron';
import * as v from 'valibot';
import { HOST_METHODS, type ImportOutcome, type ShellTheme } from '../api/index.ts';
import { IPC } from '../api/ipc.ts';
import { notesRequest, pictureRequest, saveRequest } from '../api/schemas.ts';
import { printBrief, saveBrief, type BriefMaking } from './briefs.ts';
import { askForFiles, askForLibrary } from './dialogs.ts';
import type { EngineHost } from './engine-host.ts';
import { importFiles } from './importing.ts';
import { saveNotes } from './notes.ts';
import type { Answer } from './page-requests.ts';
import { savePicture } from './pictures.ts';
import { Trashed, askAndTrash } from './trash.ts';

const nothing = v.undefined();
const theme: v.GenericSchema<unknown, ShellTheme> = v.picklist(['system', 'light', 'dark']);

interface RequestOptions extends BriefMaking {
  readonly engine: EngineHost;
  readonly openLibrary: (path: string) => Promise<void>;
  readonly openSample: () => Promise<void>;
  readonly onTheme: (theme: ShellTheme) => void;
  readonly takeImported: () => readonly ImportOutcome[];
}

/** Everything the page may ask of main. */
export function setupRequests(answer: Answer, options: RequestOptions): void {
  const { engine } = options;
  const trashed = new Trashed();

  answer(IPC.connect, nothing, (_argument, page) => engine.connectPage(page));

  answer(IPC.importPaths, HOST_METHODS.importPaths.entries.paths, (paths) => importFiles(engine, paths));

  answer(IPC.chooseFiles, nothing, async () => {
    const paths = await askForFiles(options.window());
    return paths && importFiles(engine, paths);
  });

  answer(IPC.chooseLibrary, nothing, async () => {
    const path = await askForLibrary(options.window());
    if (path === null) return false;
    await options.openLibrary(path);
    return true;
  });

  answer(IPC.saveBrief, saveRequest, (request) => saveBrief(request, options));
  answer(IPC.printBrief, saveRequest, (request) => printBrief(request, options));

  answer(IPC.savePicture, pictureRequest, (request) => savePicture(request, options.window()));

  answer(IPC.saveNotes, notesRequest, (request) => saveNotes(request, options.window()));

  answer(IPC.showInFolder, HOST_METHODS.absolutePath, async (argument) => {
    shell.showItemInFolder(await engine.api.absolutePath(argument));
  });

  answer(IPC.trash, HOST_METHODS.absolutePath, async (argument) =>
    askAndTrash(options.window(), await engine.api.absolutePath(argument), trashed),
  );

  answer(IPC.undoTrash, nothing, () => trashed.putBack());

  answer(IPC.openSample, nothing, () => options.openSample());
  answer(IPC.setTheme, theme, (chosen) => options.onTheme(chosen));
  answer(IPC.takeImported, nothing, () => options.takeImported());
}
