import type { ArticleId, Citation, SentenceId } from '../../electron/api/index.ts';

/**
 * What the columns are to do about the selection. `stay`: its sentence is where the reader looks, the others
 * come to it. `bring`: it first comes into view itself.
 */
export interface Movement {
  readonly at: Citation;
  readonly mode: 'stay' | 'bring';
  /** Whether the keyboard's focus goes to the sentence. */
  readonly focus: boolean;
}

/** The one sentence that is selected, and what the pointer or the focus only touches. */
export class Selection {
  readonly #changed: () => void;
  #selected = $state.raw<Citation | null>(null);
  #hovered = $state.raw<Citation | null>(null);
  #previewed = $state.raw<Citation | null>(null);
  #movement = $state.raw<Movement | null>(null);
  #visited: Citation | null = null;

  /** `changed`: called when the reader selects or clears. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get selected(): Citation | null {
    return this.#selected;
  }

  /** The sentence under the pointer. */
  get hovered(): Citation | null {
    return this.#hovered;
  }

  /** The sentence behind the letter under the pointer, shown at the foot. */
  get previewed(): Citation | null {
    return this.#previewed;
  }

  /** The sentence that last had the keyboard's focus. */
  get visited(): Citation | null {
    return this.#visited;
  }

  /** A new object for every request, also where the same sentence is levelled again. */
  get movement(): Movement | null {
    return this.#movement;
  }

  select(at: Citation, mode: Movement['mode'] = 'stay', focus = true): void {
    this.#selected = { articleId: at.articleId, sentenceId: at.sentenceId };
    this.#movement = { at: this.#selected, mode, focus };
    this.#changed();
  }

  /** Brings the columns level with the selection again. */
  level(): void {
    if (this.#selected) this.#movement = { at: this.#selected, mode: 'bring', focus: false };
  }

  clear(): void {
    if (!this.#selected) return;
    this.#selected = null;
    this.#movement = null;
    this.#changed();
  }

  /** Takes a selection over without moving anything. */
  restore(at: Citation | null): void {
    this.#selected = at;
    this.#visited = at;
    this.#hovered = null;
    this.#previewed = null;
    this.#movement = null;
  }

  hover(at: { articleId: ArticleId; sentenceId: SentenceId } | null): void {
    if (this.#hovered?.sentenceId !== at?.sentenceId) this.#hovered = at;
  }

  visit(at: Citation): void {
    this.#visited = at;
  }

  preview(at: Citation | null): void {
    this.#previewed = at;
  }
}
