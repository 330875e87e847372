import type { AppCommand, ArticleId } from '../../electron/api/index.ts';
import { quantity } from '../parts/words.ts';
import type { App } from './app.svelte.ts';
import { copy } from './clipboard.ts';
import { citedSummary } from './reading-citations.ts';

/** What these are about lies beneath an open dialog, where it is neither seen nor reached. */
const BENEATH: ReadonlySet<AppCommand> = new Set(['find', 'toggle-library', 'show-file', 'trash']);

/**
 * Does what a menu, a shortcut or the palette asks. A menu can ask at any time: where there is nothing to do it
 * to, that is said, and nothing else happens.
 */
export function runCommand(app: App, command: AppCommand): void {
  if (BENEATH.has(command)) app.dialogs.dismiss();
  switch (command) {
    case 'choose-library':
      if (app.host.canChooseLibrary) void app.attempts.make(() => app.host.chooseLibrary());
      return;
    case 'choose-files':
      return withLibrary(app, () => app.imports.chooseFiles());
    case 'rescan':
      return withLibrary(app, () => rescan(app));
    case 'find':
      return app.focusSearch();
    case 'toggle-library':
      return app.toggleLibrary();
    case 'palette':
    case 'keys':
      return app.dialogs.show(command);
    case 'export':
      return withReading(app, () => app.dialogs.show('export'));
    case 'print':
      return withReading(app, () => print(app));
    case 'copy-summary':
      return withReading(app, () => copySummary(app));
    case 'show-file':
      return withArticle(app, app.host.canShowInFolder, (id) => app.host.showInFolder(id));
    case 'undo':
      return void app.undo();
    case 'trash':
      return withArticle(app, app.host.canTrash, (id) => trash(app, id));
    case 'text-larger':
      return app.preferences.stepTextSize(1);
    case 'text-smaller':
      return app.preferences.stepTextSize(-1);
    case 'text-reset':
      return app.preferences.stepTextSize(0);
  }
}

/** The article of the column used last, unless its file has gone. */
export function shownArticle({ reading }: App): ArticleId | null {
  const id = reading.columns.active;
  return id === null || reading.isGone(id) ? null : id;
}

function withLibrary(app: App, work: () => Promise<void>): void {
  if (app.library.state) void work();
  else app.announce('No library is open.');
}

function withReading(app: App, work: () => unknown): void {
  if (app.exporting.isPossible) work();
  else app.announce('Nothing is open.');
}

function withArticle(app: App, can: boolean, work: (id: ArticleId) => Promise<void>): void {
  if (!can) return;
  const id = shownArticle(app);
  if (id === null) app.announce('No article is open.');
  else void app.attempts.make(() => work(id));
}

async function rescan({ library, announcer }: App): Promise<void> {
  await library.rescan();
  if (library.state && !library.error) {
    announcer.say(`The folder was looked through: ${quantity(library.state.articleCount, 'article')}.`);
  }
}

async function trash(app: App, id: ArticleId): Promise<void> {
  if (!(await app.host.trash(id))) return;
  await app.leaveTrashed(id);
}

async function copySummary(app: App): Promise<void> {
  const copied = await copy(citedSummary(app.reading));
  app.announce(copied ? 'The summary was copied.' : 'The summary could not be copied.');
}

/** Prints with the options last chosen; what goes wrong is said in the export dialog. */
async function print({ exporting, dialogs }: App): Promise<void> {
  await exporting.print();
  if (exporting.error) dialogs.show('export');
}
