import { stem, normalise } from '../language/stems.ts';
import { isStopword } from '../language/stopwords.ts';
import { tokenise } from '../language/tokens.ts';
import type { RawBlock } from './raw.ts';

/** Headings over what repeats the article, in the words such headings use. */
const RECAP_HEADING =
  /^(?:(?:the )?key (?:points?|takeaways?|facts|findings|highlights|developments)(?: at a glance)?|(?:main|top) (?:points|takeaways)|takeaways|highlights|at a glance|in (?:brief|short|summary|a nutshell)|(?:quick |article |executive )?summary|to sum up|summing up|the bottom line|bottom line|tl;?dr|what (?:you need|to) (?:to )?know|recap)[:.]?$/i;
/** Under these a list is a recap, but their paragraphs are the author's last words. */
const CLOSING_HEADING =
  /^(?:conclusions?|in conclusion|concluding remarks|final thoughts|wrapping up|to conclude)[:.]?$/i;

export function isRecapHeading(text: string): boolean {
  return RECAP_HEADING.test(text.trim());
}

/** A share of a closing list's content words that the rest of the article has too, above which it repeats it. */
const REPEATED_SHARE = 0.75;
const MIN_ITEMS = 2;

function contentStems(text: string): string[] {
  return tokenise(text)
    .map(({ text: word }) => normalise(word))
    .filter((word) => !isStopword(word))
    .map((word) => stem(word));
}

/** Index after the last block of the section that the heading at `at` opens. */
function sectionEnd(blocks: readonly RawBlock[], at: number): number {
  let end = at + 1;
  while (end < blocks.length && blocks[end]?.type !== 'heading') end++;
  return end;
}

/** The list at the article's very end, as a range; empty where it does not end in one. */
function closingList(blocks: readonly RawBlock[]): [number, number] {
  let start = blocks.length;
  while (start > 0 && blocks[start - 1]?.type === 'list-item') start--;
  return [start, blocks.length];
}

function repeatsRest(blocks: readonly RawBlock[], start: number, end: number): boolean {
  const known = new Set(blocks.slice(0, start).flatMap(({ text }) => contentStems(text)));
  return blocks.slice(start, end).every(({ text }) => {
    const stems = contentStems(text);
    const repeated = stems.filter((word) => known.has(word)).length;
    return stems.length >= 3 && repeated >= stems.length * REPEATED_SHARE;
  });
}

/**
 * Marks what repeats the article: what stands under a heading such as "Key points", lists under a closing
 * heading, and a closing list whose words the rest of the article has already used.
 */
export function markRecaps(blocks: readonly RawBlock[]): RawBlock[] {
  const recaps = new Set<number>();
  blocks.forEach(({ type, text }, at) => {
    if (type !== 'heading') return;
    const everything = isRecapHeading(text);
    if (!everything && !CLOSING_HEADING.test(text.trim())) return;
    const end = sectionEnd(blocks, at);
    const hasList = blocks.slice(at, end).some((block) => block.type === 'list-item');
    for (let i = at + 1; i < end; i++) {
      const list = blocks[i]?.type === 'list-item';
      // At an article's head nothing tells where the recap stops and the article begins, except the list.
      if (list || (everything && (!hasList || end === blocks.length) && at > blocks.length / 2))
        recaps.add(i);
    }
  });
  const [start, end] = closingList(blocks);
  if (end - start >= MIN_ITEMS && start > end - start && repeatsRest(blocks, start, end)) {
    for (let i = start; i < end; i++) recaps.add(i);
  }
  return blocks.map((block, i) => (recaps.has(i) ? { ...block, role: 'recap' } : block));
}
