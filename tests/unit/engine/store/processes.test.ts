import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Store } from '../../../../electron/engine/store/store.ts';
import { dismissal } from './writer.ts';

const WRITER = path.join(import.meta.dirname, 'writer.ts');
const LIBRARY = path.resolve('/texts');
const ARTICLES = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'] as const;

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-store-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A process that waits to be told, then dismisses `count` things of an article. */
async function writer(article: string, count: number) {
  const child = spawn(process.execPath, [WRITER, folder, LIBRARY, article, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  return { child, exit, lines, begin: () => child.stdin.write('begin\n') };
}

function kept(): readonly string[] {
  const store = new Store({ folder });
  try {
    const { dismissed, notice } = store.read(LIBRARY);
    expect(notice).toBeUndefined();
    return dismissed.flatMap(({ sentenceIds }) => sentenceIds);
  } finally {
    store.close();
  }
}

const all = (article: string, count: number) =>
  Array.from({ length: count }, (_, index) => dismissal(article, index + 1).sentenceIds[0]);

test('two processes that write into one folder from its first moment on lose nothing', async () => {
  const writers = await Promise.all(ARTICLES.map((article) => writer(article, 40)));
  for (const { begin } of writers) begin();
  const codes = await Promise.all(
    writers.map(async ({ lines, exit }) => {
      while (!(await lines.next()).done);
      return ((await exit) as [number | null])[0];
    }),
  );
  expect(codes).toEqual([0, 0]);
  expect(kept().toSorted()).toEqual(ARTICLES.flatMap((article) => all(article, 40)));
});

// Windows ends a process as harshly, by any signal.
test.each([1, 2, 3, 7, 20])('what was acknowledged outlives a kill, after %i', async (round) => {
  const { child, exit, lines, begin } = await writer(ARTICLES[0], 1000);
  begin();
  let acknowledged = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    acknowledged = Number(next.value);
    // Some more may be acknowledged before it takes effect.
    if (acknowledged === round) child.kill('SIGKILL');
  }
  expect(acknowledged).toBeGreaterThanOrEqual(round);
  await exit;
  const found = kept();
  expect(found.slice(0, acknowledged)).toEqual(all(ARTICLES[0], acknowledged));
  expect(found.length).toBeLessThan(1000);
});
