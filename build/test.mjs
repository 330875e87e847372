// npm test [-- unit|contract|package|e2e [ARGUMENTS OF THE RUNNER]]; npm run test:electron: the end-to-end tests in Electron itself
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildStale } from './build.mjs';
import { findElectron, installedElectron, obstacle } from './electron.mjs';
import { ensureChromium, ensurePdfToText } from './find-chromium.mjs';
import { failedEndToEnd, failedUnits } from './failures.mjs';
import { PARTS, ROOT } from './parts.mjs';
import { runProgram } from './run.mjs';

const SUITES = ['unit', 'contract', 'package', 'e2e', 'electron'];
const RESULTS = path.join(ROOT, 'test-results');

const [first, ...others] = process.argv.slice(2);
const one = SUITES.includes(first) ? first : null;
const extra = one ? others : process.argv.slice(2);

const BROKEN_OFF = 'The run broke off; its reason is printed above.';

/** What a run counted; a run that broke off without a result counts as one failure. */
async function counted(file, code, read) {
  try {
    const counts = read(JSON.parse(await readFile(file, 'utf8')));
    if (code === 0 || counts.failed > 0) return counts;
    return { ...counts, failed: 1, failures: [BROKEN_OFF] };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: [BROKEN_OFF] };
  }
}

async function runVitest() {
  const file = path.join(RESULTS, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const where = one ? [`tests/${one}/`] : [];
  const { code } = await runProgram('vitest', ['run', ...where, ...reporters, ...extra]);
  return counted(file, code, (result) => ({
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.testResults.filter(isBroken).length,
    skipped: result.numPendingTests + (result.numTodoTests ?? 0),
    failures: failedUnits(result),
  }));
}

/** A test file that did not load has no failed tests of its own. */
const isBroken = ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0;

/** Electron's program where the tests can use it. Whoever asks for it gets it or the reason why not. */
async function electronForTests() {
  const asked = one === 'electron';
  const reason = obstacle();
  if (reason && asked) throw new Error(`Electron cannot be tested here: ${reason}.`);
  const program = asked ? await findElectron({ insist: true }) : reason ? null : await installedElectron();
  if (asked && !program) {
    throw new Error(
      'Electron could not be fetched. ELECTRON_OVERRIDE_DIST_PATH may name a folder that has it.',
    );
  }
  if (!program) console.log(`Electron is not among the hosts: ${reason ?? 'it is not installed'}.`);
  return program;
}

async function runPlaywright() {
  const file = path.join(RESULTS, 'e2e.json');
  const projects = one === 'electron' ? ['--project=electron'] : [];
  const { code } = await runProgram('playwright', ['test', ...projects, ...extra]);
  return counted(file, code, (result) => ({
    passed: result.stats.expected + result.stats.flaky,
    failed: result.stats.unexpected,
    flaky: result.stats.flaky,
    skipped: result.stats.skipped,
    failures: failedEndToEnd(result),
  }));
}

async function main() {
  const endToEnd = one === null || one === 'e2e' || one === 'electron';
  if (endToEnd) {
    const electron = await electronForTests();
    if (electron) process.env.SYNOPTIC_ELECTRON = electron;
    await ensurePdfToText();
  }
  if (endToEnd || one === 'contract') {
    process.env.SYNOPTIC_CHROMIUM = await ensureChromium();
    console.log(`Chromium: ${process.env.SYNOPTIC_CHROMIUM}`);
  }
  if (one !== 'unit') await buildStale(one === 'contract' ? ['cli', 'renderer'] : Object.keys(PARTS));
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });

  const runs = [];
  if (one === null || !endToEnd) runs.push(await runVitest());
  if (endToEnd) runs.push(await runPlaywright());
  const sum = (key) => runs.reduce((total, counts) => total + (counts[key] ?? 0), 0);
  // Once more at the end: of a long run only the last lines are read.
  for (const failure of runs.flatMap(({ failures }) => failures)) console.log(`\n${failure}`);
  const skipped = sum('skipped');
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}` +
      (sum('flaky') > 0 ? `; ${sum('flaky')} passed only at the second attempt` : ''),
  );
  if (sum('failed') > 0) process.exitCode = 1;
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
