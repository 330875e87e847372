import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fontFaces } from '../../../../electron/engine/report/fonts/index.ts';

const require = createRequire(import.meta.url);
const count = (css: string, part: RegExp) => css.match(part)?.length ?? 0;

describe('the fonts of a brief', () => {
  it('leave out what the brief does not need', async () => {
    const plain = await fontFaces({ italic: false, text: 'Klöckner' });
    expect([
      count(plain, /@font-face/g),
      count(plain, /style:italic/g),
      count(plain, /unicode-range/g),
    ]).toEqual([4, 0, 0]);
    const all = await fontFaces({ italic: true, text: 'Čapek' });
    expect([count(all, /@font-face/g), count(all, /style:italic/g), count(all, /unicode-range/g)]).toEqual([
      7, 1, 2,
    ]);
  });

  it.each([
    'source-serif-4/files/source-serif-4-latin-400-normal',
    'source-serif-4/files/source-serif-4-latin-600-normal',
    'source-serif-4/files/source-serif-4-latin-400-italic',
    'source-serif-4/files/source-serif-4-latin-ext-400-normal',
    'source-serif-4/files/source-serif-4-latin-ext-600-normal',
    'inter/files/inter-latin-400-normal',
    'inter/files/inter-latin-600-normal',
  ])('are those of the installed package (else run build/make-brief-fonts.mjs): %s', async (file) => {
    const font = await readFile(require.resolve(`@fontsource/${file}.woff2`));
    // Compared as a yes or no: the difference would fill the screen.
    const faces = await fontFaces({ italic: true, text: 'Čapek' });
    expect(faces.includes(`base64,${font.toString('base64')})`)).toBe(true);
  });
});
