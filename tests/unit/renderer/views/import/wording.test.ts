import { describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../../../electron/api/index.ts';
import { importHeading, outcomeNote } from '../../../../../renderer/views/import/wording.ts';

const outcome = (status: ImportOutcome['status'], more: Partial<ImportOutcome> = {}): ImportOutcome => ({
  name: 'a.txt',
  status,
  ...more,
});

describe('importHeading', () => {
  it.each([
    ['5', '1', '1', '5 added, 1 known already, 1 could not be read'],
    ['1', '0', '0', '1 added'],
    ['0', '0', '2', '2 could not be read'],
    ['0', '0', '0', 'Nothing to add'],
  ])('of %s, %s and %s is %j', (added, known, failed, heading) => {
    const many = (status: ImportOutcome['status'], count: string): ImportOutcome[] =>
      Array.from({ length: Number(count) }, () => outcome(status));
    const outcomes = [...many('added', added), ...many('duplicate', known), ...many('failed', failed)];
    expect(importHeading(outcomes)).toBe(heading);
  });
});

describe('outcomeNote', () => {
  it.each([
    [outcome('added', { path: 'a.txt' }), 'Added'],
    [outcome('added', { path: 'a (2).txt' }), 'Added as a (2).txt'],
    [outcome('added', { path: 'a.txt', note: 'no title' }), 'Added; no title'],
    [outcome('added', { path: 'a.txt', note: 'No title in the file.' }), 'Added; no title in the file.'],
    [outcome('duplicate', { path: 'b.txt' }), 'The same article as b.txt; not copied again'],
    [outcome('duplicate', { path: 'a.txt' }), 'The same article is there already; not copied again'],
    [
      outcome('failed', { failure: { path: 'a.txt', code: 'empty-file', message: 'It is empty.' } }),
      'It is empty.',
    ],
  ])('of %j is %j', (given, note) => {
    expect(outcomeNote(given)).toBe(note);
  });
});
