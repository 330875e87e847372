import type { SentenceId } from '../../../electron/api/index.ts';

/** The marks a sentence can bear, which are classes of its element. */
export type Mark = 'shared' | 'only' | 'diff' | 'lit' | 'sel' | 'hov' | 'own';

const MARKS: readonly Mark[] = ['shared', 'only', 'diff', 'lit', 'sel', 'hov', 'own'];

/** The name by which what stands beside a sentence finds it. */
export function anchorOf(id: SentenceId): string {
  return `--own-${id.replaceAll(/[^\w-]/gu, '_')}`;
}

/**
 * Puts marks on the sentences of a text. Only elements whose mark changes are touched: a long article has
 * thousands, and a selection concerns a handful.
 */
export class Marks {
  readonly #page: HTMLElement;
  #elements: ReadonlyMap<string, HTMLElement> | null = null;
  #stop: HTMLElement | undefined;
  readonly #put = new Map<Mark, ReadonlySet<SentenceId>>();

  constructor(page: HTMLElement) {
    this.#page = page;
  }

  /** The text was set anew: elements may be others, and bear other marks than were put. */
  forget(): void {
    this.#elements = null;
    this.#put.clear();
    for (const element of this.#all().values()) element.classList.remove(...MARKS);
  }

  put(mark: Mark, sentences: ReadonlySet<SentenceId>): void {
    const before = this.#put.get(mark) ?? new Set();
    if (before === sentences) return;
    const elements = this.#all();
    for (const id of before) if (!sentences.has(id)) elements.get(id)?.classList.remove(mark);
    for (const id of sentences) if (!before.has(id)) elements.get(id)?.classList.add(mark);
    this.#put.set(mark, sentences);
  }

  /** Puts the mark of what the reader highlighted, by which other things are anchored, too. */
  putOwn(sentences: ReadonlySet<SentenceId>): void {
    const before = this.#put.get('own') ?? new Set();
    this.put('own', sentences);
    const elements = this.#all();
    for (const id of before) {
      if (sentences.has(id)) continue;
      elements.get(id)?.style.removeProperty('--own');
      elements.get(id)?.removeAttribute('role');
    }
    for (const id of sentences) {
      elements.get(id)?.style.setProperty('--own', anchorOf(id));
      elements.get(id)?.setAttribute('role', 'mark');
    }
  }

  /**
   * The one sentence that Tab stops at: this one, else where it was, else the first. It is the current one
   * only where it is given; `describedBy` names what tells more of it.
   */
  stopAt(id: SentenceId | null, describedBy: string): void {
    const elements = this.#all();
    const next =
      (id && elements.get(id)) ?? (this.#stop?.isConnected ? this.#stop : elements.values().next().value);
    for (const element of [this.#stop, next]) {
      element?.setAttribute('tabindex', element === next ? '0' : '-1');
      element?.removeAttribute('aria-current');
      element?.removeAttribute('aria-describedby');
    }
    this.#stop = next;
    if (!id || !next) return;
    next.setAttribute('aria-current', 'true');
    next.setAttribute('aria-describedby', describedBy);
  }

  #all(): ReadonlyMap<string, HTMLElement> {
    this.#elements ??= new Map(
      [...this.#page.querySelectorAll<HTMLElement>('[data-s]')].map((element) => [
        element.dataset['s'] ?? '',
        element,
      ]),
    );
    return this.#elements;
  }
}
