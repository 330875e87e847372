import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ALLOCATOR } from '../../electron/main/allocator.ts';
import type { QualityTable } from '../quality/table.ts';
import { makeFolder } from './library-folder.ts';
import type { PeerRun } from './library-peer.ts';
import type { LibraryRun } from './library-run.ts';

const run = promisify(execFile);
const PEERS = ['lunr in one', 'MiniSearch', 'SQLite FTS5'] as const;
/** Articles of the libraries made where none are given. */
const SIZES = [1000, 10_000, 30_000] as const;
/** The library that peers are asked about, too. */
const COMPARED = 10_000;
const LONGEST_MS = 20 * 60_000;

const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 9_950 ? 2 : 1)} s`;
const ms = (value: number | undefined) => (value === undefined ? '–' : `${value.toFixed(1)} ms`);
const mib = (value: number) => `${value.toFixed(0)} MiB`;
const at = (times: readonly number[], share: number) => times[Math.floor(times.length * share)];

async function life(folder: string, data: string, ...wanted: string[]): Promise<LibraryRun> {
  const script = path.join(import.meta.dirname, 'library-run.ts');
  const { stdout } = await run(process.execPath, ['--expose-gc', script, folder, data, ...wanted], {
    timeout: LONGEST_MS,
    env: { ...process.env, ...ALLOCATOR },
  });
  return JSON.parse(stdout) as LibraryRun;
}

async function peer(name: string, folder: string): Promise<PeerRun> {
  const script = path.join(import.meta.dirname, 'library-peer.ts');
  const { stdout } = await run(process.execPath, ['--max-old-space-size=8192', script, name, folder], {
    timeout: LONGEST_MS,
  });
  return JSON.parse(stdout) as PeerRun;
}

/** Recoll (Xapian) indexing the folder: milliseconds and its highest resident memory; null where it is not installed. */
async function recoll(folder: string, scratch: string): Promise<{ index: number; peak: number } | null> {
  if (spawnSync('recollindex', ['-h']).error) return null;
  writeFileSync(path.join(scratch, 'recoll.conf'), `topdirs = ${folder}\nloglevel = 2\n`);
  const start = performance.now();
  const child = spawn('recollindex', ['-c', scratch, '-z'], { stdio: 'ignore' });
  let peak = 0;
  const look = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    if (!existsSync(status)) return;
    peak = Math.max(peak, Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024);
  }, 100);
  await new Promise((done) => child.once('exit', done));
  clearInterval(look);
  return { index: performance.now() - start, peak };
}

interface Measured {
  readonly folder: string;
  readonly cold: LibraryRun;
  readonly warm: LibraryRun;
}

async function measure(folder: string, scratch: string): Promise<Measured> {
  const data = mkdtempSync(path.join(scratch, 'data-'));
  const cold = await life(folder, data, 'idle');
  const warm = await life(folder, data, 'add', 'search', 'idle');
  return { folder, cold, warm };
}

function growth(measured: readonly Measured[]): QualityTable {
  const perThousand = (value: number, { articles }: LibraryRun) => seconds((1000 * value) / articles);
  return {
    title: 'One library after another: a cold start, then a warm one',
    columns: ['', ...measured.map(({ cold }) => `${cold.articles} articles`)],
    rows: [
      ['cold: first article readable', ...measured.map(({ cold }) => seconds(cold.firstReadable))],
      ['cold: all searchable', ...measured.map(({ cold }) => seconds(cold.searchable))],
      ['  for a thousand', ...measured.map(({ cold }) => perThousand(cold.searchable, cold))],
      ['cold: topics, names and stories', ...measured.map(({ cold }) => seconds(cold.derived))],
      ['  for a thousand', ...measured.map(({ cold }) => perThousand(cold.derived, cold))],
      ['cold: longest wait for an answer', ...measured.map(({ cold }) => ms(cold.longestWait))],
      ['warm: list usable', ...measured.map(({ warm }) => seconds(warm.firstReadable))],
      ['warm: all searchable', ...measured.map(({ warm }) => seconds(warm.searchable))],
      ['a file added: in the list', ...measured.map(({ warm }) => ms(warm.added?.listed))],
      ['a file added: found', ...measured.map(({ warm }) => ms(warm.added?.searchable))],
      ['a file added: in its story', ...measured.map(({ warm }) => ms(warm.added?.storied))],
      [
        '200 queries with snippets and facets, median',
        ...measured.map(({ warm }) => ms(at(warm.queries, 0.5))),
      ],
      [
        '200 queries with snippets and facets, p95',
        ...measured.map(({ warm }) => ms(at(warm.queries, 0.95))),
      ],
      ['memory, most while indexing', ...measured.map(({ cold }) => mib(cold.peak))],
      ['memory, after half a minute of rest', ...measured.map(({ cold }) => mib(cold.idle))],
      ['memory, warm, after half a minute of rest', ...measured.map(({ warm }) => mib(warm.idle))],
    ],
    note: 'Memory is resident, workers included. Starting Node and loading the engine is not in the times; the waiting for a file to settle (200 ms) is.',
  };
}

async function peers({ folder, cold, warm }: Measured, scratch: string): Promise<QualityTable> {
  const rows: (string | number)[][] = [];
  const row = (name: string, index: number, queries: readonly number[], peak: number) => {
    rows.push([
      name,
      seconds(index),
      (cold.searchable / index).toFixed(2),
      ms(at(queries, 0.5)),
      ms(at(queries, 0.95)),
      mib(peak),
    ]);
  };
  row('Synoptic: texts read, searchable', cold.searchable, warm.queries, cold.peak);
  for (const name of PEERS) {
    const { index, queries, peak } = await peer(name, folder);
    row(name, index, queries, peak);
  }
  const found = await recoll(folder, scratch);
  if (found) row('Recoll, indexing', found.index, [], found.peak);
  return {
    title: `${cold.articles} articles beside other search engines`,
    columns: ['', 'index', 'ours to it', 'query, median', 'query, p95', 'memory, most'],
    rows,
    note: `The others index titles and texts in one process and answer with references only${found ? '' : '; Recoll is not installed'}.`,
  };
}

/**
 * Libraries of invented articles, or those whose folders SYNOPTIC_LIBRARIES names (separated as in PATH): starts,
 * changes, queries and memory as they grow, and other search engines on the one of ten thousand (else the largest).
 */
export async function libraryBench(): Promise<QualityTable[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'));
  try {
    const given = process.env['SYNOPTIC_LIBRARIES']?.split(path.delimiter).filter(Boolean);
    const folders =
      given ??
      SIZES.map((articles) => {
        const folder = path.join(scratch, String(articles));
        makeFolder(folder, articles);
        return folder;
      });
    const measured: Measured[] = [];
    for (const folder of folders) measured.push(await measure(folder, scratch));
    const compared = measured.find(({ cold }) => cold.articles >= COMPARED) ?? measured.at(-1);
    return [growth(measured), ...(compared ? [await peers(compared, scratch)] : [])];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
