import { watch } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { Random } from '../random.ts';
import { ALONE, LOOKING, MARKING, type Action } from './actions.ts';
import { checkAfter } from './check.ts';
import { copyGround, writeFirstVersion, type Ground } from './ground.ts';
import { Imports } from './imports.ts';
import { IMPORTING } from './importing.ts';
import { Ledger } from './ledger.ts';
import { Life } from './life.ts';
import { ask, type Scene } from './scene.ts';
import { settledState } from '../settled.ts';

/** What is going on when the engine is killed. */
type Moment = 'opening' | 'working' | 'flood' | 'importing';

export interface Round {
  readonly seed: number;
  readonly moments: readonly Moment[];
  readonly firstVersion: boolean;
  /** Changes and imports that were answered for before the kills. */
  readonly acknowledged: number;
  readonly imports: number;
  readonly faults: readonly string[];
}

const MOMENTS: readonly Moment[] = ['opening', 'working', 'working', 'flood', 'importing', 'importing'];

const DOING: Readonly<Record<Moment, readonly [readonly Action[], number]>> = {
  opening: [[...MARKING, ...LOOKING, ...IMPORTING], 20],
  working: [[...MARKING, ...LOOKING, ...IMPORTING], 5],
  importing: [[...IMPORTING, ...IMPORTING, ...MARKING], 5],
  flood: [MARKING, 40],
};

/** Answers after which the engine is killed, and milliseconds from then on, whatever else the computer does. */
function lifetime(moment: Moment, random: Random): { readonly answers: number; readonly ms: number } {
  switch (moment) {
    case 'opening':
      return { answers: 0, ms: random.chance(0.4) ? random.below(30) : random.below(500) };
    case 'importing':
      return { answers: random.between(0, 20), ms: random.below(60) };
    case 'working':
      return { answers: random.between(0, 80), ms: random.below(200) };
    case 'flood':
      return { answers: random.between(1, 250), ms: random.below(3) };
  }
}

/** So long at most is waited for answers: while much is looked at, few come. */
const PATIENCE_MS = 15_000;

/** Does things until nothing is answered any more: some at a time, and now and then one that has to be alone. */
async function busy(
  life: Life,
  scene: Scene,
  actions: readonly Action[],
  atOnce: number,
  isOver: () => boolean,
) {
  while (!isOver()) {
    const some = Array.from({ length: scene.random.between(1, atOnce) }, () => scene.random.pick(actions));
    await Promise.all(some.map((action) => action(life.api, scene)));
    if (scene.random.chance(0.2) && !isOver()) await scene.random.pick(ALONE)(life.api, scene);
    // Where all are left out, time must pass all the same.
    await after(0);
  }
}

/** Resolves in the moment of the last of so many changes in a folder. */
async function changes(folder: string, count: number): Promise<void> {
  const watcher = watch(folder, { recursive: true });
  let left = count;
  const last = new Promise<void>((resolve) => {
    watcher.on('change', () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
  await Promise.race([last, after(PATIENCE_MS)]);
  watcher.close();
}

async function live(moment: Moment, scene: Scene, data: string, share: number): Promise<void> {
  const life = await Life.start(data);
  let over = false;
  const kill = async () => {
    over = true;
    await life.kill();
  };
  const opened = ask(scene, () => life.api.openLibrary({ path: scene.library }));
  const answered = () => scene.ledger.acknowledged + scene.imports.done;
  const { answers, ms } = lifetime(moment, scene.random);
  const enough = answered() + Math.ceil(answers * share);
  // Opening is done to while it lasts; it may be killed before it is answered.
  if (moment !== 'opening') await opened;
  if (moment === 'flood' && scene.random.chance(0.5)) await settledState(life.api);
  const [actions, atOnce] = DOING[moment];
  const work = busy(life, scene, actions, atOnce, () => over);
  // Writing a copy takes no time to speak of: as often as not the kill waits for a change in the folder itself.
  if (moment === 'importing' && scene.random.chance(0.6))
    await changes(scene.library, scene.random.between(1, 40));
  else {
    const until = Date.now() + PATIENCE_MS;
    while (answered() < enough && Date.now() < until) await after(1);
    await after(ms);
  }
  await kill();
  await work;
  await opened;
  scene.faults.push(...life.problems.map((problem) => `while it lived: ${problem}`));
}

/** One library that is opened, worked on and killed once (or twice unless it is to be brief), and looked over afterwards. */
export async function runRound(ground: Ground, seed: number, brief = false): Promise<Round> {
  const random = new Random(seed);
  const at = await copyGround(ground, seed);
  const ledger = new Ledger();
  const firstVersion = random.chance(0.3);
  if (firstVersion) {
    const some = random.some(ground.articles, 60);
    for (const [place, value] of writeFirstVersion(at.data, at.library, some)) ledger.set(place, value);
  }
  const scene: Scene = {
    random,
    ledger,
    imports: new Imports(ground.files),
    articles: ground.articles,
    library: at.library,
    outside: at.outside,
    exported: ground.exported,
    highlights: new Map(),
    faults: [],
    number: 1,
  };
  const lives = brief ? 1 : random.between(1, 2);
  const moments = Array.from({ length: lives }, () => random.pick(MOMENTS));
  // The kill during a migration is one during the first opening.
  if (firstVersion && random.chance(0.7)) moments[0] = 'opening';
  for (const moment of moments) await live(moment, scene, at.data, brief ? 0.2 : 1);
  const faults = [...scene.faults, ...(await checkAfter(scene, at.library, at.data))];
  if (faults.length === 0) await rm(at.folder, { recursive: true, force: true });
  return {
    seed,
    moments,
    firstVersion,
    acknowledged: ledger.acknowledged,
    imports: scene.imports.done,
    faults,
  };
}
