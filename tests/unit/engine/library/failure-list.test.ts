import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Failure } from '../../../../electron/api/index.ts';
import { FailureList } from '../../../../electron/engine/library/failure-list.ts';
import { openLibrary, tempFolder } from './folder.ts';

const failure = (path: string, message = 'No.'): Failure => ({ path, code: 'unreadable', message });

it('lists the first five hundred failures in the order of their paths, whatever comes and goes', () => {
  const name = fc.integer({ min: 0, max: 700 }).map((number) => `${number}.txt`);
  const step = fc.record({ path: name, put: fc.boolean() });
  const many = Array.from({ length: 520 }, (_, i) => `${i}.txt`);
  fc.assert(
    fc.property(fc.constantFrom([], many), fc.array(step, { maxLength: 200 }), (before, steps) => {
      const list = new FailureList();
      const all = new Set<string>(before);
      for (const path of before) list.put(failure(path));
      for (const { path, put } of steps) {
        const first = list.first;
        const copy = [...first];
        if (put) list.put(failure(path));
        else list.drop(path);
        if (put) all.add(path);
        else all.delete(path);
        expect(list.first.map((each) => each.path)).toEqual([...all].sort().slice(0, 500));
        // What was given out stays as it was.
        expect(first).toEqual(copy);
      }
      expect(list.size).toBe(all.size);
    }),
    { numRuns: 30 },
  );
});

it('gives out the same list while it says the same', () => {
  const list = new FailureList();
  list.put(failure('a.txt'));
  const { first } = list;
  list.put(failure('a.txt'));
  expect(list.first).toBe(first);
  list.put(failure('a.txt', 'Another.'));
  expect(list.first).toEqual([failure('a.txt', 'Another.')]);
});

it('is short in the state of a library with many, whose number is told', async () => {
  const files = Object.fromEntries(Array.from({ length: 510 }, (_, i) => [`${i}.pdf`, 'x']));
  const { library } = await openLibrary(await tempFolder(files));
  expect(library.state().failures).toHaveLength(500);
  expect(library.state().failureCount).toBe(510);
});
