import type { Alignment, SentenceId } from '../../api/index.ts';
import { daysOf } from '../language/dates/days.ts';

/** What is compared of an entry to tell whether it is another's event. */
export interface Dated {
  readonly sentenceId: SentenceId;
  readonly date: string;
  readonly end: string | null;
  /** Content stems of its clause. */
  readonly clause: ReadonlySet<string>;
  /** Content stems beside the expression: "the 2015 nuclear deal". */
  readonly beside: ReadonlySet<string>;
}

/** How alike clauses are that tell one event: on the same day, and where only the periods meet. */
const ALIKE = { same: 0.3, meets: 0.5 };
/** Terms of more entries than this share tell the story, not the event. */
const COMMON = 0.4;

/**
 * For each entry, the index of the first entry of its event. Two entries are one event where their dates agree and
 * their sentences are aligned or what they say of the date is alike.
 */
export function groupEvents(
  entries: readonly Dated[],
  alignment: Alignment,
  rarity: (stem: string) => number,
): number[] {
  const parent = entries.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [root(a), root(b)];
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
  };
  const spans = entries.map(({ date, end }) => ({
    first: daysOf(date)?.first ?? 0,
    last: daysOf(end ?? date)?.last ?? 0,
  }));
  const agree = (a: number, b: number): 'same' | 'meets' | null => {
    const [x, y] = [entries[a], entries[b]];
    if (x?.date === y?.date && x?.end === y?.end) return 'same';
    const [s, t] = [spans[a], spans[b]];
    return s && t && s.first <= t.last && t.first <= s.last ? 'meets' : null;
  };
  for (const [a, b, aligned] of alignedEntries(entries, alignment)) {
    const dates = agree(a, b);
    if (dates === 'same' || (dates === 'meets' && aligned === 'full')) join(a, b);
  }
  for (const [key, alike] of likeness(entries, rarity)) {
    const [a = 0, b = 0] = key.split(' ').map(Number);
    const dates = agree(a, b);
    if (dates && alike >= ALIKE[dates]) join(a, b);
  }
  return parent.map((_, index) => root(index));
}

function alignedEntries(
  entries: readonly Dated[],
  alignment: Alignment,
): [number, number, 'full' | 'partial'][] {
  const of = new Map<SentenceId, number[]>();
  entries.forEach(({ sentenceId }, index) => of.set(sentenceId, [...(of.get(sentenceId) ?? []), index]));
  return alignment.pairs.flatMap(({ a, b, strength }) =>
    (of.get(a) ?? []).flatMap((one) =>
      (of.get(b) ?? []).map((other): [number, number, 'full' | 'partial'] => [one, other, strength]),
    ),
  );
}

/** Cosine of the weighted stems of clauses, or of what stands beside the expressions, whichever is more alike. */
function likeness(entries: readonly Dated[], rarity: (stem: string) => number): Map<string, number> {
  const best = new Map<string, number>();
  for (const part of ['clause', 'beside'] as const) {
    const holders = new Map<string, number[]>();
    entries.forEach((entry, index) => {
      for (const stem of entry[part]) {
        const list = holders.get(stem);
        if (list) list.push(index);
        else holders.set(stem, [index]);
      }
    });
    const lengths = entries.map((entry) =>
      Math.sqrt([...entry[part]].reduce((sum, stem) => sum + rarity(stem) ** 2, 0)),
    );
    const dots = new Map<string, number>();
    for (const [stem, list] of holders) {
      if (list.length > Math.max(12, COMMON * entries.length)) continue;
      const weight = rarity(stem) ** 2;
      for (const [place, a] of list.entries()) {
        for (const b of list.slice(place + 1)) dots.set(`${a} ${b}`, (dots.get(`${a} ${b}`) ?? 0) + weight);
      }
    }
    for (const [key, dot] of dots) {
      const [a = 0, b = 0] = key.split(' ').map(Number);
      const alike = dot / ((lengths[a] || 1) * (lengths[b] || 1));
      best.set(key, Math.max(best.get(key) ?? 0, alike));
    }
  }
  return best;
}
