import type { ArticleId, SentenceId } from '../../../electron/api/index.ts';
import type { Place } from '../../state/reading-memory.ts';
import type { Movement } from '../../state/reading-selection.svelte.ts';
import type { Scroller } from './scroller.ts';

/** Lines of room that a sentence in view keeps to the edges. */
const EDGE = 28;
/** Where a sentence is put that was out of view, as a share of the view's height. */
const LANDING = 0.2;
/** Text that was only estimated while out of view gets its real height later: a place is right when it stays for so many frames. */
const STILL_FRAMES = 3;
/** After so many frames it is left as it is. */
const MOST_FRAMES = 30;

interface Goal {
  readonly sentence: SentenceId;
  readonly offset: number;
  still: number;
  frames: number;
}

/** The columns on screen, moved together. */
export class Stage {
  readonly #scrollers = new Map<ArticleId, Scroller>();
  readonly #settling = new Map<ArticleId, Goal>();
  #frame = 0;

  /** Returns a function that takes the column away again. */
  enter(id: ArticleId, scroller: Scroller): () => void {
    this.#scrollers.set(id, scroller);
    return () => {
      if (this.#scrollers.get(id) === scroller) this.#scrollers.delete(id);
    };
  }

  scroller(id: ArticleId): Scroller | null {
    return this.#scrollers.get(id) ?? null;
  }

  /** Brings the best counterparts level with the sentence of the movement, all together. */
  level({ at, mode, focus }: Movement, counterparts: ReadonlyMap<ArticleId, SentenceId>): void {
    const source = this.#scrollers.get(at.articleId);
    const stands = source?.offsetOf(at.sentenceId);
    if (!source || stands === undefined || stands === null) return;
    const duration = this.#duration();
    const inView = stands >= EDGE / 4 && stands <= source.height - 2 * EDGE;
    const offset = mode === 'stay' || inView ? stands : Math.round(source.height * LANDING);
    const moves = new Map([...counterparts, [at.articleId, at.sentenceId] as const]);
    for (const [id, sentence] of moves) this.#scrollers.get(id)?.bring(sentence, offset, duration);
    this.#settle(moves, offset);
    if (focus) source.elementOf(at.sentenceId)?.focus({ preventScroll: true });
  }

  /** Puts a column that has just come level with a sentence in another. */
  join(id: ArticleId, sentence: SentenceId, at: Movement['at']): void {
    const source = this.#scrollers.get(at.articleId);
    const offset = source?.offsetOf(at.sentenceId);
    if (!source || offset === undefined || offset === null || offset < 0 || offset > source.height) return;
    this.#scrollers.get(id)?.bring(sentence, offset);
    this.#settle(new Map([[id, sentence]]), offset);
  }

  /** Puts a column back where it was. */
  restore(id: ArticleId, { sentenceId, offset }: Place): void {
    this.#scrollers.get(id)?.bring(sentenceId, offset);
    this.#settle(new Map([[id, sentenceId]]), offset);
  }

  /** The reader scrolls: from now on the column is where they want it. */
  release(id: ArticleId): void {
    this.#settling.delete(id);
  }

  /** Corrects the columns until they stay. What is asked of a column later ends what was asked before. */
  #settle(moves: ReadonlyMap<ArticleId, SentenceId>, offset: number): void {
    for (const [id, sentence] of moves) this.#settling.set(id, { sentence, offset, still: 0, frames: 0 });
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#correct());
  }

  #correct(): void {
    for (const [id, goal] of this.#settling) {
      const moved = this.#scrollers.get(id)?.bring(goal.sentence, goal.offset) ?? false;
      goal.still = moved ? 0 : goal.still + 1;
      goal.frames += 1;
      if (goal.still >= STILL_FRAMES || goal.frames >= MOST_FRAMES) this.#settling.delete(id);
    }
    this.#frame = this.#settling.size > 0 ? requestAnimationFrame(() => this.#correct()) : 0;
  }

  /** Milliseconds of a movement, by the theme: none where motion is reduced. */
  #duration(): number {
    return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--m-move')) || 0;
  }
}
