import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf } from '../../build/check-workflows.mjs';

const GOOD = readFileSync(path.resolve(import.meta.dirname, '../../.github/workflows/package.yml'), 'utf8');

test('a workflow that is in order passes', async () => {
  expect(await problemsOf('package.yml', GOOD)).toEqual([]);
});

test.each([
  ['an action at a tag, which can be moved', /@[0-9a-f]{40} # v[\d.]+/, '@v7', /pin the action/],
  ['an action at a commit without its version', / # v[\d.]+$/m, '', /pin the action/],
  ['a job without a limit of time', /^ {4}timeout-minutes: 20\n/m, '', /release has no timeout/],
  ['more permissions than it names', /^permissions:\n.*\n/m, '', /permissions/],
  ['nothing of runs at the same time', /^concurrency:\n.*\n.*\n/m, '', /concurrency/],
  ['a key that GitHub does not know', /^ {4}needs: /m, '    need: ', /Unexpected value 'need'/],
  ['a job that is not there', /needs: package/, 'needs: packing', /unknown job 'packing'/],
  ['an expression that is none', /runner\.os == 'Linux'/, "runner.os = 'Linux'", /Unexpected symbol/],
])('a workflow with %s is refused', async (_what, pattern, replacement, problem) => {
  const bad = GOOD.replace(pattern, replacement);
  expect(bad).not.toBe(GOOD);
  expect((await problemsOf('package.yml', bad)).join('\n')).toMatch(problem);
});
