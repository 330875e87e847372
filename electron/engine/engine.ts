import {
  SynopticError,
  type Article,
  type ArticleId,
  type Events,
  type EventSource,
  type HostApi,
  type LibraryChange,
} from '../api/index.ts';
import { mark } from '../api/marks.ts';
import { articleOfSentence } from './documents/ids.ts';
import { readDocument } from './documents/read.ts';
import { Library, type LibraryOptions } from './library/library.ts';
import { OpenLibrary } from './open-library.ts';
import { LibraryCorrections } from './store/library-corrections.ts';
import { Store } from './store/store.ts';
import { StoryReader } from './story-reader.ts';

export interface EngineOptions {
  /** Folder to open at once. */
  readonly library?: string;
  /** Folder to keep in what the reader makes; without one, that holds until the engine is closed. */
  readonly dataFolder?: string | undefined;
  readonly watch?: Partial<Omit<LibraryOptions, 'read'>>;
  /** Told of what went wrong without a caller to tell, for the log. */
  readonly onError?: (where: string, thrown: unknown) => void;
}

/** The reader itself, as every host runs it. */
export interface Engine extends HostApi, EventSource {
  /** Ends soon: of an import under way, the files whose turn has not come are left out. */
  close(): Promise<void>;
}

export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  mark('engine-start');
  const listeners: { [E in keyof Events]: Set<(payload: Events[E]) => void> } = {
    opened: new Set(),
    changed: new Set(),
    corrected: new Set(),
  };
  const tell = <E extends keyof Events>(event: E, payload: Events[E]) => {
    for (const listener of listeners[event]) listener(payload);
  };
  const onError = (where: string, thrown: unknown) => options.onError?.(where, thrown);
  const store = new Store({ folder: options.dataFolder, onProblem: (problem) => onError('store', problem) });
  const corrections = new LibraryCorrections(store, {
    forget: () => reader.forget(),
    tell: (changed) => tell('corrected', changed),
    onError,
  });
  const reader = new StoryReader(() => corrections.current());
  let open: OpenLibrary | null = null;

  const current = (): OpenLibrary => {
    if (open) return open;
    throw new SynopticError('no-library', 'No library is open.', 'Open a folder of articles first.');
  };
  const articlesOf = (ids: readonly ArticleId[]): Article[] => ids.map((id) => current().article(id));

  /** Looks a library over once it is read, before anybody asks: a page is about to. */
  const lookOver = async (opened: OpenLibrary) => {
    try {
      await opened.library.settled();
      mark('library-read');
      if (open === opened) corrections.settled();
      if (open === opened) await opened.refresh();
    } catch (thrown) {
      onError('looking over the library', thrown);
    }
  };

  const openLibrary = async (path: string) => {
    const library = await Library.open(path, {
      ...options.watch,
      read: async (document) => {
        const result = await readDocument(document);
        if ('article' in result) mark('first-article-read');
        return result;
      },
    });
    mark('library-opened');
    const before = open;
    const opened = new OpenLibrary(library, (thrown) => onError('topics and stories', thrown));
    open = opened;
    corrections.opened(library);
    await before?.close();
    void lookOver(opened);
    library.onChange((change: LibraryChange) => {
      if (open !== opened) return;
      const corrected = corrections.follow(change);
      tell('changed', change);
      if (corrected) tell('corrected', corrected);
    });
    tell('opened', library.state());
    return library.state();
  };

  if (options.library !== undefined) await openLibrary(options.library);

  mark('engine-ready');
  return {
    openLibrary: ({ path }) => openLibrary(path),
    libraryState: async () => open?.library.state() ?? null,
    browse: async (request) => {
      const opened = current();
      await opened.refresh();
      return opened.browser().browse(request);
    },
    article: async ({ id }) => current().article(id),
    compare: async ({ articleIds }) => reader.compare(articlesOf(articleIds)),
    evidence: async ({ articleIds, a, b }) => reader.evidence(articlesOf(articleIds), a, b),
    corrections: async () => corrections.current(),
    dismiss: async (dismissal) => {
      const { library } = current();
      // A page may still show what is no longer there.
      articlesOf([...new Set(dismissal.sentenceIds.map(articleOfSentence))]);
      return corrections.dismiss(library, dismissal);
    },
    restore: async (dismissal) => corrections.restore(current().library, dismissal),
    correctDate: async ({ articleId, date }) => {
      const { library } = current();
      if (date !== null) current().article(articleId);
      return corrections.correctDate(library, articleId, date);
    },
    summarise: async ({ articleIds, budget }) => reader.summarise(articlesOf(articleIds), budget),
    brief: async (request) => reader.brief(articlesOf(request.articleIds), request, new Date().toISOString()),
    importFile: async (file) => current().library.importFile(file),
    importText: async (text) => current().library.importText(text),
    importPaths: async ({ paths }) => current().library.importPaths(paths),
    rescan: async () => {
      await current().library.rescan();
      return current().library.state();
    },
    absolutePath: async ({ id }) => current().library.absolutePath(id),
    on(event, listener) {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },
    async close() {
      open?.library.stopImports();
      await open?.close();
      open = null;
      corrections.close();
    },
  };
}
