import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byteLength,
  nameKey,
  safeName,
  safePath,
  withSuffix,
} from '../../../../electron/engine/library/safe-name.ts';

describe('safePath', () => {
  it.each([
    ['a.txt', 'a.txt'],
    ['News/2025/a.txt', 'News/2025/a.txt'],
    ['../x.txt', 'x.txt'],
    ['a/../../x.txt', 'a/x.txt'],
    ['/etc/passwd.txt', 'etc/passwd.txt'],
    ['C:\\Users\\me\\a.txt', 'Users/me/a.txt'],
    ['\\\\?\\C:\\a.txt', 'a.txt'],
    ['\\\\server\\share\\a.txt', 'server/share/a.txt'],
    ['a\0b.txt', 'ab.txt'],
    ['a\nb\tc.txt', 'abc.txt'],
    ['a<b>c:d"e|f?g*h.txt', 'a_b_c_d_e_f_g_h.txt'],
    ['.hidden.txt', 'hidden.txt'],
    ['~$report.txt', '$report.txt'],
    ['name. . .', 'name'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['NUL.tar.txt', '_NUL.tar.txt'],
    ['COM1.txt', '_COM1.txt'],
    ['lpt9', '_lpt9'],
    ['console.txt', 'console.txt'],
    ['gnp\u202etxt.exe', 'gnptxt.exe'],
    ['e\u0301.txt', 'é.txt'],
    ['a\ud800.txt', 'a\ufffd.txt'],
    ['', 'Untitled'],
    ['/', 'Untitled'],
    ['...', 'Untitled'],
    ['??/a.txt', '__/a.txt'],
  ])('makes %j to %j', (path, expected) => {
    expect(safePath(path)).toBe(expected);
  });

  it('shortens names to 255 bytes between characters and keeps the extension', () => {
    const long = safeName(`${'é'.repeat(300)}.txt`);
    expect(byteLength(long)).toBeLessThanOrEqual(255);
    expect(byteLength(long)).toBeGreaterThan(250);
    expect(long).toMatch(/^é+\.txt$/);
    const family = '👩‍👩‍👧‍👦';
    expect(
      safeName(`${family.repeat(30)}.html`)
        .replace('.html', '')
        .replaceAll(family, ''),
    ).toBe('');
    expect(byteLength(withSuffix(long, ' (12)'))).toBeLessThanOrEqual(255);
    expect(withSuffix('a.b.txt', ' (2)')).toBe('a.b (2).txt');
  });

  it('compares names as disks that do not tell case or Unicode forms apart', () => {
    expect(nameKey('A.TXT')).toBe(nameKey('a.txt'));
    expect(nameKey('e\u0301')).toBe(nameKey('É'));
  });

  const piece = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    'C:',
    'CON',
    'nul',
    '.txt',
    ' ',
    '\0',
    '\u202e',
    'é',
    '👩‍👩‍👧‍👦',
    '~$',
    'x'.repeat(260),
  );
  const anyPath = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
  );

  it('never leads out of the folder and gives names that every system accepts', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const safe = safePath(path);
        expect(posix.resolve('/library/', safe).startsWith('/library/')).toBe(true);
        expect(win32.resolve('C:\\root\\', safe).startsWith('C:\\root\\')).toBe(true);
        for (const name of safe.split('/')) {
          expect(name).not.toBe('');
          expect(byteLength(name)).toBeLessThanOrEqual(255);
          expect(name).not.toMatch(/[<>:"\\|?*\p{Cc}]|^[. ]|[. ]$/u);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
          expect(name.isWellFormed()).toBe(true);
        }
        expect(safePath(safe)).toBe(safe);
      }),
      { numRuns: 3000 },
    );
  });
});
