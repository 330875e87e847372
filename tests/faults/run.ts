import { parseArgs } from 'node:util';

/**
 * `run.ts kill|fuzz|watch|disk [--rounds N] [--seed S]`: breaks things on purpose, and exits with 1 where Synoptic breaks
 * with them; `--only WORDS` chooses among the faults of disks. Round i has the seed S + i, so `--rounds 1 --seed S+i` repeats it alone.
 */
export interface Verdict {
  readonly verdict: string;
  readonly failed: boolean;
}

const RUNS: Readonly<Record<string, { rounds: number; run(options: Options): Promise<Verdict> }>> = {
  kill: { rounds: 100, run: async (options) => (await import('./kill/kill.ts')).kill(options) },
  fuzz: { rounds: 10_000, run: async (options) => (await import('./fuzz/fuzz.ts')).fuzz(options) },
  disk: { rounds: 1, run: async (options) => (await import('./disk/disk.ts')).disk(options) },
  watch: { rounds: 500, run: async (options) => (await import('./watch/watch.ts')).watch(options) },
};

interface Options {
  readonly rounds: number;
  readonly seed: number;
  /** Of the faults of disks, those whose names contain this. */
  readonly only: string | undefined;
  readonly say: (line: string) => void;
}

const print = (line: string) => void process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } },
});
const chosen = RUNS[positionals[0] ?? ''];
if (!chosen) {
  print(`usage: npm run faults -- ${Object.keys(RUNS).join('|')} [--rounds N] [--seed S]`);
  process.exit(2);
}
const { verdict, failed } = await chosen.run({
  rounds: Number(values.rounds ?? chosen.rounds),
  seed: Number(values.seed),
  only: values.only,
  say: print,
});
print(verdict);
process.exit(failed ? 1 : 0);
