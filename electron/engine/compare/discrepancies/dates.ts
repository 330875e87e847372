import type { TimelineEntry } from '../../../api/index.ts';
import type { AnalysedSentence } from '../../language/analysis.ts';
import { daysOf } from '../../language/dates/days.ts';
import { claim, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { Sets } from './sets.ts';
import { sharedWords } from './shared-words.ts';
import { anyOf } from './wording.ts';

interface Dated {
  readonly entry: TimelineEntry;
  readonly sentence: AnalysedSentence;
  /** First and last day, as days of one count. */
  readonly first: number;
  readonly last: number;
  readonly context: ReadonlyMap<string, number>;
}

const WINDOW = 9;
/** Days by which an approximate date may be off on either side. */
const APPROXIMATE = 3;
/** Weight that what is dated must have in common, in aligned sentences and in others. */
const ALIGNED = 4;
const APART = 7;
/** Dates farther apart than this are of different events rather than of one dated wrongly. */
const FARTHEST = 800;
const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|januari|februari|march|april|may|june|juli|august|septemb|octob|novemb|decemb|week|month|year|day|yesterday|today|tomorrow|weekend|earli|late|last|next|morn|night|even|afternoon)$/;

function datedIn(ground: Ground): Dated[] {
  return ground.seen.timeline.flatMap((entry): Dated[] => {
    const sentence = ground.byId.get(entry.sentenceId);
    const from = daysOf(entry.date);
    const to = entry.end === null ? from : daysOf(entry.end);
    if (!sentence || !from || !to || sentence.position < 0) return [];
    const { tokens, stems } = sentence;
    const start = tokens.findIndex((token) => token.end > entry.expression.start);
    const end = tokens.findLastIndex((token) => token.start < entry.expression.end);
    const context = new Map<string, number>();
    for (let i = Math.max(0, start - WINDOW); i <= Math.min(tokens.length - 1, end + WINDOW); i++) {
      const stem = stems[i];
      if (!stem || (i >= start && i <= end) || CALENDAR.test(stem) || /^\p{N}/u.test(stem)) continue;
      context.set(stem, ground.weight(stem));
    }
    const slack = entry.approximate ? APPROXIMATE : 0;
    return [{ entry, sentence, first: from.first - slack, last: to.last + slack, context }];
  });
}

const agree = (a: Dated, b: Dated) => a.first <= b.last && b.first <= a.last;

function shared(a: Dated, b: Dated): number {
  let sum = 0;
  for (const [stem, weight] of a.context) if (b.context.has(stem)) sum += weight;
  return sum;
}

/** "Monday" of two accounts, "last September" and "Sept. 11": apart only by what each counts from. */
function sameWords(a: Dated, b: Dated): boolean {
  const named = ({ entry }: Dated) =>
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
      .exec(entry.expression.text)?.[0]
      .toLowerCase();
  const [x, y] = [named(a), named(b)];
  const exact = [a, b].every(({ entry }) => /\d/.test(entry.expression.text));
  return x !== undefined && x === y && !exact;
}

/** One event that accounts put on different days. */
export function findDates(ground: Ground): Finding[] {
  const all = datedIn(ground);
  const isSame = (a: Dated, b: Dated) =>
    shared(a, b) >= (ground.aligned(a.sentence.id, b.sentence.id) > 0 ? ALIGNED : APART);
  /** Whether the article of one dates something like it to the day of the other as well. */
  const hasRival = (a: Dated, b: Dated) =>
    all.some(
      (other) =>
        other.sentence.articleId === a.sentence.articleId &&
        agree(other, b) &&
        (other.sentence === a.sentence || shared(other, b) >= ALIGNED),
    );
  const sets = new Sets<Dated>();
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      if (a.sentence.articleId === b.sentence.articleId || agree(a, b) || sameWords(a, b)) continue;
      const gap = Math.max(a.first - b.last, b.first - a.last);
      if (gap > FARTHEST || !isSame(a, b) || hasRival(a, b) || hasRival(b, a)) continue;
      sets.join(a, b);
    }
  });
  return sets.all().map((set): Finding => {
    const sorted = [...set].sort(
      (a, b) => a.first - b.first || a.last - b.last || (a.sentence.id < b.sentence.id ? -1 : 1),
    );
    const readings: Dated[][] = [];
    for (const dated of sorted) {
      const reading = readings.find((members) => members.every((member) => agree(member, dated)));
      if (reading) reading.push(dated);
      else readings.push([dated]);
    }
    const about = sharedWords(
      set.map(({ sentence, entry }) => ({ sentence, value: entry.expression })),
      ground,
    );
    const values = readings.flatMap(([first]) => (first ? [first.entry.expression.text] : []));
    return {
      kind: 'date',
      severity: set.some(({ entry }) => entry.approximate) ? 'difference' : 'conflict',
      about,
      what: `Accounts give different dates for “${about}”: ${anyOf(values)}.`,
      readings: readings.map((members) =>
        members.map(({ sentence, entry }) => claim(sentence, entry.expression)),
      ),
      sureness: 0.6,
    };
  });
}
