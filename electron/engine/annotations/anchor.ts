import type { Article, HighlightId } from '../../api/index.ts';
import { placedSentences, type Placed } from './quotes.ts';
import { overlap, sameContext, wordsIn, type Words } from './similarity.ts';
import type { KeptHighlight } from './state.ts';

/**
 * Finding marked sentences again in a text that was edited. Rather none than another: what cannot be told is
 * left without a place. The thresholds come from made edits of the sample library (docs/decisions/020).
 */
const AT_LEAST = {
  /** Words in common, where nothing around it is as it was. */
  alone: 0.82,
  /** Words in common, where what stands on both sides, or on one, is as it was. */
  between: 0.5,
  beside: 0.66,
  /** How much of one side counts as being as it was. */
  side: 0.8,
  /** Of a sentence that was split or joined: words of the shorter one that the longer one has. */
  part: 0.85,
  /** How much better than the next best one it must be. */
  lead: 0.08,
} as const;
/** Words of the shorter part of a sentence that was split or joined. */
const PART_WORDS = 5;
const PART_SHARE = 0.25;

/** What turns a statement into its opposite or into another one. */
const DECISIVE =
  /^(not?|never|none|nor|without|cannot|n|t|nicht|kein\w*|nie|pas|jamais|rien|ni|nunca|нет|не|ні)$/u;

export type Anchors = ReadonlyMap<HighlightId, Placed | null>;

/** Where each of an article's highlights stands in its text; null where the text has it no more. */
export function anchor(highlights: readonly KeptHighlight[], article: Pick<Article, 'blocks'>): Anchors {
  const placed = placedSentences(article);
  const found = new Map<HighlightId, Placed | null>();
  const taken = new Set<Placed>();
  const take = (highlight: KeptHighlight, place: Placed | null) => {
    found.set(highlight.id, place);
    if (place) taken.add(place);
  };
  const rest = highlights.filter((highlight) => {
    const place = exactly(highlight, placed, taken);
    if (place) take(highlight, place);
    return place === null;
  });
  const words = rest.length > 0 ? new Map(placed.map((each) => [each, wordsIn(each.sentence.text)])) : null;
  for (const highlight of rest) take(highlight, words && similarly(highlight, placed, taken, words));
  return found;
}

/** The same words: in the place that is most like the one before, as a text may repeat them. */
function exactly(
  { quote, sentenceId, former }: KeptHighlight,
  placed: readonly Placed[],
  taken: ReadonlySet<Placed>,
): Placed | null {
  // The words that were marked first may come back, too.
  for (const text of former === null ? [quote.exact] : [former, quote.exact]) {
    const same = placed.filter((each) => each.sentence.text === text && !taken.has(each));
    const score = (each: Placed) => around(quote, each) + (each.sentence.id === sentenceId ? 0.01 : 0);
    const best = same.toSorted((a, b) => score(b) - score(a))[0];
    if (best) return best;
  }
  return null;
}

function similarly(
  { quote, former }: KeptHighlight,
  placed: readonly Placed[],
  taken: ReadonlySet<Placed>,
  words: ReadonlyMap<Placed, Words>,
): Placed | null {
  const wordings = [quote.exact, ...(former === null ? [] : [former])].map(wordsIn);
  const scored = placed
    .flatMap((place) => {
      if (taken.has(place)) return [];
      const scores = wordings.map((wanted) => score(wanted, words.get(place) ?? [], quote, place));
      const best = Math.max(...scores);
      return best > 0 ? [{ place, score: best }] : [];
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first) return null;
  if (!second || first.score - second.score >= AT_LEAST.lead) return first.place;
  return longerHalf(wordings, [first.place, second.place], words);
}

/** Two that follow each other and are the sentence together: it was split, and the longer half stands for it. */
function longerHalf(
  wordings: readonly Words[],
  [one, other]: readonly [Placed, Placed],
  words: ReadonlyMap<Placed, Words>,
): Placed | null {
  if (Math.abs(one.position - other.position) !== 1) return null;
  const [first, second] = one.position < other.position ? [one, other] : [other, one];
  const [left, right] = [words.get(first) ?? [], words.get(second) ?? []];
  const together = [...left, ...right];
  const whole = wordings.some((wanted) => overlap(wanted, together).similarity >= AT_LEAST.alone);
  if (!whole) return null;
  return right.length > left.length ? second : first;
}

/** 0 where it is not the same sentence, or it cannot be told that it is. */
function score(wanted: Words, there: Words, quote: KeptHighlight['quote'], place: Placed): number {
  if (wanted.length === 0 || there.length === 0) return 0;
  const longer = Math.max(wanted.length, there.length);
  const shorter = Math.min(wanted.length, there.length);
  if (shorter / longer < PART_SHARE) return 0;
  const { similarity, contained, changed } = overlap(wanted, there);
  const before = sameContext(quote.prefix, place.quote.prefix);
  const after = sameContext(quote.suffix, place.quote.suffix);
  const sides = [before, after].filter((side) => side >= AT_LEAST.side).length;
  const least = [AT_LEAST.alone, AT_LEAST.beside, AT_LEAST.between][sides] ?? 1;
  const context = (before + after) / 2;
  if (similarity >= least && (sides > 0 || !changed.some(decisive))) return similarity + 0.3 * context;
  const part = contained >= AT_LEAST.part && shorter >= PART_WORDS && shorter >= PART_SHARE * longer;
  // Of a sentence that was split or joined, one side at least is as it was.
  if (part && sides > 0) return contained * 0.6 + 0.3 * context;
  return 0;
}

/** Another number, or a negation: without its neighbours, that is another statement. */
function decisive(word: string): boolean {
  return /\p{N}/u.test(word) || DECISIVE.test(word);
}

function around(quote: KeptHighlight['quote'], place: Placed): number {
  return sameContext(quote.prefix, place.quote.prefix) + sameContext(quote.suffix, place.quote.suffix);
}
