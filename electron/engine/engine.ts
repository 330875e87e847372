import {
  SynopticError,
  type Article,
  type ArticleId,
  type Events,
  type EventSource,
  type HostApi,
  type LibraryChange,
  type LibraryState,
} from '../api/index.ts';
import { mark } from '../api/marks.ts';
import { LibraryAnnotations } from './annotations/library-annotations.ts';
import { UndoStack } from './annotations/undo.ts';
import { SKETCH_VERSION } from './derived.ts';
import { articleOfSentence } from './documents/ids.ts';
import { PARSER_VERSION } from './documents/parser-version.ts';
import { Library, type LibraryOptions } from './library/library.ts';
import { poolReader } from './library/reader.ts';
import { OpenLibrary } from './open-library.ts';
import { WorkerPool } from './pool/pool.ts';
import { LibraryCorrections } from './store/library-corrections.ts';
import { Store } from './store/store.ts';
import { StoryReader } from './story-reader.ts';

export interface EngineOptions {
  /** Folder to open at once. */
  readonly library?: string;
  /** Folder to keep in what the reader makes; without one, that holds until the engine is closed. */
  readonly dataFolder?: string | undefined;
  readonly watch?: Partial<Omit<LibraryOptions, 'reader' | 'dataFolder' | 'sketchVersion' | 'onRead'>>;
  /** Workers at most; by default as many as there are cores, and four. */
  readonly workers?: number | undefined;
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
    annotated: new Set(),
    undoable: new Set(),
  };
  const tell = <E extends keyof Events>(event: E, payload: Events[E]) => {
    for (const listener of listeners[event]) listener(payload);
  };
  const onError = (where: string, thrown: unknown) => options.onError?.(where, thrown);
  const pool = new WorkerPool(options.workers === undefined ? {} : { size: options.workers });
  pool.warm();
  const store = new Store({ folder: options.dataFolder, onProblem: (problem) => onError('store', problem) });
  const undo = new UndoStack((next) => tell('undoable', next));
  const corrections = new LibraryCorrections(
    store,
    { forget: () => reader.forget(), tell: (changed) => tell('corrected', changed), onError },
    undo,
  );
  const annotations = new LibraryAnnotations(store, {
    undo,
    corrections,
    onError,
    parserVersion: PARSER_VERSION,
  });
  const reader = new StoryReader(() => corrections.current());
  let open: OpenLibrary | null = null;

  annotations.onChange((change) => {
    const opened = open;
    void opened?.annotated(change.articleIds).catch((thrown: unknown) => onError('labels', thrown));
    tell('annotated', change);
  });
  annotations.onStories(() => open?.regrouped());

  const current = (): OpenLibrary => {
    if (open) return open;
    throw new SynopticError('no-library', 'No library is open.', 'Open a folder of articles first.');
  };
  const articlesOf = (ids: readonly ArticleId[]): Promise<Article[]> => {
    const opened = current();
    return Promise.all(ids.map((id) => opened.article(id)));
  };
  /** With what is to be known of the reader's own data, too. */
  const toldState = (state: LibraryState): LibraryState => {
    const notices = store.notices();
    return notices.length === 0 ? state : { ...state, notices: [...notices, ...state.notices] };
  };

  /** An article that is still to be read, be it after a pause, must not be taken for one that is gone. */
  const allRead = async (library: Library) => {
    await library.settled();
    while (open?.library === library && library.state().progress) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const off = library.onChange(() => resolve(undefined));
      await promise;
      off();
      await library.settled();
    }
  };

  /** Looks a library over once it is read, before anybody asks: a page is about to. */
  const lookOver = async (opened: OpenLibrary) => {
    try {
      await allRead(opened.library);
      mark('library-read');
      if (open !== opened) return;
      corrections.settled();
      await annotations.settled();
      if (open === opened) await opened.refresh();
    } catch (thrown) {
      onError('looking over the library', thrown);
    }
  };

  const openLibrary = async (path: string) => {
    const read: { opened: OpenLibrary | null; early: Parameters<OpenLibrary['put']>[] } = {
      opened: null,
      early: [],
    };
    const library = await Library.open(path, {
      ...options.watch,
      reader: poolReader(pool),
      dataFolder: options.dataFolder,
      sketchVersion: SKETCH_VERSION,
      onRead: (...article) => {
        mark('first-article-read');
        if (read.opened) read.opened.put(...article);
        else read.early.push(article);
      },
      onError,
    });
    mark('library-opened');
    const before = open;
    undo.clear();
    corrections.opened(library);
    annotations.opened({
      root: library.root,
      articles: library.articles,
      article: (id) => library.article(id),
    });
    const opened = new OpenLibrary({
      library,
      pool,
      annotations,
      onError: (thrown) => onError('topics and stories', thrown),
    });
    read.opened = opened;
    for (const article of read.early) opened.put(...article);
    open = opened;
    await before?.close();
    void lookOver(opened);
    library.onChange((change: LibraryChange) => {
      if (open !== opened) return;
      undo.renamed(change.renamed);
      annotations.follow(change);
      const corrected = corrections.follow(change);
      opened.follow(change);
      tell('changed', { ...change, state: toldState(change.state) });
      if (corrected) tell('corrected', corrected);
    });
    const state = toldState(library.state());
    tell('opened', state);
    return state;
  };

  if (options.library !== undefined) await openLibrary(options.library);

  mark('engine-ready');
  return {
    openLibrary: ({ path }) => openLibrary(path),
    libraryState: async () => (open ? toldState(open.library.state()) : null),
    browse: async (request) => {
      const opened = current();
      await opened.refresh();
      annotations.look();
      return opened.browser().browse(request);
    },
    article: async ({ id }) => current().article(id),
    compare: async ({ articleIds }) => reader.compare(await articlesOf(articleIds)),
    evidence: async ({ articleIds, a, b }) => reader.evidence(await articlesOf(articleIds), a, b),
    corrections: async () => corrections.current(),
    dismiss: async (dismissal) => {
      const { library } = current();
      // A page may still show what is no longer there.
      await articlesOf([...new Set(dismissal.sentenceIds.map(articleOfSentence))]);
      return corrections.dismiss(library, dismissal);
    },
    restore: async (dismissal) => corrections.restore(current().library, dismissal),
    correctDate: async ({ articleId, date }) => {
      const { library } = current();
      if (date !== null) await current().article(articleId);
      return corrections.correctDate(library, articleId, date);
    },
    summarise: async ({ articleIds, budget }) => reader.summarise(await articlesOf(articleIds), budget),
    brief: async (request) => {
      const { articleIds, parts } = request;
      const notes = parts.notes ? annotations.annotations({ articleIds }) : undefined;
      return reader.brief(await articlesOf(articleIds), request, new Date().toISOString(), notes);
    },
    importFile: async (file) => current().library.importFile(file),
    importText: async (text) => current().library.importText(text),
    importPaths: async ({ paths }) => current().library.importPaths(paths),
    rescan: async () => {
      await current().library.rescan();
      return toldState(current().library.state());
    },
    pause: async ({ paused }) => toldState(current().library.pause(paused)),
    absolutePath: async ({ id }) => current().library.absolutePath(id),
    annotations: async (which) => annotations.annotations(which),
    tag: async (tagging) => annotations.tag(tagging),
    renameTag: async (renaming) => annotations.renameTag(renaming),
    star: async (starring) => annotations.star(starring),
    markRead: async (marking) => annotations.markRead(marking),
    highlight: async (highlighting) => annotations.highlight(highlighting),
    changeNote: async (noting) => annotations.changeNote(noting),
    removeHighlight: async (which) => annotations.removeHighlight(which),
    correctStories: async (correction) => annotations.correctStories(correction),
    undo: async () => undo.undo(),
    exportAnnotations: async () => annotations.exportAnnotations(),
    importAnnotations: async (given) => annotations.importAnnotations(given),
    on(event, listener) {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },
    async close() {
      open?.library.stopImports();
      await open?.close();
      open = null;
      annotations.opened(null);
      corrections.close();
      await pool.close();
    },
  };
}
