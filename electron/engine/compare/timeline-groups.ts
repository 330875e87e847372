import type { Alignment, SentenceId } from '../../api/index.ts';
import { daysOf } from '../language/dates/days.ts';

/** What is compared of an entry to tell whether it is another's event. */
export interface Dated {
  readonly sentenceId: SentenceId;
  readonly date: string;
  readonly end: string | null;
  /** The part of the day that it names; null where it names none. */
  readonly dayPart: 'morning' | 'evening' | null;
  /** Content stems of its clause. */
  readonly clause: ReadonlySet<string>;
  /** Content stems beside the expression: "the 2015 nuclear deal". */
  readonly beside: ReadonlySet<string>;
}

/** How alike entries are that tell one event: on the same day, and where only their periods meet. */
const ALIKE = { same: 0.16, meets: 0.5 };
const ALIGNED = { full: 1, partial: 0.4 };
/** Terms of more entries than this share tell the story, not the event. */
const COMMON = 0.4;

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly alike: number;
}

/**
 * For each entry, the index of the first entry of its event. Two entries can be one event where their dates agree;
 * they are where their sentences are aligned or what they say of the date is alike. The most alike are put together
 * first, and groups only while they are alike on average.
 */
export function groupEvents(
  entries: readonly Dated[],
  alignment: Alignment,
  rarity: (stem: string) => number,
): number[] {
  const groups = entries.map((_, index) => index);
  const members = new Map(entries.map((_, index) => [index, [index]]));
  const pairs = pairsOf(entries, alignment, rarity);
  const between = new Map<number, Map<number, number>>(entries.map((_, index) => [index, new Map()]));
  for (const { a, b, alike } of pairs) {
    between.get(a)?.set(b, alike);
    between.get(b)?.set(a, alike);
  }
  for (const { a, b } of pairs) {
    const [x, y] = [groups[a] ?? a, groups[b] ?? b].sort((one, other) => one - other);
    if (x === undefined || y === undefined || x === y) continue;
    const [left, right] = [members.get(x) ?? [], members.get(y) ?? []];
    const sum = between.get(x)?.get(y) ?? 0;
    if (sum / (left.length * right.length) < ALIKE.same || contradict(entries, left, right)) continue;
    members.set(x, [...left, ...right]);
    members.delete(y);
    for (const member of right) groups[member] = x;
    for (const [other, amount] of between.get(y) ?? []) {
      if (other === x) continue;
      const both = amount + (between.get(x)?.get(other) ?? 0);
      between.get(x)?.set(other, both);
      between.get(other)?.set(x, both);
      between.get(other)?.delete(y);
    }
    between.delete(y);
    between.get(x)?.delete(y);
  }
  return groups;
}

function contradict(entries: readonly Dated[], left: readonly number[], right: readonly number[]): boolean {
  const parts = new Set([...left, ...right].flatMap((index) => entries[index]?.dayPart ?? []));
  return parts.size > 1;
}

/** Entries that can be one event and are alike enough, the most alike first. */
function pairsOf(entries: readonly Dated[], alignment: Alignment, rarity: (stem: string) => number): Pair[] {
  const spans = entries.map(({ date, end }) => ({
    first: daysOf(date)?.first ?? 0,
    last: daysOf(end ?? date)?.last ?? 0,
  }));
  const agree = (a: number, b: number): 'same' | 'meets' | null => {
    const [s, t] = [spans[a], spans[b]];
    if (!s || !t || s.first > t.last || t.first > s.last) return null;
    return s.first === t.first && s.last === t.last ? 'same' : 'meets';
  };
  const aligned = alignedEntries(entries, alignment);
  const rows = [likeness(entries, 'clause', rarity), likeness(entries, 'beside', rarity)];
  const pairs: Pair[] = [];
  for (let a = 0; a < entries.length; a++) {
    const alike = new Map(aligned.get(a));
    for (const row of rows) {
      for (const [b, value] of row(a)) if (value > (alike.get(b) ?? 0)) alike.set(b, value);
    }
    for (const [b, value] of alike) {
      const dates = agree(a, b);
      if (dates && value >= ALIKE[dates]) pairs.push({ a, b, alike: value });
    }
  }
  return pairs.sort((x, y) => y.alike - x.alike || x.a - y.a || x.b - y.b);
}

/** For each entry, the later ones whose sentences are aligned with its own, and how much that says. */
function alignedEntries(entries: readonly Dated[], alignment: Alignment): Map<number, Map<number, number>> {
  const inSentence = new Map<SentenceId, number[]>();
  entries.forEach(({ sentenceId }, index) => {
    const list = inSentence.get(sentenceId);
    if (list) list.push(index);
    else inSentence.set(sentenceId, [index]);
  });
  const aligned = new Map<number, Map<number, number>>();
  for (const { a, b, strength } of alignment.pairs) {
    for (const one of inSentence.get(a) ?? []) {
      for (const other of inSentence.get(b) ?? []) {
        const [first, second] = one < other ? [one, other] : [other, one];
        const row = aligned.get(first) ?? new Map<number, number>();
        row.set(second, ALIGNED[strength]);
        aligned.set(first, row);
      }
    }
  }
  return aligned;
}

/**
 * Cosine of the weighted stems of a part of the entries: a function that gives, for one entry, the later ones that
 * are alike enough to matter. What holds a stem is listed once, so that only entries that share one are compared.
 */
function likeness(
  entries: readonly Dated[],
  part: 'clause' | 'beside',
  rarity: (stem: string) => number,
): (a: number) => [number, number][] {
  const holders = new Map<string, number[]>();
  const lengths = entries.map((entry, index) => {
    let sum = 0;
    for (const stem of entry[part]) {
      sum += rarity(stem);
      const list = holders.get(stem);
      if (list) list.push(index);
      else holders.set(stem, [index]);
    }
    return Math.sqrt(sum) || 1;
  });
  const most = Math.max(12, COMMON * entries.length);
  const dots = new Float64Array(entries.length);
  return (a) => {
    const touched: number[] = [];
    for (const stem of entries[a]?.[part] ?? []) {
      const list = holders.get(stem) ?? [];
      if (list.length > most) continue;
      const weight = rarity(stem);
      for (const b of list) {
        if (b <= a) continue;
        if (dots[b] === 0) touched.push(b);
        dots[b] = (dots[b] ?? 0) + weight;
      }
    }
    return touched.flatMap((b): [number, number][] => {
      const alike = (dots[b] ?? 0) / ((lengths[a] ?? 1) * (lengths[b] ?? 1));
      dots[b] = 0;
      return alike >= ALIKE.same ? [[b, alike]] : [];
    });
  };
}
