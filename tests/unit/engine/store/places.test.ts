import { expect, test } from 'vitest';
import type { ArticleId } from '../../../../electron/api/index.ts';
import { mostlyThere, movedSince, type Place } from '../../../../electron/engine/store/places.ts';

const places = (...given: readonly (readonly [id: string, contentHash: string])[]) =>
  new Map<ArticleId, Place>(
    given.map(([id, contentHash]) => [id as ArticleId, { path: `${id}.txt`, contentHash }]),
  );

test.each([
  ['is found by its content', places(['a', '1']), places(['b', '1']), [['a', 'b']]],
  ['is not one that is still there', places(['a', '1']), places(['a', '1'], ['b', '1']), []],
  ['is not one that was edited', places(['a', '1']), places(['a', '2'], ['b', '1']), []],
  ['cannot be told from a copy of it', places(['a', '1']), places(['b', '1'], ['c', '1']), []],
  ['is not one that is known already', places(['a', '1'], ['b', '1']), places(['b', '1']), []],
  ['is one, of two copies that were there', places(['a', '1'], ['b', '1']), places(['c', '1']), [['a', 'c']]],
  ['is nowhere when its content is', places(['a', '1']), places(['b', '2']), []],
])('an article that was renamed meanwhile %s', (_what, seen, now, expected) => {
  expect(movedSince(seen, now).map(({ from, to }) => [from, to])).toEqual(expected);
});

test.each([
  ['all are there', places(['a', '1'], ['b', '2']), places(['a', '1'], ['b', '2'], ['c', '3']), true],
  ['most are', places(['a', '1'], ['b', '2'], ['c', '3']), places(['a', '1'], ['b', '2'], ['c', '4']), true],
  ['half of them were edited', places(['a', '1'], ['b', '2']), places(['a', '1'], ['b', '3']), false],
  ['others have their names', places(['a', '1']), places(['a', '2']), false],
  ['nothing is known of them', places(), places(['a', '1']), false],
])('a folder has the articles of one that was seen, or has not: %s', (_what, seen, now, expected) => {
  expect(mostlyThere(seen, now)).toBe(expected);
});
