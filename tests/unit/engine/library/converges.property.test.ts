import { appendFile, chmod, mkdir, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Library } from '../../../../electron/engine/library/library.ts';
import { watchFolder } from '../../../../electron/engine/library/watch.ts';
import { failuresOf, inlineReader, tempFolder } from './folder.ts';

/**
 * SYNOPTIC_RUNS: how many sequences of operations, 15 unless told. SYNOPTIC_SEED: which; a failure tells the seed
 * that repeats it, as far as the moments at which things happen can be repeated.
 */
const RUNS = Number(process.env['SYNOPTIC_RUNS'] ?? 15);
const SEED = Number(process.env['SYNOPTIC_SEED'] ?? Date.now() % 2_147_483_647);

const NEVER = 1_000_000;

// The superuser may read whatever its permissions say, so that taking them would change nothing: nobody runs it.
const { geteuid, seteuid } = process;
const asNobody = geteuid?.() === 0 && seteuid !== undefined;
beforeAll(() => {
  if (asNobody) seteuid(65_534);
});
afterAll(() => {
  if (asNobody) seteuid(0);
});

const path = fc.constantFrom(
  'a.txt',
  'A.txt',
  'b.txt',
  'c.md',
  'd/a.txt',
  'd/b.txt',
  'd/e/f.txt',
  'g/h.html',
);
const folder = fc.constantFrom('d', 'd/e', 'g', 'm', 'D');
// Texts of one length, so that a size tells nothing, and what gives no article.
const text = fc.constantFrom('One.', 'Two.', 'Six.', 'Three.\nmore', '', '\0');
const time = fc.constantFrom(0, 1000, 1000.5, 1_700_000_000, 4_000_000_000);
const of = <K extends string, R extends object>(kind: K, rest: { [P in keyof R]: fc.Arbitrary<R[P]> }) =>
  fc.record({ kind: fc.constant(kind), ...rest }) as unknown as fc.Arbitrary<R & { readonly kind: K }>;

const operation = fc.oneof(
  { weight: 4, arbitrary: of('write', { to: path, text }) },
  { weight: 2, arbitrary: of('append', { to: path, text }) },
  { weight: 3, arbitrary: of('replace', { to: path, text }) },
  { weight: 2, arbitrary: of('delete', { at: path }) },
  { weight: 3, arbitrary: of('rename', { from: path, to: path }) },
  { weight: 3, arbitrary: of('rename', { from: folder, to: folder }) },
  { weight: 1, arbitrary: of('mkdir', { at: folder }) },
  { weight: 1, arbitrary: of('delete', { at: folder }) },
  { weight: 2, arbitrary: of('touch', { at: path, time }) },
  { weight: 2, arbitrary: of('shut', { at: fc.oneof(path, folder) }) },
  { weight: 3, arbitrary: of('open', { at: fc.oneof(path, folder) }) },
  { weight: 1, arbitrary: of('link', { from: fc.oneof(path, folder), to: path }) },
  { weight: 1, arbitrary: of('restart', {}) },
  { weight: 1, arbitrary: of('pause', { paused: fc.boolean() }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

async function act(root: string, step: Exclude<Operation, { kind: 'restart' | 'pause' }>): Promise<void> {
  const at = (below: string) => join(root, below);
  switch (step.kind) {
    case 'write':
      return writeFile(at(step.to), step.text);
    case 'append':
      return appendFile(at(step.to), step.text);
    case 'replace':
      await writeFile(at('.new'), step.text);
      return rename(at('.new'), at(step.to));
    case 'rename':
      return rename(at(step.from), at(step.to));
    case 'mkdir':
      return void (await mkdir(at(step.at), { recursive: true }));
    case 'delete':
      return rm(at(step.at), { recursive: true, force: true });
    case 'touch':
      return utimes(at(step.at), step.time, step.time);
    case 'shut':
      return chmod(at(step.at), 0);
    case 'open':
      return chmod(at(step.at), 0o755);
    case 'link':
      return symlink(at(step.from), at(step.to));
  }
}

/** By path, the hashes of what is in the articles' files. */
const contents = (library: Library) =>
  Object.fromEntries(
    [...library.articles.values()]
      .map(({ path: at, contentHash }) => [at, contentHash] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

it(
  'a watched library becomes what a fresh look at its folder gives, whatever was done to it',
  { timeout: 60_000 + RUNS * 20_000 },
  async () => {
    const steps = fc.array(fc.tuple(operation, fc.integer({ min: 0, max: 40 })), { maxLength: 30 });
    const options = fc.record({
      settleMs: fc.constantFrom(0, 5, 25),
      rescanMs: fc.constantFrom(NEVER, NEVER, 60),
      atOnce: fc.constantFrom(1, 4),
    });
    let root = '';
    // What is shut cannot be removed.
    const openUp = async (at = root): Promise<void> => {
      await chmod(at, 0o755).catch(() => undefined);
      const children = await readdir(at, { withFileTypes: true });
      for (const child of children) if (child.isDirectory()) await openUp(join(at, child.name));
      if (at === root) await rm(root, { recursive: true, force: true });
    };
    const property = fc.asyncProperty(steps, options, async (done, { atOnce, ...more }) => {
      root = await tempFolder({ 'a.txt': 'One.', 'd/a.txt': 'Two.', 'd/e/f.txt': 'Six.' });
      const dataFolder = await tempFolder();
      const open = () =>
        Library.open(root, {
          ...more,
          reader: inlineReader(undefined, atOnce),
          dataFolder,
          watch: watchFolder,
          batchMs: 2,
        });
      let library = await open();
      for (const [step, wait] of done) {
        if (step.kind === 'restart') {
          await library.close();
          library = await open();
        } else if (step.kind === 'pause') {
          library.pause(step.paused);
        } else {
          // Steps that the file system refuses (a file in the way of a folder) leave it as it was.
          await act(root, step).catch(() => undefined);
        }
        // As often as not the next comes in the same moment.
        if (wait > 20) await pause(wait - 20);
      }
      library.pause(false);
      const fresh = await Library.open(root, { reader: inlineReader(), watch: false, settleMs: 0 });
      await fresh.settled();
      const expected = contents(fresh);
      // What the system tells takes its time; nothing but what it told leads there.
      for (let attempt = 0; attempt < 100; attempt++) {
        await library.settled();
        if (JSON.stringify(contents(library)) === JSON.stringify(expected)) break;
        await pause(50);
      }
      expect(contents(library)).toEqual(expected);
      // Nobody tells that what a link leads to has come or gone: that shows when the folder is looked at.
      await library.rescan();
      expect(contents(library)).toEqual(expected);
      expect(failuresOf(library)).toEqual(failuresOf(fresh));
      // Texts are those of the files, too.
      for (const id of library.articles.keys()) {
        const article = await library.article(id);
        expect(article).toEqual(await fresh.article(id));
      }
      await Promise.all([library.close(), fresh.close()]);
    });
    await fc.assert(
      property.afterEach(() => openUp()),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  },
);
