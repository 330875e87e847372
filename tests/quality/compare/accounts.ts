import { align } from '../../../electron/engine/compare/align.ts';
import { accountsOf } from '../../../electron/engine/compare/accounts.ts';
import { derivationsOf } from '../../../electron/engine/compare/derivation.ts';
import { quotationsOf } from '../../../electron/engine/compare/quotations.ts';
import type { QualityTable } from '../table.ts';
import { loadEvents, type GoldEvent, type WhichGold } from './gold.ts';

const named = (partition: readonly (readonly string[])[]) =>
  partition
    .map((letters) => [...letters].sort().join(''))
    .sort()
    .join(' ');

function rowFor(event: GoldEvent): (string | number)[] {
  const { analyses, letterOf } = event;
  const alignment = align(analyses);
  const derivations = derivationsOf(analyses, alignment, quotationsOf(analyses, alignment));
  const found = named(accountsOf(analyses, derivations).map(({ articleIds }) => articleIds.map(letterOf)));
  const wanted = named(event.gold.accounts);
  const together = new Set(
    event.gold.accounts.flatMap((account) => account.flatMap((a) => account.map((b) => a + b))),
  );
  const isOne = derivations.map(({ a, b }) => together.has(letterOf(a) + letterOf(b)));
  const scores = (one: boolean) => derivations.filter((_, at) => isOne[at] === one).map(({ score }) => score);
  const least = Math.min(...scores(true));
  const most = Math.max(...scores(false));
  return [
    event.name,
    wanted,
    found,
    found === wanted ? 'exact' : 'WRONG',
    Number.isFinite(least) ? least.toFixed(2) : '–',
    Number.isFinite(most) ? most.toFixed(2) : '–',
  ];
}

/**
 * Articles that go back to one text, as a partition of the articles of an event.
 * @param evalDir the evaluation texts, or null where there are none: then only our own events are measured.
 */
export async function accountsQuality(
  evalDir: string | null,
  which: WhichGold = 'ours',
): Promise<QualityTable> {
  const rows = (await loadEvents(evalDir, which)).map(rowFor);
  const exact = rows.filter((row) => row[3] === 'exact').length;
  return {
    title: 'Accounts: articles that rewrite one text together',
    columns: ['event', 'wanted', 'found', '', 'least of one', 'most of two'],
    rows,
    note: `${exact} of ${rows.length} partitions exact. A pair is of one account from a score of 0.5; the last columns are the lowest score of a pair of one account and the highest of two.`,
  };
}
