import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createEngine, type Engine } from '../../electron/engine/engine.ts';
import { querySet } from './library-queries.ts';

/**
 * One life of the engine on a folder, told as one line of JSON. Run as a process of its own, so that its memory is
 * the engine's with all its workers: `node library-run.ts FOLDER DATA-FOLDER [add] [search]`.
 */
export interface LibraryRun {
  readonly articles: number;
  /** Milliseconds since the engine was begun; the process and its modules before that. */
  readonly loaded: number;
  readonly firstReadable: number;
  readonly listed: number;
  readonly searchable: number;
  readonly derived: number;
  /** Milliseconds after a file was added, the waiting for it to settle included; null where none was. */
  readonly added: { readonly listed: number; readonly searchable: number; readonly storied: number } | null;
  /** Milliseconds of each query as the page asks it, in order of size; empty where none was asked. */
  readonly queries: readonly number[];
  /** The longest time that a question for the library's state waited, in ms, from the start to the end of the work. */
  readonly longestWait: number;
  /** MiB resident: the most at any time, and after half a minute of rest. */
  readonly peak: number;
  readonly idle: number;
}

const FILTERS = { values: {}, match: 'all' } as const;
const MIB = 2 ** 20;

const resident = () => process.memoryUsage.rss() / MIB;

/** The most that was resident, as Linux counts it; elsewhere what Node knows. */
function peak(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kib = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kib === undefined ? process.resourceUsage().maxRSS / 1024 : Number(kib) / 1024;
}

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Asking without a pause would keep the engine from what it is asked for. */
async function until(condition: () => Promise<boolean>, everyMs = 20): Promise<void> {
  while (!(await condition())) await rest(everyMs);
}

const total = async (engine: Engine, query: string) =>
  (await engine.browse({ query, filters: FILTERS, offset: 0, limit: 1 })).total;

/** Twice: between two steps of the work there may be a moment without any. */
async function isQuiet(engine: Engine): Promise<boolean> {
  for (let look = 0; look < 2; look++) {
    const state = await engine.libraryState();
    if (!state || state.progress || state.deriving) return false;
    await rest(150);
  }
  return true;
}

/** A file in the words of another one, so that it has a story to join. */
async function add(engine: Engine, folder: string): Promise<LibraryRun['added']> {
  const [hit] = (await engine.browse({ query: '', filters: FILTERS, offset: 0, limit: 1 })).hits;
  if (!hit) return null;
  const { blocks } = await engine.article({ id: hit.article.id });
  const text = blocks.map(({ sentences }) => sentences.map((each) => each.text).join(' ')).join('\n\n');
  const file = path.join(folder, 'added-by-the-benchmark.txt');
  writeFileSync(file, `Quixotically added to the library\n\n${text}\n`);
  const start = performance.now();
  const since = () => performance.now() - start;
  try {
    const before = await total(engine, '');
    const named = async () =>
      (await engine.browse({ query: 'title:quixotically', filters: FILTERS, offset: 0, limit: 1 })).hits[0];
    await until(async () => (await total(engine, '')) > before || (await named()) !== undefined, 50);
    const listed = since();
    await until(async () => (await named()) !== undefined, 50);
    const searchable = since();
    const id = (await named())?.article.id;
    const inStory = async () => {
      const { stories } = await engine.browse({ query: '', filters: FILTERS, offset: 0, limit: 1 });
      return stories.some(({ articleIds }) => id !== undefined && articleIds.includes(id));
    };
    await until(async () => (await inStory()) || since() > 20_000, 50);
    return { listed, searchable, storied: since() };
  } finally {
    rmSync(file, { force: true });
  }
}

async function run(folder: string, dataFolder: string, wanted: ReadonlySet<string>): Promise<LibraryRun> {
  const loaded = performance.now();
  const start = performance.now();
  const since = () => performance.now() - start;
  const engine = await createEngine({ library: folder, dataFolder });
  let longestWait = 0;
  let watched = true;
  const watch = (async () => {
    while (watched) {
      const asked = performance.now();
      await engine.libraryState();
      await rest(0);
      longestWait = Math.max(longestWait, performance.now() - asked);
      await rest(10);
    }
  })();
  await until(async () => {
    const [hit] = (await engine.browse({ query: '', filters: FILTERS, offset: 0, limit: 1 })).hits;
    return hit !== undefined && (await engine.article({ id: hit.article.id })).blocks.length > 0;
  }, 2);
  const firstReadable = since();
  let listed = 0;
  await until(async () => {
    const state = await engine.libraryState();
    if (listed === 0 && state && state.articleCount > 1 && !state.progress) listed = since();
    return listed > 0;
  });
  await until(async () => (await total(engine, '*')) === (await engine.libraryState())?.articleCount);
  const searchable = since();
  await until(() => isQuiet(engine), 100);
  const derived = since();
  watched = false;
  await watch;
  // Of a folder that is being looked at for the first time, changes show once it has been.
  if (wanted.has('add')) await rest(5000);
  const added = wanted.has('add') ? await add(engine, folder) : null;
  await until(() => isQuiet(engine), 100);
  const queries: number[] = [];
  if (wanted.has('search')) {
    const asked = await querySet(engine);
    for (const query of asked) {
      const at = performance.now();
      await engine.browse({ query, filters: FILTERS, offset: 0, limit: 50 });
      queries.push(performance.now() - at);
    }
    queries.sort((a, b) => a - b);
  }
  const articles = (await engine.libraryState())?.articleCount ?? 0;
  const most = peak();
  await rest(wanted.has('idle') ? 30_000 : 0);
  const idle = resident();
  await engine.close();
  return {
    articles,
    loaded,
    firstReadable,
    listed,
    searchable,
    derived,
    added,
    queries,
    longestWait,
    peak: most,
    idle,
  };
}

const [folder, dataFolder, ...wanted] = process.argv.slice(2);
if (folder === undefined || dataFolder === undefined) throw new Error('Which folder, and which data folder?');
process.stdout.write(`${JSON.stringify(await run(folder, dataFolder, new Set(wanted)))}\n`);
