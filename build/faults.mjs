// npm run faults -- kill|fuzz|watch|disk [--rounds N] [--seed S]: breaks things on purpose, round after round.
import { run, runProgram } from './run.mjs';

const [kind, ...options] = process.argv.slice(2);

/** The value of `--name` among the options, else what is usual. */
function option(name, usual) {
  const at = options.indexOf(`--${name}`);
  return at < 0 ? usual : (options[at + 1] ?? usual);
}

const long = () => run(process.execPath, ['tests/faults/run.ts', ...process.argv.slice(2)]);

/** The property test of the library in the usual tests, with more sequences; then the same with a whole engine. */
async function watch() {
  const [rounds, seed] = [option('rounds', '500'), option('seed', '1')];
  const env = { SYNOPTIC_RUNS: rounds, SYNOPTIC_SEED: seed };
  const file = 'tests/unit/engine/library/converges.property.test.ts';
  const library = await runProgram('vitest', ['run', file], { env });
  const engine = await long();
  const found = library.code === 0 ? 'no divergence' : 'a divergence, whose seed is above';
  console.log(`watch: ${rounds} sequences on a library, seed ${seed}: ${found}`);
  return library.code || engine.code;
}

process.exitCode = kind === 'watch' ? await watch() : (await long()).code;
