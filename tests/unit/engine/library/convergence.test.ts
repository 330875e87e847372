import { appendFile, cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArticleId } from '../../../../electron/api/index.ts';
import { watchFolder } from '../../../../electron/engine/library/watch.ts';
import { contentOf, failuresOf, openLibrary, tempFolder } from './folder.ts';

const path = fc.constantFrom(
  'a.txt',
  'b.txt',
  'c.md',
  'd/a.txt',
  'd/b.txt',
  'd/e/f.txt',
  'g/h.html',
  'k.bin',
);
const folder = fc.constantFrom('d', 'd/e', 'g', 'm', 'a.txt');
const text = fc.constantFrom('One.', 'Two.', 'Three.\nmore', '', '\0');

const operation = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), to: path, text }),
  fc.record({ kind: fc.constant('append' as const), to: path, text }),
  fc.record({ kind: fc.constant('replace' as const), to: path, text }),
  fc.record({ kind: fc.constant('rename' as const), from: path, to: path }),
  fc.record({ kind: fc.constant('move' as const), from: folder, to: folder }),
  fc.record({ kind: fc.constant('copy' as const), from: folder, to: folder }),
  fc.record({ kind: fc.constant('mkdir' as const), to: folder }),
  fc.record({ kind: fc.constant('link' as const), from: path, to: path }),
  fc.record({ kind: fc.constant('delete' as const), to: fc.oneof(path, folder) }),
  fc.record({ kind: fc.constant('look' as const) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

async function run(root: string, step: Operation): Promise<void> {
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
    case 'move':
      return rename(at(step.from), at(step.to));
    case 'copy':
      return cp(at(step.from), at(step.to), { recursive: true });
    case 'mkdir':
      return void (await mkdir(at(step.to), { recursive: true }));
    case 'link':
      return symlink(at(step.from), at(step.to));
    case 'delete':
      return rm(at(step.to), { recursive: true, force: true });
    case 'look':
  }
}

it.each([
  ['only looks when told to', false as const],
  ['is watched meanwhile', watchFolder],
])('a library that %s equals one opened afresh, whatever was done to its folder', async (_, watch) => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 25 }), async (steps) => {
      const root = await tempFolder({ 'a.txt': 'One.', 'd/a.txt': 'Two.', 'd/e/f.txt': 'Three.' });
      const { library, changes } = await openLibrary(root, { watch, settleMs: 2, rescanMs: 1_000_000 });
      const followed = new Set<ArticleId>(library.articles.keys());
      changes.length = 0;
      for (const step of steps) {
        // Steps that the file system refuses (a file in the way of a folder) leave it as it was.
        await run(root, step).catch(() => undefined);
        if (step.kind === 'look') await library.rescan();
      }
      await library.rescan();
      const { library: fresh } = await openLibrary(root);
      expect(contentOf(library)).toEqual(contentOf(fresh));
      expect(failuresOf(library)).toEqual(failuresOf(fresh));
      // Who followed the changes knows the same articles.
      for (const { added, removed, renamed } of changes) {
        for (const id of [...removed, ...renamed.map(({ from }) => from)])
          expect(followed.delete(id)).toBe(true);
        for (const id of [...added, ...renamed.map(({ to }) => to)]) {
          expect(followed.has(id)).toBe(false);
          followed.add(id);
        }
      }
      expect([...followed].sort()).toEqual([...library.articles.keys()].sort());
      await Promise.all([library.close(), fresh.close()]);
      await rm(root, { recursive: true, force: true });
    }),
    { numRuns: 40 },
  );
});
