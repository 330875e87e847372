import { layGround } from './ground.ts';
import { runRound, type Round } from './round.ts';

export interface KillRun {
  readonly rounds: readonly Round[];
  /** The run's last line. */
  readonly verdict: string;
  readonly failed: boolean;
}

interface KillOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Files of the library. */
  readonly files?: number;
  /** One life a round, and nothing imported from another computer: for the usual tests. */
  readonly brief?: boolean;
  readonly say?: (line: string) => void;
}

const LOST = /acknowledged|^import (lost|spoilt)|half of a request/;
const HALF = /^import half done/;

/** Kills the engine at random moments, round after round: round i has the seed of the run plus i. */
export async function kill({
  rounds,
  seed,
  files = 300,
  brief = false,
  say = () => undefined,
}: KillOptions): Promise<KillRun> {
  const ground = await layGround(files, !brief);
  const done: Round[] = [];
  for (let number = 0; number < rounds; number++) {
    const round = await runRound(ground, seed + number, brief);
    done.push(round);
    const { moments, firstVersion, acknowledged, imports, faults } = round;
    const what = [...(firstVersion ? ['first version'] : []), ...moments].join(', ');
    say(
      `${faults.length === 0 ? 'ok    ' : 'FAULTY'} seed ${round.seed}: ${what}; ${acknowledged} changes and ${imports} imports acknowledged`,
    );
    for (const fault of faults.slice(0, 12)) say(`       ${fault}`);
    if (faults.length > 12) say(`       and ${faults.length - 12} more`);
  }
  const faulty = done.filter(({ faults }) => faults.length > 0);
  if (faulty.length === 0) await ground.remove();
  else say(`What is left of the faulty rounds is kept in ${ground.folder}.`);
  const all = done.flatMap(({ faults }) => faults);
  const lost = all.filter((fault) => LOST.test(fault)).length;
  const half = all.filter((fault) => HALF.test(fault)).length;
  const unclean = faulty.filter(({ faults }) =>
    faults.some((each) => !LOST.test(each) && !HALF.test(each)),
  ).length;
  const acknowledged = done.reduce((sum, round) => sum + round.acknowledged, 0);
  const imports = done.reduce((sum, round) => sum + round.imports, 0);
  const verdict =
    `kill: ${rounds} rounds, seed ${seed}, ${acknowledged} changes and ${imports} imports acknowledged: ${lost} acknowledged data lost, ` +
    `${half} imports half done, ${unclean} starts that were not clean`;
  return { rounds: done, verdict, failed: faulty.length > 0 };
}
