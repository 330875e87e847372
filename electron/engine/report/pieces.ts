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

/** Characters that are not worth leaving out. */
const LITTLE = 30;
const CLAUSE = /[,;:،؛]\s|\s[–—-]\s|[，；：]/gu;

/**
 * A span with what stands around it in its sentence: all of it, or so many characters on either side, from
 * and to where a clause, or else a word, begins and ends.
 */
export function widened(text: string, { start, end }: Span, most: number): Span {
  let from = start <= most + LITTLE ? 0 : start - most;
  if (from > 0) {
    const around = text.slice(from, start);
    const clause = around.search(CLAUSE);
    const space = around.search(/\s/u);
    // A clause that begins where the words meant do would leave nothing around them.
    if (clause >= 0 && around.length - clause > LITTLE / 2) from += clause + 1;
    else if (space >= 0) from += space;
    while (from < start && /\s/u.test(text[from] ?? '')) from += 1;
  }
  let to = text.length - end <= most + LITTLE ? text.length : end + most;
  if (to < text.length) {
    const around = text.slice(end, to);
    const clause = [...around.matchAll(CLAUSE)].at(-1)?.index;
    const space = around.search(/\s\S*$/u);
    if (clause !== undefined && clause > LITTLE / 2) to = end + clause;
    else if (space >= 0) to = end + space;
  }
  return { start: from, end: to };
}
