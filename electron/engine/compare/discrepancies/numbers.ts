import type { ArticleId, Severity } from '../../../api/index.ts';
import { agree, countsIn, EARLY, likeness, type Count } from './counts.ts';
import { claim, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { sharedWords } from './shared-words.ts';
import { pairsSharing } from './sharing.ts';
import { anyOf } from './wording.ts';

/** Likeness from which two counts are taken to be of one thing. */
const SAME = 0.5;
/** An agreeing count that is nearly as like is the true counterpart of one that differs. */
const RIVAL = 0.6;
/** Numbers of so many digits that two accounts hardly give them of different things. */
const TELLING = 3;

function significant(value: number): number {
  return String(value)
    .replace(/^0\.0*|\./g, '')
    .replace(/0+$/, '').length;
}

/** Numbers and durations: what accounts count or measure alike and give differently. */
export function findNumbers(ground: Ground): Finding[] {
  const counts = countsIn(ground);
  const valuesOf = new Map<string, Set<number>>();
  const unitKey = ({ sentence, quantity }: Count) => `${sentence.articleId} ${quantity.unit}`;
  const byMeasure = new Map<string, Count[]>();
  for (const count of counts) {
    byMeasure.set(count.measure, [...(byMeasure.get(count.measure) ?? []), count]);
    valuesOf.set(unitKey(count), (valuesOf.get(unitKey(count)) ?? new Set()).add(count.value));
  }
  const bare = counts.filter(({ measure }) => measure === '');
  const values = (count: Count) => valuesOf.get(unitKey(count))?.size ?? 1;
  const findings: Finding[] = [];
  for (const [measure, same] of byMeasure) {
    if (measure !== '') findings.push(...amongSame(same, bare, values, ground));
  }
  return findings;
}

function amongSame(
  counts: readonly Count[],
  bare: readonly Count[],
  values: (count: Count) => number,
  ground: Ground,
): Finding[] {
  const scores = new Map<Count, Map<Count, number>>(counts.map((count) => [count, new Map()]));
  const best = new Map<Count, Map<ArticleId, number>>(counts.map((count) => [count, new Map()]));
  const note = (a: Count, b: Count, score: number) => {
    scores.get(a)?.set(b, score);
    const tops = best.get(a);
    tops?.set(b.sentence.articleId, Math.max(tops.get(b.sentence.articleId) ?? 0, score));
  };
  for (const [a, b] of pairsSharing(counts, keysOf, Math.max(MOST_HOLDERS, counts.length / 4))) {
    if (a.sentence.articleId === b.sentence.articleId) continue;
    const score = likeness(a, b, ground, values);
    note(a, b, score);
    note(b, a, score);
  }
  const isBest = (a: Count, b: Count, score: number) =>
    score >= (best.get(a)?.get(b.sentence.articleId) ?? 0) &&
    score >= (best.get(b)?.get(a.sentence.articleId) ?? 0);
  /** Whether the article of `b` gives the number of `a` as well, of what may be the same. */
  const hasRival = (a: Count, b: Count, score: number) =>
    counts.some(
      (other) =>
        other.sentence.articleId === b.sentence.articleId &&
        agree(a, other) &&
        (other.sentence === b.sentence || (scores.get(a)?.get(other) ?? 0) >= RIVAL * score),
    ) || bare.some((other) => other.sentence === b.sentence && !other.vague && agree(a, other));

  const like = (a: Count, b: Count) => scores.get(a)?.get(b) ?? 0;
  /** Whether one article gives both numbers of what is alike: then they are of two things. */
  const toldApart = (a: Count, b: Count) =>
    counts.some(
      (x) =>
        x.sentence.articleId !== b.sentence.articleId &&
        agree(x, a) &&
        (x === a || like(x, a) >= SAME) &&
        counts.some(
          (y) =>
            y.sentence.articleId === x.sentence.articleId &&
            agree(y, b) &&
            !agree(y, a) &&
            like(y, b) >= SAME,
        ),
    );
  const pairs = counts
    .flatMap((a) =>
      counts
        .filter((b) => a.sentence.id < b.sentence.id && !agree(a, b))
        .map((b) => ({ a, b, score: like(a, b) })),
    )
    .filter(
      ({ a, b, score }) =>
        score >= SAME &&
        isBest(a, b, score) &&
        !hasRival(a, b, score) &&
        !hasRival(b, a, score) &&
        !toldApart(a, b) &&
        !toldApart(b, a),
    )
    .sort((x, y) => y.score - x.score || byText(x.a, y.a) || byText(x.b, y.b));
  const used = new Set<Count>();
  const findings: Finding[] = [];
  for (const { a, b, score } of pairs) {
    if (used.has(a) || used.has(b)) continue;
    const joins = (count: Count, to: Count) =>
      (agree(count, to) && isTelling(count, to) && like(count, to) > 0) || like(count, to) >= SAME;
    const set = counts.filter(
      (count) =>
        count === a ||
        count === b ||
        (!used.has(count) &&
          ((agree(count, a) && joins(count, a)) ||
            (agree(count, b) && joins(count, b)) ||
            (like(count, a) >= SAME && like(count, b) >= SAME))),
    );
    for (const count of set) used.add(count);
    const finding = findingOf(set, score, ground);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** What two counts must share to be compared: a word around them, or that they are totals or of one person. */
function* keysOf({ context, total, measure, quantity, sentence }: Count): Generator<string> {
  yield* context.keys();
  if (total && sentence.position <= EARLY) yield ' total';
  if (measure.startsWith('age of')) yield ' age';
  // Two counts of a rare noun need no other word in common.
  yield ` ${quantity.unit}`;
  for (const stem of quantity.modifiers) yield ` ${quantity.unit} ${stem}`;
}

/** A word around more counts than this, and than a quarter of them, makes no pair. */
const MOST_HOLDERS = 40;

/** An order that does not depend on that of the articles. */
function byText(a: Count, b: Count): number {
  if (a.sentence.id !== b.sentence.id) return a.sentence.id < b.sentence.id ? -1 : 1;
  return a.quantity.start - b.quantity.start;
}

/** The same number of so many digits is hardly given of two things. */
function isTelling(a: Count, b: Count): boolean {
  return a.value === b.value && significant(a.value) >= TELLING;
}

/** Counts that agree stand together, the smallest first. */
function readingsOf(set: readonly Count[]): Count[][] {
  const sorted = [...set].sort(
    (a, b) => Number(a.vague) - Number(b.vague) || a.low - b.low || a.high - b.high || byText(a, b),
  );
  const readings: Count[][] = [];
  for (const count of sorted) {
    const reading = readings.find((members) => members.every((member) => agree(member, count)));
    if (reading) reading.push(count);
    else readings.push([count]);
  }
  return readings;
}

function findingOf(set: readonly Count[], sureness: number, ground: Ground): Finding | null {
  const readings = readingsOf(set);
  if (readings.length < 2) return null;
  const exact = readings.filter((members) => members.some(({ quantity }) => quantity.bound === 'exact'));
  const severity: Severity = exact.length > 1 ? 'conflict' : 'difference';
  const duration = set[0]?.measure === 'time';
  const about = sharedWords(
    set.map(({ sentence, quantity }) => ({ sentence, value: quantity })),
    ground,
    true,
  );
  const values = readings.flatMap(([first]) =>
    first ? [first.sentence.text.slice(first.quantity.start, first.quantity.end)] : [],
  );
  return {
    kind: duration ? 'duration' : 'number',
    severity,
    about,
    what: duration
      ? `Accounts give different lengths of time for “${about}”: ${anyOf(values)}.`
      : `Accounts give different numbers for “${about}”: ${anyOf(values)}.`,
    readings: readings.map((members) => members.map(({ sentence, quantity }) => claim(sentence, quantity))),
    sureness: Math.min(1, sureness),
  };
}
