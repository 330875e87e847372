import { describe, expect, it } from 'vitest';
import { describeDrag, isOurs } from '../../../../../renderer/views/import/drag.ts';

const file = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: false }) as FileSystemEntry };
const folder = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }) as FileSystemEntry };
const unknown = { kind: 'file', webkitGetAsEntry: () => null };

describe('describeDrag', () => {
  it.each([
    [['Files'], [file, file, folder], '2 files and 1 folder. The originals stay where they are.'],
    [['Files'], [file], '1 file. The original stays where it is.'],
    [['Files'], [unknown, unknown], '2 files or folders. The originals stay where they are.'],
    [['Files'], [], 'The originals stay where they are.'],
    [['text/plain'], [{ kind: 'string' }], 'The text becomes an article of its own.'],
  ])('of %j with %j', (types, items, text) => {
    expect(describeDrag({ types, items })).toBe(text);
  });
});

describe('isOurs', () => {
  it.each([
    [['Files'], true],
    [['text/html', 'text/plain'], true],
    [['application/x-something'], false],
    [[], false],
  ])('of %j is %s', (types, ours) => {
    expect(isOurs(types)).toBe(ours);
  });
});
