import type { Boilerplate, BoilerplateReason } from '../../../api/index.ts';
import { countWords } from '../../language/tokens.ts';
import type { PageBlock } from './blocks.ts';

/** Lines that pages put between and around paragraphs. Each pattern is matched against a whole short block. */
const PATTERNS: readonly (readonly [RegExp, BoilerplateReason])[] = [
  [
    /^(advertis(e)?ments?|advert|sponsored( content)?|promoted|anzeige|publicidad|publicité|реклама|iklan)\b[\s.:]*$/i,
    'advertisement',
  ],
  [/^(article continues|story continues|continue reading|scroll (down )?(to|for)|loading)\b/i, 'navigation'],
  [
    /^(read more|read also|read next|also read|see also|see more|related( (articles?|stories|posts?|content|topics?))?|more (from|on|stories|about|news)|more:|also:|you (may|might) (also )?(like|be interested)|recommended|don['’]t miss|watch( now| more| also)?|listen|must read|up next|trending|most (read|popular)|popular|latest( news)?|editor['’]?s['’]? picks?|in case you missed|click here|leggi anche|lire aussi|à lire|lea también|leia (também|mais)|lesen sie auch|mehr zum thema|lees ook|читайте также|baca juga)(?=\s*[:|»>–-]|\s*$)/i,
    'navigation',
  ],
  [
    /^\(?(read more|related|also read|read also|see also|leggi anche|lire aussi|lea también|leia também|baca juga)\b.{0,160}\)?$/i,
    'navigation',
  ],
  [
    /^(click here|tap here|view (author|gallery|image|photos?)|skip to|back to|jump to|show (more|less)|expand|close|next|previous|home|enlarge image|email the author|follow on)\b.{0,60}$/i,
    'navigation',
  ],
  [/^(filed under|tags?|topics|categor(y|ies)|keywords)\s*[:|]/i, 'navigation'],
  [
    /^(share|tweet|email|print|copy link|facebook|twitter|whatsapp|reddit|pinterest|linkedin|telegram)( (this|on|via|to|article|story|link)\b.{0,40})?$/i,
    'share-links',
  ],
  [
    /^(follow|like|find|join) (us|me|him|her|them|@?\w+) (on|at) (twitter|facebook|instagram|x|youtube|telegram|whatsapp|linkedin|flipboard)/i,
    'share-links',
  ],
  [
    /^(sign up|subscribe|get (the|our|breaking|your|unlimited)|join our|let our news|stay (up to date|informed|on top)|register|log in|sign in|create (a|an) (free )?account|support (our|independent)|already a subscriber)\b/i,
    'advertisement',
  ],
  [
    /^(this (website|site|slideshow) (uses|requires)|we use cookies|we(['’]ve| have) updated our|please enable|your browser)/i,
    'navigation',
  ],
  [/(may|might|could) (earn|receive) (an? |a small )?(affiliate )?(commission|share)/i, 'advertisement'],
  [/^(©|\(c\)|copyright\b|all rights reserved|the contents of this site)/i, 'copyright'],
  [/(all rights reserved|may not be (published|reproduced|reprinted))\b.{0,120}$/i, 'copyright'],
  [
    /^\(?(image|photo(graph)?s?|picture|pic|foto|video|illustration|graphic|file photo|file)\s*(credits?|by|:|\d+ of \d+|courtesy)/i,
    'markup',
  ],
  [
    /^(credit|source|via|image|images|getty|getty images|reuters|ap|afp|caption|\d+ of \d+|\d+ comments?|comments?( \(\d+\))?|no comments( yet)?|leave a (comment|reply))\s*:?\s*(getty( images)?|reuters|ap|afp)?$/i,
    'markup',
  ],
  [/^\[(file|photo|image):?.{0,80}\]$/i, 'markup'],
  [
    /^(published|updated|posted|last (updated|modified)|first published|created|modified|veröffentlicht|aktualisiert|publicado|publié|pubblicato)( (on|at|in|by))?\b[\s:]*.{0,60}\d.{0,40}$/i,
    'markup',
  ],
  [
    /^(about the author|author bio|written by|reporting by|additional reporting|editing by|our standards)\b/i,
    'markup',
  ],
];

const SENTENCE_END = /[.!?…。！？।؟][”"’')\]»]*$/u;
/** A longer block is no line of page furniture, whatever it opens with. */
const LONG = 320;
/** Lines before and after the prose are furniture only while they are few: a list of dates is the article. */
const EDGE_SHARE = 0.15;

export function proseLike(block: PageBlock): boolean {
  return block.linked < 0.5 && countWords(block.text) >= 10 && SENTENCE_END.test(block.text);
}

function patternOf(block: PageBlock): BoilerplateReason | null {
  if (block.text.length > LONG) return null;
  return PATTERNS.find(([pattern]) => pattern.test(block.text))?.[1] ?? null;
}

/** Links with nothing said around them: teasers of other stories. */
function teaser(block: PageBlock): boolean {
  return block.linked > 0.85 && !(SENTENCE_END.test(block.text) && countWords(block.text) > 25);
}

function repeats(text: string, title: string | null): boolean {
  const bare = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return title !== null && bare(text) === bare(title);
}

export interface Sorted {
  readonly kept: readonly PageBlock[];
  readonly aside: readonly Boilerplate[];
}

/**
 * Parts the article from the page around it: what pages put between paragraphs goes by its form, and before
 * the first and after the last sentence of prose, short lines without a full stop go too (menus, bylines,
 * dates, tags). What goes is kept aside with the reason.
 */
export function sortBlocks(blocks: readonly PageBlock[], title: string | null): Sorted {
  const reasons = blocks.map((block): BoilerplateReason | null => {
    if (block.caption) return 'markup';
    if (repeats(block.text, title)) return 'repeated-title';
    const pattern = patternOf(block);
    if (pattern) return pattern;
    return teaser(block) ? 'navigation' : null;
  });
  const prose = blocks.flatMap((block, index) =>
    reasons[index] === null && proseLike(block) ? [index] : [],
  );
  const first = trimFrom(blocks.slice(0, prose[0] ?? 0), blocks) ? prose[0] : 0;
  const last = trimFrom(blocks.slice((prose.at(-1) ?? blocks.length) + 1), blocks)
    ? prose.at(-1)
    : blocks.length;
  const kept: PageBlock[] = [];
  const aside: Boilerplate[] = [];
  blocks.forEach((block, index) => {
    let reason = reasons[index] ?? null;
    const outside = first !== undefined && last !== undefined && (index < first || index > last);
    if (!reason && outside && edge(block, index > (last ?? 0))) reason = 'navigation';
    if (reason) aside.push({ text: block.text, reason });
    else kept.push(block);
  });
  return { kept: withoutEmptyHeadings(kept, aside), aside };
}

function wordsIn(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + countWords(block.text), 0);
}

/** Whether an end of the page is short enough to be cleared of lines that are not sentences. */
function trimFrom(end: readonly PageBlock[], all: readonly PageBlock[]): boolean {
  return wordsIn(end) <= EDGE_SHARE * wordsIn(all);
}

/** Whether a block before the first or after the last prose is page furniture. */
function edge(block: PageBlock, after: boolean): boolean {
  if (block.type === 'preformatted' || block.type === 'quote') return false;
  if (block.type === 'heading') return after;
  if (block.type === 'list-item' && SENTENCE_END.test(block.text)) return false;
  return !SENTENCE_END.test(block.text) || countWords(block.text) < 4;
}

/** A heading that lost everything under it, at the end, heads nothing. */
function withoutEmptyHeadings(blocks: readonly PageBlock[], aside: Boilerplate[]): PageBlock[] {
  const result = [...blocks];
  while (result.at(-1)?.type === 'heading') {
    const heading = result.pop();
    if (heading) aside.push({ text: heading.text, reason: 'navigation' });
  }
  return result;
}
