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
  /** Requests that were answered for before the kills, and imports. */
  readonly acknowledged: number;
  readonly faults: readonly string[];
}

const MOMENTS: readonly Moment[] = ['opening', 'working', 'working', 'flood', 'importing', 'importing'];

/** Milliseconds after the library was asked for, or is open, at which the engine is killed. */
function lifetime(moment: Moment, random: Random): number {
  if (moment === 'opening') return random.chance(0.4) ? random.below(30) : random.below(300);
  return random.below(moment === 'importing' ? 2000 : 3000);
}

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

async function live(moment: Moment, scene: Scene, data: string): Promise<void> {
  const life = await Life.start(data);
  let over = false;
  const killed = () => over;
  const kill = async () => {
    over = true;
    await life.kill();
  };
  const opened = ask(scene, () => life.api.openLibrary({ path: scene.library }));
  let work: Promise<unknown>;
  if (moment === 'flood') {
    await opened;
    if (scene.random.chance(0.5)) await settledState(life.api);
    const enough = scene.ledger.acknowledged + scene.random.between(1, 250);
    const isOver = () => over || scene.ledger.acknowledged >= enough;
    work = busy(life, scene, MARKING, 40, isOver);
    while (!isOver()) await after(0);
  } else {
    const actions =
      moment === 'importing'
        ? [...IMPORTING, ...IMPORTING, ...MARKING]
        : [...MARKING, ...LOOKING, ...IMPORTING];
    work = busy(life, scene, actions, moment === 'opening' ? 20 : 5, killed);
    // Loading and listing take long on a busy computer, and have a kind of their own.
    if (moment !== 'opening') await opened;
    await after(lifetime(moment, scene.random));
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
  for (const moment of moments) await live(moment, scene, at.data);
  const faults = [...scene.faults, ...(await checkAfter(scene, at.library, at.data))];
  if (faults.length === 0) await rm(at.folder, { recursive: true, force: true });
  return { seed, moments, firstVersion, acknowledged: ledger.acknowledged, faults };
}
