import type { ArticleId, Citation, SentenceId } from '../../../electron/api/index.ts';
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

/** Where a sentence is to stand: so many pixels below the view's top, or level with one of another column. */
type Aim = number | Citation;

interface Goal {
  readonly sentence: SentenceId;
  readonly aim: Aim;
  still: number;
  frames: number;
}

/** The columns on screen, moved together. */
export class Stage {
  readonly #scrollers = new Map<ArticleId, Scroller>();
  readonly #settled = new Map<ArticleId, () => void>();
  readonly #settling = new Map<ArticleId, Goal>();
  /** Columns that the reader has moved since they were last brought level together. */
  readonly #released = new Set<ArticleId>();
  #frame = 0;

  /**
   * `settled` is called when the column has come to stand where it was brought, which need not have scrolled
   * it. Returns a function that takes the column away again.
   */
  enter(id: ArticleId, scroller: Scroller, settled: () => void): () => void {
    this.#scrollers.set(id, scroller);
    this.#settled.set(id, settled);
    this.#released.delete(id);
    return () => {
      if (this.#scrollers.get(id) !== scroller) return;
      this.#scrollers.delete(id);
      this.#settled.delete(id);
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
    this.#released.clear();
    const duration = this.#duration();
    const inView = stands >= EDGE / 4 && stands <= source.height - 2 * EDGE;
    const offset = mode === 'stay' || inView ? stands : Math.round(source.height * LANDING);
    const moves = new Map([...counterparts, [at.articleId, at.sentenceId] as const]);
    for (const [id, sentence] of moves) this.#scrollers.get(id)?.bring(sentence, offset, duration);
    this.#settle(moves, offset);
    if (focus) source.elementOf(at.sentenceId)?.focus({ preventScroll: true });
  }

  /**
   * Puts a column that has just come level with a sentence in another, if that stays in view and the reader has
   * not moved the column meanwhile.
   */
  join(id: ArticleId, sentence: SentenceId, at: Citation): void {
    if (this.#released.has(id)) return;
    // Not yet: a column that unfolds makes its neighbours narrower, and they first come back to their places.
    this.#settle(new Map([[id, sentence]]), at);
  }

  /** Puts a column back where it was; where its view has become too low for that, as far down as can be read. */
  restore(id: ArticleId, { sentenceId, offset }: Place): void {
    const scroller = this.#scrollers.get(id);
    // One that is just coming level with another is not to go back to where it was before that.
    if (!scroller || typeof this.#settling.get(id)?.aim === 'object') return;
    const within = Math.min(offset, Math.max(EDGE, scroller.height - 2 * EDGE));
    scroller.bring(sentenceId, within);
    this.#settle(new Map([[id, sentenceId]]), within);
  }

  /** The reader scrolls: from now on the column is where they want it. */
  release(id: ArticleId): void {
    this.#settling.delete(id);
    this.#released.add(id);
  }

  /** Corrects the columns until they stay. What is asked of a column later ends what was asked before. */
  #settle(moves: ReadonlyMap<ArticleId, SentenceId>, aim: Aim): void {
    for (const [id, sentence] of moves) this.#settling.set(id, { sentence, aim, still: 0, frames: 0 });
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#correct());
  }

  #correct(): void {
    for (const [id, goal] of this.#settling) {
      const offset = this.#offset(goal.aim);
      const moved = offset !== null && (this.#scrollers.get(id)?.bring(goal.sentence, offset) ?? false);
      // While what it is to be level with is out of view, it has not come to rest.
      goal.still = moved || offset === null ? 0 : goal.still + 1;
      goal.frames += 1;
      if (goal.still < STILL_FRAMES && goal.frames < MOST_FRAMES) continue;
      this.#settling.delete(id);
      this.#settled.get(id)?.();
    }
    this.#frame = this.#settling.size > 0 ? requestAnimationFrame(() => this.#correct()) : 0;
  }

  #offset(aim: Aim): number | null {
    if (typeof aim === 'number') return aim;
    const other = this.#scrollers.get(aim.articleId);
    const offset = other?.offsetOf(aim.sentenceId) ?? null;
    return other && offset !== null && offset >= 0 && offset <= other.height ? offset : null;
  }

  /** Milliseconds of a movement, by the theme: none where motion is reduced. */
  #duration(): number {
    return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--m-move')) || 0;
  }
}
