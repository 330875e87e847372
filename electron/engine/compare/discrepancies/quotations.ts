import type { Claim, Severity } from '../../../api/index.ts';
import { clauseAround, excerpt, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { Sets } from './sets.ts';
import { pairsSharing } from './sharing.ts';
import { commonPassage, piecesOf, type Hunk, type Passage, type Piece, type Word } from './utterance.ts';
import { anyOf } from './wording.ts';

interface Pair {
  readonly a: Piece;
  readonly b: Piece;
  readonly passage: Passage;
  /** Where the words differ; empty where the passage is the same in both. */
  readonly hunks: readonly Hunk[];
  /** How much of the shorter piece the passage covers, 0 to 1. */
  readonly coverage: number;
}

/** How much of the shorter piece must be in the common passage. */
const COVERED = 0.6;
/** The same where everything else says that it is one utterance: speaker, sentence, utterance. */
const COVERED_SURELY = 0.4;
/** Pieces of speakers who are not known to be one. */
const COVERED_BY_ANY = 0.8;
const ENOUGH = 3;
/** A longer stretch of other words is another passage rather than another wording. */
const LONGEST_HUNK = 9;
/** Other words at the very beginning or end of both. */
const LONGEST_EDGE = 3;
/** Fragments of a few words: "significant progress", "a lot of progress". */
const FRAGMENT = 6;
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Words that one reporter leaves out and another does not. */
const TRIFLES = words('a an the that and or but so i well just of now');
/** Words that change when speech is reported. */
const PERSONAL = words(
  'i me my mine we us our he him his she her they them their you your it its this that these those',
);

const lettersOf = (part: readonly Word[]) => part.map(({ form }) => form).join('');

/** Where both begin, or both end, with other words. */
function edges({ matched }: Passage, a: Piece, b: Piece): Hunk[] {
  const [first, last] = [matched[0], matched.at(-1)];
  if (!first || !last) return [];
  const before: Hunk = { a: [0, first[0]], b: [0, first[1]] };
  const after: Hunk = { a: [last[0] + 1, a.words.length], b: [last[1] + 1, b.words.length] };
  const short = ([from, to]: Hunk['a']) => to > from && to - from <= LONGEST_EDGE;
  return [before, after].filter((hunk) => short(hunk.a) && short(hunk.b));
}

/** Whether the words on both sides differ only by how speech is reported: "I look", "he looks". */
function isReported(one: readonly Word[], two: readonly Word[]): boolean {
  const spoken = (part: readonly Word[]) => part.filter(({ form }) => !PERSONAL.has(form));
  const [left, right] = [spoken(one), spoken(two)];
  if (left.length !== right.length || one.length + two.length === left.length + right.length) {
    return one.length === two.length && sameStems(one, two);
  }
  return sameStems(left, right);
}

function sameStems(one: readonly Word[], two: readonly Word[]): boolean {
  return one.every((word, index) => {
    const other = two[index];
    if (!other) return false;
    return (word.stem !== '' && word.stem === other.stem) || word.form === other.form;
  });
}

function isRewording(hunk: Hunk, a: Piece, b: Piece): boolean {
  const [one, two] = [a.words.slice(...hunk.a), b.words.slice(...hunk.b)];
  if (one.length > LONGEST_HUNK || two.length > LONGEST_HUNK) return false;
  // What a reporter left out or put in is marked by dots or brackets.
  const marked = [...one, ...two, a.words[hunk.a[1]], b.words[hunk.b[1]]];
  if (marked.some((word) => word?.broken)) return false;
  if (lettersOf(one) === lettersOf(two) || isReported(one, two)) return false;
  const oneSided = one.length === 0 || two.length === 0;
  return !(oneSided && [...one, ...two].every(({ form }) => TRIFLES.has(form)));
}

function compare(a: Piece, b: Piece, ground: Ground): Pair | null {
  const [x, y] = [a.quotation, b.quotation];
  if (x.articleId === y.articleId) return null;
  const shared = [...a.stems].filter((stem) => b.stems.has(stem)).length;
  if (shared === 0) return null;
  const fragments = a.words.length <= FRAGMENT && b.words.length <= FRAGMENT;
  const aligned = ground.aligned(a.sentence.id, b.sentence.id) > 0;
  const sameSpeaker = x.speakerKey !== null && x.speakerKey === y.speakerKey;
  const related = aligned || sameSpeaker || x.group === y.group;
  if (shared < (fragments && (aligned || sameSpeaker) ? 1 : 2)) return null;
  const passage = commonPassage(a.words, b.words);
  const count = passage.matched.length;
  const coverage = count / Math.min(a.words.length, b.words.length);
  const sure = x.group === y.group && aligned && sameSpeaker;
  const sameHead = a.words.at(-1)?.form === b.words.at(-1)?.form;
  const worded = fragments && (aligned || (sameSpeaker && sameHead));
  if (coverage < (sure ? COVERED_SURELY : related ? COVERED : COVERED_BY_ANY) && !worded) return null;
  if (count < (fragments ? 1 : ENOUGH) || (!related && shared < 4)) return null;
  const hunks = [...passage.hunks, ...edges(passage, a, b)].filter((hunk) => isRewording(hunk, a, b));
  return { a, b, passage, hunks, coverage };
}

/** The words of one side that differ. */
function claimOf(piece: Piece, ranges: readonly (readonly [number, number])[]): Claim | null {
  const [from, to] = [Math.min(...ranges.map(([start]) => start)), Math.max(...ranges.map(([, end]) => end))];
  // One more word on either side makes "than ever before" of "ever", and stands for what is left out.
  const [first, last] = [piece.words[from - 1] ?? piece.words[from], piece.words[to] ?? piece.words[to - 1]];
  if (!first || !last) return null;
  const span = { start: first.start, end: last.end };
  return { value: excerpt(piece.sentence, span), context: clauseAround(piece.sentence, span) };
}

const size = ({ passage }: Pair) => passage.matched.length;

/** An order that does not depend on that of the articles. */
function byText(a: Piece, b: Piece): number {
  if (a.sentence.id !== b.sentence.id) return a.sentence.id < b.sentence.id ? -1 : 1;
  return a.quotation.start - b.quotation.start;
}

function findingOf(pairs: readonly Pair[]): Finding | null {
  const differing = pairs
    .filter(({ hunks }) => hunks.length > 0)
    .sort((x, y) => size(y) - size(x) || byText(x.a, y.a) || byText(x.b, y.b));
  const [best] = differing;
  if (!best) return null;
  const claims = new Map<Piece, Claim>();
  for (const { a, b, hunks } of differing) {
    for (const [side, ranges] of [
      [a, hunks.map((hunk) => hunk.a)],
      [b, hunks.map((hunk) => hunk.b)],
    ] as const) {
      const made = claims.has(side) ? null : claimOf(side, ranges);
      if (made) claims.set(side, made);
    }
  }
  const agree = (x: Piece, y: Piece) =>
    pairs.some(({ a, b, hunks }) => hunks.length === 0 && ((a === x && b === y) || (a === y && b === x)));
  const readings: Piece[][] = [];
  const sides = [...claims.keys()].sort(byText);
  for (const side of sides) {
    const reading = readings.find(([first]) => first && agree(first, side));
    if (reading) reading.push(side);
    else readings.push([side]);
  }
  if (readings.length < 2) return null;
  const content = differing.some(({ a, b, hunks }) =>
    hunks.some((hunk) =>
      [...a.words.slice(...hunk.a), ...b.words.slice(...hunk.b)].some(({ stem }) => stem !== ''),
    ),
  );
  const severity: Severity = content ? 'difference' : 'framing';
  const speaker = best.a.quotation.speaker ?? best.b.quotation.speaker;
  const values = readings.flatMap(([first]) => (first ? [claims.get(first)?.value.text ?? ''] : []));
  return {
    kind: 'quotation',
    severity,
    about: sharedRun(best),
    what: speaker
      ? `The words of “${speaker}” are quoted differently: ${anyOf(values)}.`
      : `The same words are quoted differently: ${anyOf(values)}.`,
    readings: readings.map((members) => members.flatMap((side) => claims.get(side) ?? [])),
    sureness: Math.min(1, size(best) / 10),
  };
}

const LONGEST_RUN = 5;

/** The longest run of words that both have, its first five words. */
function sharedRun({ a, passage: { matched } }: Pair): string {
  let best: Word[] = [];
  let run: Word[] = [];
  matched.forEach(([i, j], index) => {
    const word = a.words[i];
    const previous = matched[index - 1];
    if (!word) return;
    run = previous?.[0] === i - 1 && previous[1] === j - 1 ? [...run, word] : [word];
    if (run.length > best.length) best = run;
  });
  const shown = best.slice(0, LONGEST_RUN);
  const [first, last] = [shown[0], shown.at(-1)];
  return first && last ? a.sentence.text.slice(first.start, last.end) : '';
}

/** A stem of more pieces than this, and than an eighth of them, makes no pair. */
const MOST_HOLDERS = 40;

/** Pairs are needed for the words and for the speakers. */
const cache = new WeakMap<Ground, readonly Pair[]>();

/** Pairs of what may be one utterance, each the best counterpart of the other in its article. */
export function utterancePairs(ground: Ground): readonly Pair[] {
  const known = cache.get(ground);
  if (known) return known;
  const pieces = ground.seen.quotations.flatMap((quotation) => piecesOf(quotation, ground)).sort(byText);
  const most = Math.max(MOST_HOLDERS, pieces.length / 8);
  const pairs = pairsSharing(pieces, ({ stems }) => stems, most).flatMap(
    ([a, b]) => compare(a, b, ground) ?? [],
  );
  const best = new Map<string, number>();
  const key = (piece: Piece, other: Piece) =>
    `${piece.sentence.id}:${piece.quotation.start} ${other.sentence.articleId}`;
  for (const pair of pairs) {
    for (const name of [key(pair.a, pair.b), key(pair.b, pair.a)]) {
      best.set(name, Math.max(best.get(name) ?? 0, size(pair)));
    }
  }
  const kept = pairs.filter(
    (pair) =>
      size(pair) >= (best.get(key(pair.a, pair.b)) ?? 0) &&
      size(pair) >= (best.get(key(pair.b, pair.a)) ?? 0),
  );
  cache.set(ground, kept);
  return kept;
}

/** One utterance that accounts quote in different words. */
export function findQuotationDifferences(ground: Ground): Finding[] {
  const pairs = utterancePairs(ground);
  // An article that has the words of both sides quotes two utterances.
  const toldApart = ({ a, b, hunks }: Pair) =>
    hunks.length > 0 &&
    pairs.some(
      (other) =>
        other.hunks.length === 0 &&
        ((other.a === a && other.b.sentence.articleId === b.sentence.articleId) ||
          (other.b === a && other.a.sentence.articleId === b.sentence.articleId) ||
          (other.a === b && other.b.sentence.articleId === a.sentence.articleId) ||
          (other.b === b && other.a.sentence.articleId === a.sentence.articleId)),
    );
  const kept = pairs.filter((pair) => !toldApart(pair));
  const sets = new Sets<Piece>();
  for (const { a, b } of kept) sets.join(a, b);
  return sets.all().flatMap((set) => {
    const members = new Set(set);
    const finding = findingOf(kept.filter(({ a }) => members.has(a)));
    return finding ? [finding] : [];
  });
}
