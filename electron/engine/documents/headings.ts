import { endsSentence, startsInLowerCase } from './line-shape.ts';
import type { Piece } from './pieces.ts';
import { wordsIn } from './title.ts';

const MAX_WORDS = 18;
const MAX_LENGTH = 120;
const MAX_QUESTION_WORDS = 14;
const MAX_RUN = 2;

/** Prose that a heading can stand over. */
function isBody(piece: Piece | undefined): boolean {
  if (!piece) return false;
  return (
    piece.kind !== 'prose' || endsSentence(piece.text) || wordsIn(piece.text) > 12 || /:$/.test(piece.text)
  );
}

/** Captions and credits of pictures are short lines too. */
const CAPTION =
  /^(?:images?|photos?|pictures?|videos?|watch|listen|captions?|credits?|graphics?|maps?)\s?[:|]/i;

/** Whether a piece has the shape of a heading, wherever it stands. */
export function looksLikeHeading({ kind, text, joinedWithNext }: Piece): boolean {
  if (kind !== 'prose' || joinedWithNext || text.length > MAX_LENGTH) return false;
  const words = wordsIn(text);
  if (words > MAX_WORDS || !/\p{L}/u.test(text) || startsInLowerCase(text)) return false;
  if (CAPTION.test(text)) return false;
  if (/^[^?!…]*\?$/.test(text) && words <= MAX_QUESTION_WORDS) return !/^["“'‘«]|[.:]\s/.test(text);
  if (endsSentence(text)) return /\b(?:\p{L}\.){2,}$/u.test(text) && words <= 10;
  if (/:$/.test(text)) return words <= 3;
  return !/[,;\-–—]$/.test(text);
}

/**
 * Which pieces are headings: short, without a final stop (or a short question), and over a paragraph or list.
 * Lines like that in long runs, or most of a text, are verse, tables or lists, and stay as they are.
 */
export function findHeadings(pieces: readonly Piece[]): Set<Piece> {
  const headings = new Set<Piece>();
  let run: Piece[] = [];
  for (const piece of pieces) {
    if (looksLikeHeading(piece)) {
      run.push(piece);
      continue;
    }
    if (run.length <= MAX_RUN && isBody(piece)) for (const heading of run) headings.add(heading);
    run = [];
  }
  const units = pieces.filter(({ kind }) => kind !== 'rule').length;
  return headings.size * 2 > units + 1 ? new Set() : headings;
}
