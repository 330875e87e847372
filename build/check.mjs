// npm run check: everything that can be said of the code without running it. All checks run, whatever fails.
import { runProgram } from './run.mjs';

const CHECKS = [
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['types of the tests', 'tsc', ['-p', 'tests/tsconfig.json']],
  ['page', 'svelte-check', ['--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings']],
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['unused code', 'knip', ['--treat-config-hints-as-errors']],
  ['workflows', 'check-workflows', []],
];
/** Each is a process of its own and uses one core; two at a time suit the machines that check most. */
const AT_ONCE = 2;

const waiting = [...CHECKS];
let failed = 0;

async function worker() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [title, program, args] = check;
    const started = performance.now();
    const { code, output } = await runProgram(program, args, { capture: true });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (code === 0) {
      console.log(`ok      ${title} (${program}, ${seconds} s)`);
    } else {
      failed += 1;
      console.log(`FAILED  ${title} (${program}, ${seconds} s)\n${output.trimEnd()}\n`);
    }
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, worker));
console.log(
  failed === 0 ? `All ${CHECKS.length} checks passed.` : `${failed} of ${CHECKS.length} checks failed.`,
);
process.exitCode = failed === 0 ? 0 : 1;
