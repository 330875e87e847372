import type { Article, ArticleId, LibraryChange } from '../../api/index.ts';
import { anchoring, seeing } from './anchoring.ts';
import { findByQuotes } from './find-by-quotes.ts';
import type { AnnotatedLibrary, Ledger } from './ledger.ts';
import { movedFrom, movesFor } from './moved.ts';
import type { Move, Op } from './ops.ts';
import type { AnnotationState } from './state.ts';
import type { UndoStack } from './undo.ts';

export type Followed = Pick<LibraryChange, 'renamed'> &
  Partial<Pick<LibraryChange, 'added' | 'changed' | 'removed'>>;

/** Takes what is kept along with the articles: to other names, and to the places that quotes have in new texts. */
export class Following {
  readonly #ledger: Ledger;
  readonly #undo: UndoStack | undefined;
  readonly #onError: (where: string, thrown: unknown) => void;
  /** One text after the other: a later one has the last word. */
  #anchored: Promise<void> = Promise.resolve();
  readonly #waiting = new Set<ArticleId>();

  constructor(
    ledger: Ledger,
    undo: UndoStack | undefined,
    onError: (where: string, thrown: unknown) => void,
  ) {
    this.#ledger = ledger;
    this.#undo = undo;
    this.#onError = onError;
  }

  /** Resolves once every text that is known to have changed has been gone through. */
  idle(): Promise<void> {
    return this.#anchored;
  }

  /** To be called before anybody else is told of the change. */
  follow({ renamed, added = [], changed = [], removed = [] }: Followed): void {
    this.#undo?.renamed(renamed);
    const { library, settled } = this.#ledger;
    if (!library) return;
    this.#quietly(() => {
      const state = this.#ledger.fresh();
      if (!state || state.articles.size === 0) return;
      this.#move(library, renamed);
      // What came back under another name, or was waited for.
      const returned = settled && added.length > 0 ? this.#returned(state, library, added) : [];
      if (returned.length > 0) this.#undo?.renamed(returned);
      this.#move(library, returned);
      const known = (id: ArticleId) => state.articles.has(id);
      const present = [...added, ...changed, ...[...renamed, ...returned].map(({ to }) => to)].filter(known);
      this.#see(library, present);
      if (settled) this.#ledger.tell(new Set([...removed, ...added].filter(known)));
    });
  }

  /** Once all articles are known: finds again what was renamed or edited while the library was closed. */
  async settled(): Promise<void> {
    const { library } = this.#ledger;
    if (!library || this.#ledger.settled) return;
    const still = () => this.#ledger.library === library;
    this.#ledger.settled = true;
    this.#quietly(() => {
      const state = this.#ledger.fresh();
      if (!state) return;
      this.#move(library, movedFrom(state, library.articles));
      this.#see(library, [...state.articles.keys()]);
      this.#ledger.tell(gone(state, library));
    });
    try {
      const state = this.#ledger.fresh();
      const found = state ? await findByQuotes(state, library, still) : [];
      if (found.length > 0 && still()) {
        this.#undo?.renamed(found);
        this.#quietly(() => {
          this.#move(library, found);
          this.#see(
            library,
            found.map(({ to }) => to),
          );
        });
      }
    } catch (thrown) {
      this.#onError('annotations', thrown);
    }
    await this.idle();
  }

  /** Goes through these texts again, if something is marked in them. */
  anchor(ids: Iterable<ArticleId>): void {
    for (const id of ids) this.#waiting.add(id);
    if (this.#waiting.size === 0) return;
    this.#anchored = this.#anchored.then(() => this.#anchorAll());
  }

  #returned(state: AnnotationState, library: AnnotatedLibrary, added: readonly ArticleId[]): Move[] {
    const fresh = new Set(added);
    return movedFrom(state, library.articles).filter(
      ({ from, to }) => fresh.has(to) && !library.articles.has(from),
    );
  }

  #move(library: AnnotatedLibrary, renamed: readonly Move[]): void {
    if (renamed.length === 0) return;
    this.#ledger.commit((state) => {
      const moves = movesFor(state, renamed);
      const stories = state.stories.some(({ articleIds }) =>
        renamed.some(({ from }) => articleIds.includes(from)),
      );
      if (moves.length === 0 && !stories) return [];
      const seen = moves.flatMap(({ to }): Op[] => {
        const now = library.articles.get(to);
        const from = moves.find((move) => move.to === to)?.from;
        const before = from === undefined ? undefined : state.articles.get(from);
        // The text that its highlights are known to stand in stays the one it was.
        if (!now || !before) return [];
        const { path, title } = now;
        return [{ kind: 'seen', articleId: to, seen: { ...before, path, title } }];
      });
      return [{ kind: 'move', moves }, ...seen];
    });
  }

  /** Notes where articles are now, and goes through the texts of those that are not as they were. */
  #see(library: AnnotatedLibrary, ids: readonly ArticleId[]): void {
    const { parser } = this.#ledger;
    const marked: ArticleId[] = [];
    this.#ledger.commit((state) =>
      ids.flatMap((id): Op[] => {
        const [known, now] = [state.articles.get(id), library.articles.get(id)];
        if (!known || !now) return [];
        const text = known.contentHash === now.contentHash && known.parser === parser;
        if (text || !state.hasHighlights(id)) {
          const { path, title, contentHash } = now;
          return seeing(state, { path, title, contentHash, parser }, id);
        }
        marked.push(id);
        return [];
      }),
    );
    this.anchor(marked);
  }

  async #anchorAll(): Promise<void> {
    const { library, parser } = this.#ledger;
    for (const id of this.#waiting) {
      this.#waiting.delete(id);
      if (!library || this.#ledger.library !== library || !library.articles.has(id)) continue;
      try {
        const article: Article = await library.article(id);
        if (this.#ledger.library !== library) return;
        this.#ledger.commit((state) => (state.hasHighlights(id) ? anchoring(state, article, parser) : []));
      } catch (thrown) {
        // One that went meanwhile is looked for when it comes back.
        if (library.articles.has(id)) this.#onError('annotations', thrown);
      }
    }
  }

  #quietly(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      this.#onError('annotations', thrown);
    }
  }
}

/** Articles with highlights that are not in the library: now that all are known, these have no place. */
function gone(state: AnnotationState, library: AnnotatedLibrary): Set<ArticleId> {
  return new Set(
    [...state.articles.keys()].filter((id) => !library.articles.has(id) && state.hasHighlights(id)),
  );
}
