import type { SentenceId } from '../../../electron/api/index.ts';
import type { Place } from '../../state/reading-memory.ts';

/** A column's text: finds its sentences on screen and moves it. Distances are CSS pixels. */
export class Scroller {
  readonly #view: HTMLElement;
  readonly #page: HTMLElement;
  #slack = { start: 0, end: 0 };

  /** `page` is the one child of `view`, which scrolls. */
  constructor(view: HTMLElement, page: HTMLElement) {
    this.#view = view;
    this.#page = page;
  }

  get height(): number {
    return this.#view.clientHeight;
  }

  elementOf(id: SentenceId): HTMLElement | null {
    return this.#page.querySelector<HTMLElement>(`[data-s="${CSS.escape(id)}"]`);
  }

  /** From the top of the view down to the sentence's first line; null where the column has no such sentence. */
  offsetOf(id: SentenceId): number | null {
    const element = this.elementOf(id);
    if (!element) return null;
    // The text's own box: the padding of a selected sentence must not count.
    const range = document.createRange();
    range.selectNodeContents(element);
    const line = range.getClientRects()[0] ?? element.getBoundingClientRect();
    return line.top - this.#view.getBoundingClientRect().top - this.#drift();
  }

  /**
   * Moves the text so that the sentence stands at this offset; blank space makes up what the text lacks.
   * Returns whether it had to move.
   */
  bring(id: SentenceId, offset: number, duration = 0): boolean {
    const now = this.offsetOf(id);
    if (now === null || Math.abs(now - offset) < 0.5) return false;
    const view = this.#view;
    const wanted = view.scrollTop + (now - offset) - this.#slack.start;
    const furthest = view.scrollHeight - this.#slack.start - this.#slack.end - view.clientHeight;
    this.#setSlack(Math.max(0, Math.ceil(-wanted)), Math.max(0, Math.ceil(wanted - Math.max(0, furthest))));
    view.scrollTop = wanted + this.#slack.start;
    if (duration > 0) this.#glide(now - offset, duration);
    return true;
  }

  /**
   * What the text is held by when it is set anew: this sentence if it starts in the view, else the first that
   * does.
   */
  place(preferred: SentenceId | null): Place | null {
    const { top } = this.#view.getBoundingClientRect();
    const stands = preferred && this.offsetOf(preferred);
    if (preferred && stands !== null && stands >= 0 && stands < this.height) {
      return { sentenceId: preferred, offset: stands };
    }
    const blocks = this.#page.querySelectorAll<HTMLElement>('[data-b]');
    // Blocks stand below one another, so the first that reaches into the view is found by halving.
    let [low, high] = [0, blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) <= top) low = middle + 1;
      else high = middle;
    }
    for (const block of [...blocks].slice(low, low + 2)) {
      for (const element of block.querySelectorAll<HTMLElement>('[data-s]')) {
        const sentenceId = element.dataset['s'] as SentenceId;
        const offset = this.offsetOf(sentenceId);
        if (offset !== null && offset >= 0) return { sentenceId, offset };
      }
    }
    return null;
  }

  /** The text arrives from where it stood. Only the last screenful of the way is shown. */
  #glide(distance: number, duration: number): void {
    const far = this.#view.clientHeight;
    const from = Math.max(-far, Math.min(far, distance));
    const easing = getComputedStyle(this.#view).getPropertyValue('--ease') || 'ease-out';
    for (const animation of this.#page.getAnimations()) animation.cancel();
    this.#page.animate([{ transform: `translateY(${from}px)` }, { transform: 'none' }], { duration, easing });
  }

  /** How far a glide under way still holds the text from its place. */
  #drift(): number {
    if (this.#page.getAnimations().length === 0) return 0;
    return new DOMMatrixReadOnly(getComputedStyle(this.#page).transform).m42;
  }

  #setSlack(start: number, end: number): void {
    this.#slack = { start, end };
    this.#page.style.setProperty('--slack-start', `${start}px`);
    this.#page.style.setProperty('--slack-end', `${end}px`);
  }
}
