import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './parts.mjs';

/** Lines of a failure's reason that are repeated: what was expected and what came instead. */
const LINES = 8;

function described(file, name, reason, verdict = 'FAILED') {
  const lines = stripVTControlCharacters(reason ?? '').split('\n');
  const text = lines.filter((line) => line.trim() !== '').slice(0, LINES);
  return [`${verdict} ${path.relative(ROOT, file)}: ${name}`, ...text.map((line) => `  ${line}`)].join('\n');
}

/** What failed by Vitest's JSON report, a paragraph each; a file that did not load counts as one. */
export function failedUnits({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [described(name, 'did not load', message)];
    return failed.map(({ fullName, failureMessages }) => described(name, fullName, failureMessages[0]));
  });
}

/** What failed by Playwright's JSON report, also what did so only once, a paragraph each. */
export function failedEndToEnd({ config, suites, errors }) {
  const isFlaky = ({ tests }) => tests.some(({ status }) => status === 'flaky');
  const failed = suites
    .flatMap((suite) => specsOf(suite, []))
    .filter(({ spec }) => !spec.ok || isFlaky(spec));
  return [
    ...errors.map(({ message }) => described(config.rootDir, 'the run itself', message)),
    ...failed.map(({ spec, titles }) => {
      const results = spec.tests.flatMap((test) => test.results);
      const reason = results.flatMap((result) => result.errors).find(({ message }) => message)?.message;
      const name = [...titles, spec.title].join(' › ');
      return described(
        path.join(config.rootDir, spec.file),
        name,
        reason,
        spec.ok ? 'FAILED ONCE' : 'FAILED',
      );
    }),
  ];
}

function specsOf({ title, file, specs, suites = [] }, above) {
  const titles = title === file ? above : [...above, title];
  return [...specs.map((spec) => ({ spec, titles })), ...suites.flatMap((suite) => specsOf(suite, titles))];
}
