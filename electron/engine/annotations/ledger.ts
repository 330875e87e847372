import type { AnnotationsChange, Article, ArticleId, StoryCorrection } from '../../api/index.ts';
import type { ArticleRecord } from '../library/record.ts';
import type { Store } from '../store/store.ts';
import { ArticleLabels, type Labels } from './article-labels.ts';
import { changedBetween } from './changed-between.ts';
import { articlesOf, movedOps, type Op } from './ops.ts';
import type { AnnotationState } from './state.ts';
import type { UndoStack } from './undo.ts';
import { annotationsOf, type There } from './view.ts';

/** The library that is open, as far as annotations need it. */
export interface AnnotatedLibrary {
  /** The folder, as a real path. */
  readonly root: string;
  readonly articles: ReadonlyMap<ArticleId, ArticleRecord>;
  /** @throws SynopticError `unknown-article` */
  readonly article: (id: ArticleId) => Promise<Article>;
}

/** Makes the steps of a change out of what is kept. It may be called twice. */
export type Steps = (state: AnnotationState) => readonly Op[];

/** What became of a change. */
export interface Done {
  readonly state: AnnotationState;
  readonly ops: readonly Op[];
  readonly articleIds: ReadonlySet<ArticleId>;
}

/** What is kept of the open library, who is told of its changes, and how they are taken back. */
export class Ledger {
  readonly #store: Store;
  readonly #undo: UndoStack | undefined;
  readonly #parser: string;
  readonly #labels = new ArticleLabels();
  readonly #listeners = new Set<(change: AnnotationsChange) => void>();
  readonly #storyListeners = new Set<(corrections: readonly StoryCorrection[]) => void>();
  #library: AnnotatedLibrary | null = null;
  /** As last seen by whoever is told. */
  #state: AnnotationState | null = null;
  #stories: readonly StoryCorrection[] = [];
  /** All articles of the library are known. */
  settled = false;

  /** @param parser the version of what cuts texts into sentences */
  constructor(store: Store, undo: UndoStack | undefined, parser: string) {
    this.#store = store;
    this.#undo = undo;
    this.#parser = parser;
  }

  get library(): AnnotatedLibrary | null {
    return this.#library;
  }

  get parser(): string {
    return this.#parser;
  }

  open(library: AnnotatedLibrary | null): void {
    this.#library = library;
    this.#state = null;
    this.#stories = [];
    this.#labels.clear();
    this.settled = false;
  }

  /** As last looked at, without looking into the file again. */
  get known(): AnnotationState | null {
    return this.#state ?? this.fresh();
  }

  /** As it is now, whoever changed it; null where no library is open. */
  fresh(): AnnotationState | null {
    if (!this.#library) return null;
    const [before, now] = [this.#state, this.#store.annotations.read(this.#library.root)];
    if (before === now) return now;
    this.#state = now;
    this.#labels.clear();
    if (before) this.tell(changedBetween(before, now));
    this.#tellStories(now, before !== null);
    return now;
  }

  /**
   * Makes a change and tells of it.
   *
   * @param label what can be taken back then; without one, it is nothing of the reader's
   * @returns null where there was nothing to change
   * @throws SynopticError `write-failed`: nothing has changed then.
   */
  commit(steps: Steps, label?: (ops: readonly Op[]) => string | null): Done | null {
    const library = this.#library;
    if (!library) return null;
    this.fresh();
    const committed = this.#store.annotations.change(library.root, (state) =>
      this.#withPlaces(state, steps(state)),
    );
    if (!committed) return null;
    const { state, ops, inverse } = committed;
    const said = label?.(ops) ?? null;
    if (said !== null) this.#undo?.push(said, this.takingBack(library.root, inverse));
    return { state, ops, articleIds: this.changed(ops) };
  }

  /** What takes steps back: it takes these instead. */
  takingBack(root: string, inverse: readonly Op[]): (now: (id: ArticleId) => ArticleId) => void {
    return (now) => {
      if (this.#library?.root !== root) return;
      this.commit(() => movedOps(inverse, now));
      this.afterUndo(inverse.flatMap((op) => (op.kind === 'highlight' ? [now(op.highlight.articleId)] : [])));
    };
  }

  /** Told of articles whose highlights came back: their texts may have changed meanwhile. */
  afterUndo: (articleIds: readonly ArticleId[]) => void = () => undefined;

  /** To be called with steps that were taken. */
  changed(ops: readonly Op[]): Set<ArticleId> {
    const before = this.#state;
    const now = this.#library ? this.#store.annotations.read(this.#library.root) : null;
    this.#state = now;
    const ids = articlesOf(ops);
    if (before && now && before !== now) {
      // Another process wrote between the look before and the change.
      this.#labels.clear();
      for (const id of changedBetween(before, now)) ids.add(id);
    }
    this.tell(ids);
    if (now) this.#tellStories(now, true);
    return ids;
  }

  /** Tells what is said of these articles now. */
  tell(ids: ReadonlySet<ArticleId>): void {
    this.#labels.forget(ids);
    if (ids.size === 0 || !this.#state || this.#listeners.size === 0) return;
    const change = { articleIds: [...ids], ...annotationsOf(this.#state, this.there(), ids) };
    for (const listener of this.#listeners) listener(change);
  }

  there(): There {
    const articles = this.#library?.articles;
    return { article: (id) => articles?.get(id), all: this.settled };
  }

  labelsOf(id: ArticleId): Labels | null {
    const state = this.known;
    return state && this.#labels.of(state, id);
  }

  onChange(listener: (change: AnnotationsChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onStories(listener: (corrections: readonly StoryCorrection[]) => void): () => void {
    this.#storyListeners.add(listener);
    return () => this.#storyListeners.delete(listener);
  }

  #tellStories(now: AnnotationState, told: boolean): void {
    const same = JSON.stringify(this.#stories) === JSON.stringify(now.stories);
    this.#stories = now.stories;
    if (!same && told) for (const listener of this.#storyListeners) listener(now.stories);
  }

  /** Of articles that something is said of for the first time, where they are comes first. */
  #withPlaces(state: AnnotationState, ops: readonly Op[]): readonly Op[] {
    const noted = new Set(ops.flatMap((op) => (op.kind === 'seen' ? [op.articleId] : [])));
    const said = new Set(articlesOf(ops.filter(({ kind }) => kind !== 'move' && kind !== 'remove')));
    for (const op of ops)
      if (op.kind === 'stories')
        for (const { articleIds } of op.corrections) articleIds.forEach((id) => said.add(id));
    const missing = [...said].filter((id) => !state.articles.has(id) && !noted.has(id));
    const places = missing.map((articleId): Op => {
      const { path = '', title = '', contentHash = '' } = this.#library?.articles.get(articleId) ?? {};
      return { kind: 'seen', articleId, seen: { path, title, contentHash, parser: this.#parser } };
    });
    return [...places, ...ops];
  }
}
