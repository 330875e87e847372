import { describe, expect, it } from 'vitest';
import { readFailure, writeFailure } from '../../../../electron/engine/library/failures.ts';
import { archiveIn, isIgnored, isIgnoredPath } from '../../../../electron/engine/library/ignored.ts';

describe('isIgnored', () => {
  it.each([
    '.git',
    '.DS_Store',
    '.synoptic-0011223344556677.tmp',
    'node_modules',
    'Thumbs.db',
    'DESKTOP.INI',
    '~$report.txt',
    '.a.txt.swp',
    'a.swp',
    'a.tmp',
    'a.PART',
    'a.crdownload',
    'a.partial',
    'a.txt~',
    '.a.txt.icloud',
    '.~lock.a.txt#',
    '~syncthing~a.txt.tmp',
    '.syncthing.a.txt.tmp',
    '.a.txt.~1a2b3c4d',
    'a.txt.~1a2b3c4d',
    '~a1b2.tmp',
    '~WRD0001.txt',
    'a.txt.filepart',
    'a.txt.!sync',
    'a.txt.tmp.drivedownload',
    'a.txt.aria2',
    '#a.txt#',
    '4913',
    'a.txt.sb-1a2b3c4d-x1Y2z3',
  ])('leaves out %s', (name) => {
    expect(isIgnored(name)).toBe(true);
    expect(isIgnoredPath(`News/${name}`)).toBe(true);
    expect(isIgnoredPath(`${name}/a.txt`)).toBe(true);
  });

  it.each([
    'a.txt',
    'tmp',
    'parts',
    'a.tmp.txt',
    'node_modules.txt',
    'a~b.txt',
    '~a.txt',
    'part.html',
    '#1.txt',
    '4913.txt',
    'a (conflicted copy).txt',
    'a.sync-conflict-20250501-101010-ABCDEFG.txt',
  ])('keeps %s', (name) => {
    expect(isIgnored(name)).toBe(false);
  });
});

describe('archiveIn', () => {
  it.each([
    ['a.asar', 'a.asar'],
    ['News/OLD.Asar/b.txt', 'News/OLD.Asar'],
    ['a.asar/b.asar/c.txt', 'a.asar'],
    ['News\n/a.asar', 'News\n/a.asar'],
    ['a.asar.txt', null],
    ['asar/a.txt', null],
    ['a.asar.unpacked/b.txt', null],
    ['a.txt', null],
  ])('of %j is %j', (path, archive) => {
    expect(archiveIn(path)).toBe(archive);
  });
});

const withCode = (code: string) => Object.assign(new Error('secret path'), { code });

describe('failures', () => {
  it.each([
    ['ENOENT', 'not-found', 'no longer there'],
    ['EACCES', 'unreadable', 'permission'],
    ['EBUSY', 'unreadable', 'Another program'],
    ['ELOOP', 'unreadable', 'links'],
    ['ENAMETOOLONG', 'unsafe-name', 'too long'],
    ['EIO', 'unreadable', 'EIO'],
  ])('tells of %s in reading', (code, failureCode, words) => {
    const failure = readFailure('a.txt', withCode(code));
    expect(failure).toMatchObject({ path: 'a.txt', code: failureCode });
    expect(failure.message).toContain(words);
    expect(failure.message).not.toContain('secret');
  });

  it.each([
    ['ENOSPC', 'The disk is full.'],
    ['EDQUOT', 'Your share of the disk is full.'],
    ['EACCES', 'may not be written to'],
    ['EROFS', 'can only be read'],
    ['ENOENT', 'no longer there'],
    ['EIO', 'EIO'],
  ])('tells of %s in writing', (code, words) => {
    expect(writeFailure('a.txt', withCode(code)).message).toContain(words);
  });

  it('tells of an error without a code', () => {
    expect(readFailure('a.txt', 'nothing').code).toBe('unreadable');
    expect(writeFailure('a.txt', new Error('x')).message).toBe('The copy could not be written. Try again.');
  });
});
