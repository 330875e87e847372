import type { Article, Block, Sentence, SnippetPart } from '../../api/index.ts';
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

/** How many items a block is to the index: see `prepareArticle`. */
function itemsOf({ sentences }: Block): number {
  let items = 1;
  for (const { text } of sentences) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) items++;
  }
  return items;
}

/** By block, whether it can have something of the query, from what the index knows of its items; null: any can. */
function promising({ blocks }: Article, items: Uint8Array | null): boolean[] | null {
  if (!items) return null;
  const counts = blocks.map(itemsOf);
  // The index begins with the first item that has a word.
  let at = items.length - counts.reduce((sum, count) => sum + count, 0);
  if (at > 0) return null;
  return counts.map((count) => items.subarray(Math.max(0, at), Math.max(0, (at += count))).includes(1));
}

function best(article: Article, finder: Finder, items: Uint8Array | null): Candidate | undefined {
  const hopes = promising(article, items);
  let found: Candidate | undefined;
  for (const [b, block] of article.blocks.entries()) {
    if (block.type === 'heading') continue;
    const hope = hopes?.[b] ?? true;
    if (!hope && found) continue;
    for (const [i, sentence] of block.sentences.entries()) {
      const ranges = hope ? finder.find(sentence.text, article.language) : [];
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
 *
 * @param items what `SearchResult.items` says of this very article; without it all its sentences are looked at.
 */
export function snippetOf(article: Article, finder: Finder, items: Uint8Array | null = null): SnippetPart[] {
  const candidate = best(article, finder, items);
  if (!candidate) return [];
  const { sentence, next, ranges } = candidate;
  if (sentence.text.length > WHOLE) return windowed(sentence.text, ranges);
  if (!next || sentence.text.length + next.text.length >= AIM) return marked(sentence.text, ranges);
  const text = `${sentence.text} ${next.text}`;
  return marked(text, finder.find(text, article.language));
}
