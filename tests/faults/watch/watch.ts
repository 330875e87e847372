import { appendFile, cp, mkdir, mkdtemp, realpath, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import { Random } from '../random.ts';
import { differences, seen } from '../seen.ts';
import { settledState } from '../settled.ts';
import { articleText, sampleParagraphs } from '../texts.ts';

const PARAGRAPHS = sampleParagraphs();
const FOLDERS = ['', 'north', 'south', 'south/late', 'North'] as const;
const NAMES = ['a.txt', 'A.txt', 'b.md', 'c.html', 'd.txt', 'e.txt', 'f.bin'] as const;
/** What the system tells takes its time. */
const PATIENCE_MS = 15_000;

interface Place {
  readonly root: string;
  readonly random: Random;
}

function content({ random }: Place, name: string): string {
  if (random.chance(0.05)) return random.pick(['', '\0\0\0\0', '   \n']);
  const title = `Report ${random.below(40)} of the import`;
  return articleText(title, random.some(PARAGRAPHS, random.between(1, 4)), path.extname(name));
}

const file = ({ root, random }: Place) => path.join(root, random.pick(FOLDERS), random.pick(NAMES));
const folder = ({ root, random }: Place) => path.join(root, random.pick(FOLDERS.slice(1)));

async function written(place: Place, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  await writeFile(to, content(place, to));
}

type Operation = (place: Place) => Promise<unknown>;

const write: Operation = (place) => written(place, file(place));
const append: Operation = (place) =>
  appendFile(file(place), '\n\nOne more thing was said about the minister.\n');
const replace: Operation = async (place) => {
  const draft = path.join(place.root, '.draft.txt~');
  const to = file(place);
  await writeFile(draft, content(place, to));
  await rename(draft, to);
};
/** As a client that brings files from elsewhere writes them: a part, and later the rest. */
const inParts: Operation = async (place) => {
  const to = file(place);
  const whole = content(place, to);
  await mkdir(path.dirname(to), { recursive: true });
  await writeFile(to, whole.slice(0, whole.length / 2));
  await pause(place.random.below(30));
  await appendFile(to, whole.slice(whole.length / 2));
};
const move: Operation = (place) => rename(file(place), file(place));
const moveFolder: Operation = (place) => rename(folder(place), folder(place));
const copyFolder: Operation = (place) => cp(folder(place), folder(place), { recursive: true });
const remove: Operation = (place) => rm(file(place), { force: true });
const removeFolder: Operation = (place) => rm(folder(place), { recursive: true, force: true });
const touch: Operation = (place) => {
  const time = place.random.pick([0, 1_700_000_000, 4_000_000_000]);
  return utimes(file(place), time, time);
};

const OPERATIONS = [
  write,
  write,
  write,
  write,
  append,
  replace,
  replace,
  inParts,
  move,
  move,
  moveFolder,
  copyFolder,
  remove,
  removeFolder,
  touch,
];

async function converged(engine: Engine, root: string): Promise<string[]> {
  const fresh = await createEngine({ library: root, watch: { watch: false, settleMs: 0, batchMs: 1 } });
  try {
    await settledState(fresh);
    const expected = await seen(fresh);
    const { failures: wrong } = await settledState(fresh);
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const { failures } = await settledState(engine);
      const faults = differences(await seen(engine), expected);
      const [found, right] = [failures, wrong].map((list) =>
        JSON.stringify(list.map((each) => [each.path, each.code])),
      );
      if (found !== right) faults.push(`failures are ${found}, afresh ${right}`);
      if (faults.length === 0 || Date.now() > until) return faults;
      await pause(50);
    }
  } finally {
    await fresh.close();
  }
}

async function runSequence(seed: number): Promise<string[]> {
  const random = new Random(seed);
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'synoptic-watch-')));
  const data = await mkdtemp(path.join(tmpdir(), 'synoptic-watch-data-'));
  const place = { root, random };
  const faults: string[] = [];
  const begin = () =>
    createEngine({
      library: root,
      dataFolder: data,
      watch: { settleMs: random.pick([0, 5, 25]), batchMs: 2, rescanMs: 1_000_000 },
      onError: (where, thrown) => faults.push(`${where}: ${String(thrown)}`),
    });
  for (let count = random.between(0, 8); count > 0; count--) await write(place);
  let engine = await begin();
  if (random.chance(0.5)) await settledState(engine);
  for (let steps = random.between(1, 25); steps > 0; steps--) {
    // What the file system refuses (a file in the way of a folder) leaves it as it was.
    await random
      .pick(OPERATIONS)(place)
      .catch(() => undefined);
    if (random.chance(0.4)) await pause(random.below(40));
    if (random.chance(0.05))
      await engine.browse({ query: 'minister', filters: { values: {}, match: 'all' }, offset: 0, limit: 10 });
    if (random.chance(0.04)) {
      await engine.close();
      engine = await begin();
    }
  }
  faults.push(...(await converged(engine, root)).map((fault) => `while watched: ${fault}`));
  await engine.close();
  engine = await begin();
  faults.push(...(await converged(engine, root)).map((fault) => `opened again: ${fault}`));
  await engine.close();
  await rm(data, { recursive: true, force: true });
  await rm(root, { recursive: true, force: true });
  return faults;
}

interface WatchOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** Sequence i of a run has the seed of the run plus i. */
export async function watch({ rounds, seed, say }: WatchOptions) {
  let diverged = 0;
  for (let number = 0; number < rounds; number++) {
    const faults = await runSequence(seed + number);
    if (faults.length === 0) continue;
    diverged++;
    say(`FAULTY seed ${seed + number}`);
    for (const fault of faults.slice(0, 10)) say(`       ${fault}`);
  }
  const verdict = `watch: ${rounds} sequences on an open engine, seed ${seed}: ${diverged} divergences`;
  return { verdict, failed: diverged > 0 };
}
