import { layGround, type Ground } from '../kill/ground.ts';
import { Random } from '../random.ts';
import * as damage from './damage.ts';
import * as full from './full.ts';
import { outOfMemory } from './memory.ts';
import { Disks, obstacle } from './mounts.ts';
import * as readOnly from './read-only.ts';

interface Stage {
  readonly disks: Disks;
  readonly ground: Ground;
  readonly random: Random;
  /** What is wrong; empty at the end where all is as it must be. */
  readonly faults: string[];
}

/** One way in which a disk fails, and what is to come of it. */
export type Scenario = (stage: Stage) => Promise<void>;

const { whole, head, middle, half } = damage.DAMAGES;

/** Those that need disks of their own; elsewhere they are left out, with the reason. */
const MOUNTED: Readonly<Record<string, Scenario>> = {
  'data folder full while indexing': full.indexing,
  'data folder full while tagging': full.tagging,
  'import into a full library': full.importing,
  'read-only library': readOnly.library,
  'read-only data folder': readOnly.dataFolder,
  'data folder unplugged': readOnly.unplugged,
};

const PLAIN: Readonly<Record<string, Scenario>> = {
  'data folder deleted': readOnly.vanishing,
  'cache overwritten while closed': damage.closedCache(whole),
  'cache’s middle overwritten while closed': damage.closedCache(middle),
  'cache cut in half while closed': damage.closedCache(half),
  'cache overwritten while open': damage.openCache(whole),
  'cache’s middle overwritten while open': damage.openCache(middle),
  'cache cut in half while open': damage.openCache(half),
  'store’s head overwritten': damage.closedStore(head, 0),
  'store’s middle overwritten': damage.closedStore(middle, 1),
  'store cut in half': damage.closedStore(half, 1),
  'store overwritten': damage.closedStore(whole, 0),
  'store emptied': damage.emptiedStore,
  'store overwritten while open': damage.openStore(whole),
  'store’s middle overwritten while open': damage.openStore(middle),
  'store cut in half while open': damage.openStore(half),
  'worker out of memory': outOfMemory,
};

interface DiskOptions {
  /** How often each is done. */
  readonly rounds: number;
  readonly seed: number;
  /** Only those whose names contain this. */
  readonly only?: string | undefined;
  readonly say: (line: string) => void;
}

export async function disk({ rounds, seed, only = '', say }: DiskOptions) {
  const reason = obstacle();
  if (reason !== null) say(`left out: ${Object.keys(MOUNTED).join('; ')}: ${reason}`);
  const scenarios = Object.entries(reason === null ? { ...MOUNTED, ...PLAIN } : PLAIN).filter(([name]) =>
    name.includes(only),
  );
  const ground = await layGround(80);
  let failed = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [name, scenario] of scenarios) {
      const faults: string[] = [];
      const disks = new Disks();
      try {
        await scenario({ disks, ground, random: new Random(seed + round), faults });
      } catch (thrown) {
        faults.push(
          `it broke off: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
        );
      } finally {
        disks.remove();
      }
      if (faults.length > 0) failed++;
      say(`${faults.length === 0 ? 'ok    ' : 'FAULTY'} ${name}`);
      for (const fault of new Set(faults)) say(`       ${fault}`);
    }
  }
  await ground.remove();
  const left = reason === null ? '' : `, ${Object.keys(MOUNTED).length} left out`;
  const verdict = `disk: ${scenarios.length} faults, ${rounds} rounds, seed ${seed}: ${failed} not as defined${left}`;
  return { verdict, failed: failed > 0 };
}
