import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { QualityTable } from '../quality/table.ts';
import type { CompareCost } from './compare-run.ts';

const run = promisify(execFile);

/** Articles, and how often they are compared. */
const SIZES = [
  [5, 15],
  [20, 5],
  [50, 3],
  [200, 1],
] as const;

/** What comparing costs as stories grow, with a search library that looks each sentence up as the peer. */
export async function compareBench(): Promise<QualityTable> {
  const rows: (string | number)[][] = [];
  for (const [count, rounds] of SIZES) {
    const { stdout } = await run(process.execPath, [
      join(import.meta.dirname, 'compare-run.ts'),
      String(count),
      String(rounds),
    ]);
    const cost = JSON.parse(stdout) as CompareCost;
    rows.push([
      count,
      cost.sentences,
      cost.analyse.toFixed(0),
      cost.compare.toFixed(0),
      cost.peer?.toFixed(0) ?? '–',
      cost.peer === null ? '–' : (cost.compare / cost.peer).toFixed(2),
      cost.rarePairs,
      ((1000 * cost.compare) / Math.max(1, cost.rarePairs)).toFixed(1),
      cost.found,
      `${cost.before.toFixed(0)} → ${cost.after.toFixed(0)}`,
    ]);
  }
  return {
    title: 'Comparing articles of 800 words, warm',
    columns: [
      'articles',
      'sentences',
      'analyse ms',
      'compare ms',
      'MiniSearch ms',
      'ratio',
      'rare pairs',
      'µs a rare pair',
      'pairs found',
      'peak MiB',
    ],
    rows,
    note: 'MiniSearch indexes the sentences and looks each of them up. It is not asked at 200, where it takes minutes. A rare pair shares a term of at most 1 % of the sentences, or eight. Memory is the process’s highest, before comparing and after.',
  };
}
