import type { SentenceId } from '../../../electron/api/index.ts';
import { wasDragged } from './pointing.ts';

export interface TextListener {
  select(id: SentenceId): void;
  /** Null when the pointer is on no sentence. */
  hover(id: SentenceId | null): void;
  /** The keyboard's focus came to a sentence. */
  visit(id: SentenceId): void;
  /** The reader turns the wheel or draws the text with a finger. */
  moves(): void;
  /** At most once a frame. */
  scrolled(): void;
}

function sentenceOf(target: EventTarget | null): SentenceId | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-s]') : null;
  return (element?.dataset['s'] as SentenceId | undefined) ?? null;
}

/**
 * Hears what happens to the sentences of a text, all at the element that holds them: thousands of sentences
 * with listeners of their own would make opening an article slow. Returns a function that stops.
 */
export function listenToText(text: HTMLElement, listener: TextListener): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let frame = 0;
  text.addEventListener(
    'click',
    (event) => {
      const id = sentenceOf(event.target);
      if (id && !wasDragged()) listener.select(id);
    },
    { signal },
  );
  text.addEventListener(
    'keydown',
    (event) => {
      const id = event.key === 'Enter' ? sentenceOf(event.target) : null;
      if (!id) return;
      event.preventDefault();
      listener.select(id);
    },
    { signal },
  );
  text.addEventListener('pointerover', (event) => listener.hover(sentenceOf(event.target)), { signal });
  text.addEventListener('pointerleave', () => listener.hover(null), { signal });
  text.addEventListener(
    'focusin',
    (event) => {
      const id = sentenceOf(event.target);
      if (id) listener.visit(id);
    },
    { signal },
  );
  for (const kind of ['wheel', 'touchmove', 'pointerdown'] as const) {
    text.addEventListener(kind, () => listener.moves(), { passive: true, signal });
  }
  text.addEventListener(
    'scroll',
    () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => listener.scrolled());
    },
    { passive: true, signal },
  );
  return () => {
    cancelAnimationFrame(frame);
    controller.abort();
  };
}
