import type { SentenceId, Span } from '../../api/index.ts';
import type { Sources } from './sources.ts';

/** A run of published words. `strong`: those that differ. `quiet`: what stands around the words meant. */
export interface Piece {
  readonly text: string;
  readonly tone: 'plain' | 'strong' | 'quiet';
}

/** Words of one sentence with what is meant in them marked. The pieces put together are the words verbatim. */
export interface Cut {
  readonly pieces: readonly Piece[];
  /** Words of the sentence before or after were left out. */
  readonly before: boolean;
  readonly after: boolean;
}

/** The text of every sentence of the brief's articles. */
export function textsOf(sources: Sources): ReadonlyMap<SentenceId, string> {
  const texts = new Map<SentenceId, string>();
  for (const { article } of sources.list) {
    for (const block of article.blocks) for (const { id, text } of block.sentences) texts.set(id, text);
  }
  return texts;
}

interface Tones {
  readonly meant: Piece['tone'];
  readonly rest: Piece['tone'];
}

/** The part `shown` of a sentence with what is `meant` in it, in order, in one tone and the rest in another. */
export function cut(text: string, shown: Span, meant: readonly Span[], tones: Tones): Cut {
  const start = Math.max(0, Math.min(shown.start, ...meant.map((span) => span.start)));
  const end = Math.min(text.length, Math.max(shown.end, ...meant.map((span) => span.end)));
  const pieces: Piece[] = [];
  let at = start;
  for (const span of meant) {
    const from = Math.max(at, span.start);
    const to = Math.max(from, span.end);
    pieces.push({ text: text.slice(at, from), tone: tones.rest });
    pieces.push({ text: text.slice(from, to), tone: tones.meant });
    at = to;
  }
  pieces.push({ text: text.slice(at, end), tone: tones.rest });
  return {
    pieces: pieces.filter((piece) => piece.text !== ''),
    before: /\S/.test(text.slice(0, start)),
    after: /[^\s.…。]/.test(text.slice(end)),
  };
}

const WORD_END = /\s/;

/** `end` moved on, or `start` back, over at most `most` characters, to where a word begins or ends. */
export function widened(text: string, { start, end }: Span, most: number): Span {
  let from = Math.max(0, start - most);
  if (from > 0) while (from < start && !WORD_END.test(text[from - 1] ?? ' ')) from += 1;
  let to = Math.min(text.length, end + most);
  if (to < text.length) while (to > end && !WORD_END.test(text[to] ?? ' ')) to -= 1;
  return { start: from, end: to };
}
