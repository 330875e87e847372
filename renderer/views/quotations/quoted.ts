import type { Quotation, SentenceId } from '../../../electron/api/index.ts';

/** A quotation as it is shown. */
export interface Quoted {
  /** With its marks, as published. */
  readonly words: string;
  /** The rest of the sentences it stands in; […] is where it stands. Empty where they are nothing but it. */
  readonly context: string;
}

const MARK = /[\p{Pi}\p{Pf}"'„‚「」『』«»]/u;
const WORD = /[\p{L}\p{N}]/u;

/** What is left of a sentence around a quotation: nothing where it is only signs. */
const rest = (text: string): string => (WORD.test(text) ? text.trim() : '');

/**
 * Finds the marks around a quotation, and what stands beside it in its sentences. `textOf` gives a sentence's
 * text, null where it is not there yet: then the words stand without their marks.
 */
export function quotedIn(quotation: Quotation, textOf: (id: SentenceId) => string | null): Quoted {
  const { start, end, sentences, whole } = quotation;
  const first = textOf(quotation.sentenceId);
  const lastId = sentences.at(-1);
  const last = lastId === undefined || lastId === quotation.sentenceId ? first : textOf(lastId);
  if (first === null || last === null) return { words: whole, context: '' };
  const opens = MARK.test(first[start - 1] ?? '') ? start - 1 : start;
  let words: string;
  let closes: number;
  if (last === first) {
    closes = MARK.test(last[end] ?? '') ? end + 1 : end;
    words = first.slice(opens, closes);
  } else {
    closes = endIn(last, whole);
    const mark = MARK.test(last[closes] ?? '') ? (last[closes] ?? '') : '';
    words = `${MARK.test(first[opens] ?? '') ? (first[opens] ?? '') : ''}${bareOf(whole)}${mark}`;
    closes += mark.length;
  }
  const [before, after] = [rest(first.slice(0, opens)), rest(last.slice(closes))];
  return { words, context: before && after ? `${before} […] ${after}` : before || after };
}

/** Without marks at its ends, which are added from the text. */
const bareOf = (whole: string): string =>
  whole.slice(MARK.test(whole[0] ?? '') ? 1 : 0, MARK.test(whole.at(-1) ?? '') ? -1 : undefined);

/** Where in its last sentence a quotation of several ends: after as much of it as ends the quotation. */
function endIn(last: string, whole: string): number {
  const said = bareOf(whole);
  for (let end = last.length; end > 0; end -= 1) {
    if (said.endsWith(last.slice(0, end))) return end;
  }
  return last.length;
}
