import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefFileName } from '../../../../electron/engine/report/file-name.ts';

describe('briefFileName', () => {
  it.each([
    ['Peace talks in Berlin', 'Peace talks in Berlin - brief.pdf'],
    ['Who? "We": a/b\\c', 'Who We a b c - brief.pdf'],
    ['../../etc/passwd', 'etc passwd - brief.pdf'],
    ['CON', 'CON - brief.pdf'],
    ['con.test', '_con.test - brief.pdf'],
    ['Ended...', 'Ended - brief.pdf'],
    ['  ', 'Brief.pdf'],
    ['???', 'Brief.pdf'],
    ['Evil\u202Efdp.exe', 'Evil fdp.exe - brief.pdf'],
    ['Переговоры в Берлине', 'Переговоры в Берлине - brief.pdf'],
  ])('makes of %j the name %j', (title, name) => {
    expect(briefFileName(title, 'pdf')).toBe(name);
  });

  it('is short, and safe, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const name = briefFileName(title, 'markdown');
        expect(Buffer.byteLength(name)).toBeLessThan(200);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[.\s]/u);
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });
});
