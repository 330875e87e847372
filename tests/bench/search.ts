import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { QualityTable } from '../quality/table.ts';
import { makeFolder } from './library-folder.ts';
import { PEERS } from './search-peers.ts';
import type { SearchRun } from './search-run.ts';

const ARTICLES = 10_000;
const LONGEST_MS = 20 * 60_000;

async function measure(engine: string, folder: string): Promise<SearchRun> {
  const script = path.join(import.meta.dirname, 'search-run.ts');
  const options = ['--expose-gc', '--max-old-space-size=8192', script, engine, folder];
  const { stdout } = await promisify(execFile)(process.execPath, options, { timeout: LONGEST_MS });
  return JSON.parse(stdout) as SearchRun;
}

const at = (times: readonly number[], share: number) => times[Math.floor(times.length * share)] ?? 0;
const total = ({ work: { put = 0, prepare = 0, merge = 0 } }: SearchRun) => put + prepare + merge;

function row(name: string, runs: readonly SearchRun[], cell: (run: SearchRun) => string): string[] {
  return [name, ...runs.map(cell)];
}

/**
 * Our index beside others, each in a process of its own, over invented articles: ten thousand, or as many as
 * SYNOPTIC_ARTICLES says, or those in the folder that SYNOPTIC_FOLDER names.
 */
export async function searchBench(): Promise<QualityTable> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'synoptic-search-'));
  try {
    let folder = process.env['SYNOPTIC_FOLDER'];
    if (folder === undefined) {
      folder = path.join(scratch, 'articles');
      makeFolder(folder, Number(process.env['SYNOPTIC_ARTICLES'] ?? ARTICLES));
    }
    const names = ['ours', ...Object.keys(PEERS)];
    const runs: SearchRun[] = [];
    for (const name of names) runs.push(await measure(name, folder));
    const [own] = runs;
    if (!own) throw new Error('Nothing was measured.');
    const { prepare = 0, put = 0, merge = 0, save = 0, restore = 0 } = own.work;
    const kinds = Object.keys(own.queries);
    return {
      title: `Search in ${own.articles} articles`,
      columns: ['', 'Synoptic', ...Object.keys(PEERS)],
      rows: [
        row('index, s of the processor', runs, (run) => (total(run) / 1000).toFixed(1)),
        row('held, MiB', runs, ({ held }) => held.toFixed(0)),
        row('resident, MiB', runs, ({ resident }) => resident.toFixed(0)),
        ...kinds.map((kind) =>
          row(`${kind}, median / p95, ms`, runs, ({ queries: { [kind]: times = [] } }) =>
            times.length > 0 ? `${at(times, 0.5).toFixed(2)} / ${at(times, 0.95).toFixed(2)}` : '–',
          ),
        ),
      ],
      note:
        `Of ours, s: ${(prepare / 1000).toFixed(1)} to prepare (in workers), ${(put / 1000).toFixed(1)} to put, ` +
        `${(merge / 1000).toFixed(2)} to merge, ${(save / 1000).toFixed(2)} to save ` +
        `(${((own.saved ?? 0) / 2 ** 20).toFixed(1)} MiB), ${(restore / 1000).toFixed(2)} to restore and search. ` +
        '“browsed”: the mixed queries with facets, without snippets. SQLite holds its own memory: see what is resident.',
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
