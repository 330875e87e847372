import path from 'node:path';
import type { AnnotationsImport, ArticleId, Corrections } from '../../api/index.ts';
import { articlesIn, reverting } from '../store/corrections.ts';
import type { Store } from '../store/store.ts';
import { VERSION, parseFile, type AnnotationFile, type FileArticle } from './exchange-format.ts';
import { importing, type Counts } from './importing.ts';
import type { AnnotatedLibrary, Ledger } from './ledger.ts';
import { movedOps, type Op } from './ops.ts';
import { UNSAID, type AnnotationState } from './state.ts';
import type { UndoStack } from './undo.ts';
import { sortedTags } from './view.ts';

/** Everything the reader made in the open library, out of it and into it. */
export class Exchange {
  readonly #store: Store;
  readonly #ledger: Ledger;
  readonly #undo: UndoStack | undefined;
  readonly #corrected: () => void;

  /** @param corrected told once corrections were imported or that was taken back */
  constructor(store: Store, ledger: Ledger, undo: UndoStack | undefined, corrected: () => void) {
    this.#store = store;
    this.#ledger = ledger;
    this.#undo = undo;
    this.#corrected = corrected;
  }

  export(now: Date): string {
    const { library } = this.#ledger;
    const state = this.#ledger.fresh();
    if (!library || !state) return '';
    const corrections = this.#store.read(library.root);
    const file: AnnotationFile = {
      synopticAnnotations: VERSION,
      library: path.basename(library.root),
      madeAt: now.toISOString(),
      articles: this.#articles(library, state, corrections),
      dismissals: [...corrections.dismissed],
      dates: [...corrections.dates],
      storyCorrections: [...state.stories],
    };
    return `${JSON.stringify(file, null, 2)}\n`;
  }

  /**
   * One transaction: all of it or nothing.
   *
   * @returns with the articles that highlights came to, which have yet to be found in their texts
   * @throws SynopticError `invalid-argument`, `write-failed`
   */
  import(json: string): AnnotationsImport & { readonly articleIds: readonly ArticleId[] } {
    const file = parseFile(json);
    const { library } = this.#ledger;
    if (!library) return { added: 0, known: 0, waiting: 0, articleIds: [] };
    const { root, articles } = library;
    const before = this.#store.read(root);
    let counts: Counts = { added: 0, known: 0, waiting: 0 };
    let edited = before;
    const done = this.#store.together(() => {
      const committed = this.#store.annotations.change(root, (state) => {
        const made = importing(file, state, this.#store.read(root), articles);
        counts = made.counts;
        edited = made.corrections;
        return made.ops;
      });
      if (edited !== before) this.#store.change(root, () => edited, articles);
      return committed;
    });
    const ids = new Set(done ? this.#ledger.changed(done.ops) : []);
    if (edited !== before) this.#corrected();
    if (done || edited !== before) this.#push(root, done?.inverse ?? [], before, edited);
    return { ...counts, articleIds: [...ids] };
  }

  #push(root: string, inverse: readonly Op[], before: Corrections, after: Corrections): void {
    this.#undo?.push('Highlights, notes and tags imported', (now) => {
      const { library } = this.#ledger;
      if (library?.root !== root) return;
      const done = this.#store.together(() => {
        if (before !== after) this.#store.change(root, reverting(before, after, now), library.articles);
        return this.#store.annotations.change(root, () => movedOps(inverse, now));
      });
      if (done) this.#ledger.changed(done.ops);
      if (before !== after) this.#corrected();
    });
  }

  #articles(library: AnnotatedLibrary, state: AnnotationState, corrections: Corrections): FileArticle[] {
    const places = this.#store.places(library.root);
    const ids = new Set<ArticleId>([
      ...state.articles.keys(),
      ...[...state.highlights.values()].map(({ articleId }) => articleId),
      ...state.stories.flatMap(({ articleIds }) => articleIds),
      ...articlesIn(corrections),
    ]);
    const rows = [...ids].map((id): FileArticle => {
      const known = state.articles.get(id) ?? UNSAID;
      const titled = library.articles.get(id) ?? state.articles.get(id);
      const place = titled ?? places.get(id);
      return {
        id,
        path: place?.path ?? '',
        title: titled?.title ?? '',
        contentHash: place?.contentHash ?? '',
        tags: sortedTags(known.tags),
        starred: known.starred,
        read: known.read,
        highlights: [...state.highlightsOf(id)]
          .sort((a, b) => a.position - b.position)
          .map(({ quote, former, note, madeAt, changedAt }) => ({ quote, former, note, madeAt, changedAt })),
      };
    });
    return rows.sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
