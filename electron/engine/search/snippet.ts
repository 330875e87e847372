import type { Article, Sentence, SnippetPart } from '../../api/index.ts';
import type { Finder, FoundRange } from './finder.ts';

/** Characters a snippet aims at; a sentence is given whole up to the larger. */
const AIM = 200;
const WHOLE = 260;

interface Candidate {
  readonly sentence: Sentence;
  readonly next: Sentence | undefined;
  readonly ranges: readonly FoundRange[];
  /** Different parts of the query found, then places found. */
  readonly atoms: number;
}

function best(article: Article, finder: Finder): Candidate | undefined {
  let found: Candidate | undefined;
  for (const block of article.blocks) {
    if (block.type === 'heading') continue;
    for (const [i, sentence] of block.sentences.entries()) {
      const ranges = finder.find(sentence.text, article.language);
      const atoms = new Set(ranges.map(({ atom }) => atom)).size;
      const better =
        !found || atoms > found.atoms || (atoms === found.atoms && ranges.length > found.ranges.length);
      if (better) found = { sentence, next: block.sentences[i + 1], ranges, atoms };
      // Articles say first what is most important: none of the rest can say more of the query.
      if (atoms > 0 && atoms === finder.size) return found;
    }
  }
  return found;
}

function marked(text: string, ranges: readonly { start: number; end: number }[]): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) parts.push({ text: text.slice(at, start), found: false });
    parts.push({ text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: false });
  return parts;
}

/** Moves a cut to the nearest white space outwards from what must stay, where there is some at hand. */
function cutAt(text: string, at: number, step: 1 | -1): number {
  for (let i = at, moved = 0; i > 0 && i < text.length && moved < 30; i += step, moved++) {
    if (/\s/.test(text[i] ?? '')) return step === 1 ? i + 1 : i;
  }
  // Never through a surrogate pair.
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + step : at;
}

/** A window of a long text around the first places found, told by an ellipsis on each side that was cut. */
function windowed(text: string, ranges: readonly FoundRange[]): SnippetPart[] {
  const [first] = ranges;
  const anchor = first?.start ?? 0;
  const before = anchor < AIM / 2 ? 0 : anchor - AIM / 3;
  const from = before === 0 ? 0 : cutAt(text, Math.floor(before), 1);
  const until = Math.max(from + AIM, first?.end ?? 0);
  const to = until >= text.length ? text.length : cutAt(text, until, -1);
  const inside = ranges
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }) => ({ start: start - from, end: end - from }));
  const parts = marked(text.slice(from, to), inside);
  if (from > 0) parts.unshift({ text: '… ', found: false });
  if (to < text.length) parts.push({ text: ' …', found: false });
  return parts;
}

/**
 * The first sentence of an article that has all a query looks for, else the one that has most of it, as published,
 * with the words found marked; with the sentence after it where both are short. Headings are left out. Only a
 * sentence of more than 260 characters is cut, to about 200, with “…” where it was. An article found by its title or
 * its labels alone gives its first sentence.
 */
export function snippetOf(article: Article, finder: Finder): SnippetPart[] {
  const candidate = best(article, finder);
  if (!candidate) return [];
  const { sentence, next, ranges } = candidate;
  if (sentence.text.length > WHOLE) return windowed(sentence.text, ranges);
  if (!next || sentence.text.length + next.text.length >= AIM) return marked(sentence.text, ranges);
  const text = `${sentence.text} ${next.text}`;
  return marked(text, finder.find(text, article.language));
}
