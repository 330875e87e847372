import { align } from '../../../electron/engine/compare/align.ts';
import { dateArticles } from '../../../electron/engine/compare/datings.ts';
import type { QualityTable } from '../table.ts';
import { accountsQuality } from './accounts.ts';
import { discrepanciesQuality } from './discrepancies.ts';
import { loadEvents, type GoldEvent } from './gold.ts';
import { quotationQuality } from './quotations.ts';
import { timelineQuality } from './timeline.ts';

const percent = (part: number, whole: number) => (whole > 0 ? ((100 * part) / whole).toFixed(1) : '–');

interface Counts {
  readonly fullFound: number;
  readonly full: number;
  readonly partialFound: number;
  readonly partial: number;
  readonly right: number;
  readonly shown: number;
}

/** Headings and preformatted text apart, which are never aligned and are in no gold pair either. */
function countsOf({ articles, analyses, gold, refOf }: GoldEvent): Counts {
  const dates = new Map(
    dateArticles(articles, analyses, new Map()).map(({ articleId, date }) => [articleId, date]),
  );
  const key = (a: string, b: string) => [a, b].sort().join(' ');
  const wanted = new Map(gold.pairs.map(([a, b, strength]) => [key(a, b), strength]));
  const shown = align(analyses, dates).pairs.map(({ a, b }) => key(refOf(a), refOf(b)));
  const found = (strength: string) => shown.filter((pair) => wanted.get(pair) === strength).length;
  const all = (strength: string) => [...wanted.values()].filter((each) => each === strength).length;
  return {
    fullFound: found('full'),
    full: all('full'),
    partialFound: found('partial'),
    partial: all('partial'),
    right: found('full') + found('partial'),
    shown: shown.length,
  };
}

const rowFor = (name: string, counts: Counts): (string | number)[] => [
  name,
  percent(counts.fullFound, counts.full),
  percent(counts.right, counts.shown),
  percent(counts.partialFound, counts.partial),
  counts.shown,
];

async function alignmentTable(evalDir: string | null): Promise<QualityTable> {
  const events = await loadEvents(evalDir, 'held-out');
  const counts = events.map(countsOf);
  const sum = (of: keyof Counts) => counts.reduce((total, each) => total + each[of], 0);
  const all = {
    fullFound: sum('fullFound'),
    full: sum('full'),
    partialFound: sum('partialFound'),
    partial: sum('partial'),
    right: sum('right'),
    shown: sum('shown'),
  };
  return {
    title: 'Alignment by the weights that are shipped, per cent',
    columns: ['event', 'full found', 'shown right', 'partial found', 'shown'],
    rows: [
      ...events.map(({ name }, index) => rowFor(name, counts[index] ?? all)),
      rowFor('all pairs together', all),
    ],
  };
}

/**
 * What comparing reaches on events that nobody looked at while making it. Whoever reads their errors to mend
 * them moves them to the other gold and labels new ones.
 */
export async function heldOutQuality(evalDir: string | null): Promise<QualityTable[]> {
  const tables = [
    await alignmentTable(evalDir),
    await accountsQuality(evalDir, 'held-out'),
    await discrepanciesQuality(evalDir, 'held-out'),
    await quotationQuality(evalDir, 'held-out'),
    await timelineQuality(evalDir, 'held-out'),
  ];
  return tables.map((table) => ({ ...table, title: `Held out: ${table.title}` }));
}
