import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { analyse } from '../../electron/engine/language/analysis.ts';
import { createEngine } from '../../electron/engine/engine.ts';
import { readPaths } from '../../electron/engine/offline.ts';
import { StoryReader } from '../../electron/engine/story-reader.ts';
import type { QualityTable } from '../quality/table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SEEDS = path.join(ROOT, 'seeds');
const CLI = path.join(ROOT, 'dist', 'cli', 'cli.js');
const RUNS = 9;

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const columns = ({ median, best }: Taken): string[] => [ms(median), ms(best)];

interface Taken {
  readonly median: number;
  /** What other work on the machine disturbs least. */
  readonly best: number;
}

/** Milliseconds that `work` takes. */
async function measure(work: () => unknown): Promise<Taken> {
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[RUNS >> 1] ?? NaN, best: taken[0] ?? NaN };
}

/** Whole processes, beside a Node that does nothing. */
async function processes(): Promise<QualityTable> {
  const node = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const base = await measure(() => node('-e', '0'));
  const row = async (title: string, ...args: string[]): Promise<string[]> => {
    const taken = await measure(() => node(CLI, ...args));
    return [title, ...columns(taken), `${(taken.best / base.best).toFixed(1)} ×`];
  };
  return {
    title: 'Whole process at the prompt, the five sample articles',
    columns: ['command', 'median', 'best', 'best to node -e 0'],
    rows: [
      ['node -e 0', ...columns(base), '1.0 ×'],
      await row('synoptic read', 'read', SEEDS, '--json'),
      await row('synoptic brief --words 100', 'brief', SEEDS, '--words', '100', '--json'),
      await row('synoptic stories', 'stories', SEEDS, '--json'),
      await row('synoptic search', 'search', SEEDS, 'donbas', '--json'),
    ],
  };
}

async function firstArticle(): Promise<void> {
  const engine = await createEngine({ library: SEEDS });
  const all = { query: '', filters: { values: {}, match: 'all' }, offset: 0, limit: 1 } as const;
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      const off = engine.on('changed', () => {
        off();
        resolve();
      });
    });
    const [hit] = (await engine.browse(all)).hits;
    if (hit) {
      await engine.article({ id: hit.article.id });
      break;
    }
    await changed;
  }
  await engine.close();
}

/** The engine within a process that has loaded it. */
async function engineWork(): Promise<QualityTable> {
  const { articles } = await readPaths([SEEDS]);
  const ids = articles.map(({ id }) => id);
  const reader = new StoryReader();
  reader.summarise(articles, { words: 100 });
  const steps: [string, () => unknown][] = [
    ['open the library, first article ready', firstArticle],
    ['read the five files', () => readPaths([SEEDS])],
    ['analyse the five articles', () => articles.map(analyse)],
    ['compare and summarise them, first time', () => new StoryReader().summarise(articles, { words: 100 })],
    ['summarise them again at another length', () => reader.summarise(articles, { words: 150 })],
  ];
  const rows: string[][] = [];
  for (const [title, work] of steps) rows.push([title, ...columns(await measure(work))]);
  return {
    title: `The engine on the ${ids.length} sample articles, warm`,
    columns: ['step', 'median', 'best'],
    rows,
  };
}

/** What the page weighs. */
async function bundle(): Promise<QualityTable> {
  const folder = path.join(ROOT, 'dist', 'renderer');
  const sizes = new Map<string, { raw: number; zipped: number }>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const data = await readFile(path.join(entry.parentPath, entry.name));
    const kind = path.extname(entry.name).slice(1) || entry.name;
    const { raw, zipped } = sizes.get(kind) ?? { raw: 0, zipped: 0 };
    sizes.set(kind, { raw: raw + data.length, zipped: zipped + gzipSync(data, { level: 9 }).length });
  }
  const but = [...sizes].filter(([kind]) => kind !== 'woff2').map(([, { zipped }]) => zipped);
  const zipped = but.reduce((sum, bytes) => sum + bytes, 0);
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return {
    title: 'The built page',
    columns: ['files', 'size', 'gzip', 'ratio'],
    rows: [...sizes].map(([kind, { raw, zipped }]) => [kind, kB(raw), kB(zipped), (zipped / raw).toFixed(2)]),
    note: `Without fonts ${(zipped / 1024).toFixed(1)} KiB as gzip, of 180 that it may have.`,
  };
}

export async function startupBench(): Promise<QualityTable[]> {
  return [await processes(), await engineWork(), await bundle()];
}
