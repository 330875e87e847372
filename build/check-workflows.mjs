// GitHub's own parser over .github/workflows, and the rules of this project: every action pinned to a commit with
// its version beside it, a limit of time for every job, and no more permissions than are named.
import { readFile, readdir } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './parts.mjs';

// The parser is written for bundlers: it imports its schema without saying that it is JSON.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } =
  await import('@actions/workflow-parser');

const FOLDER = path.join('.github', 'workflows');
const PINNED = /^\s*(?:- )?uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/**
 * What is wrong with a workflow, a line each.
 *
 * @param name the file's name, for the messages
 */
export async function problemsOf(name, content) {
  const parsed = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (!parsed.value) return [...errorsOf(parsed), `${name}: is not a workflow.`];
  const template = await convertWorkflowTemplate(parsed.context, parsed.value);
  const found = errorsOf(parsed);
  content.split('\n').forEach((line, at) => {
    if (/^\s*(?:- )?uses:/.test(line) && !PINNED.test(line)) {
      found.push(`${name}:${at + 1}: pin the action to a commit, with “# vX.Y.Z” behind it: ${line.trim()}`);
    }
  });
  if (!/^permissions:\n {2}contents: read\n(?! )/m.test(content)) {
    found.push(`${name}: its permissions are to be “contents: read”; a job that needs more says so itself.`);
  }
  if (!template.concurrency) found.push(`${name}: says nothing of runs at the same time (concurrency).`);
  for (const job of template.jobs ?? []) {
    const id = String(job.id);
    if (!new RegExp(`^ {2}${id}:\\n(?: {4}.*\\n|\\n)*? {4}timeout-minutes: \\d+$`, 'm').test(content)) {
      found.push(`${name}: the job ${id} has no timeout-minutes.`);
    }
  }
  return found;
}

const errorsOf = ({ context }) => context.errors.getErrors().map((error) => error.message);

async function main() {
  const names = (await readdir(path.join(ROOT, FOLDER))).filter((name) => /\.ya?ml$/.test(name)).sort();
  const all = await Promise.all(
    names.map(async (name) => problemsOf(name, await readFile(path.join(ROOT, FOLDER, name), 'utf8'))),
  );
  for (const problem of all.flat()) console.error(problem);
  if (names.length === 0) console.error(`There is no workflow in ${FOLDER}.`);
  process.exitCode = names.length > 0 && all.flat().length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
