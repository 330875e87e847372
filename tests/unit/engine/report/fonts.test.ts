import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fontFaces } from '../../../../electron/engine/report/fonts/index.ts';

const require = createRequire(import.meta.url);

describe('the fonts of a brief', () => {
  it('leave out the italic where nothing is set in it', async () => {
    expect((await fontFaces({ italic: false })).match(/@font-face/g)).toHaveLength(2);
    expect((await fontFaces({ italic: true })).match(/font-style:italic/g)).toHaveLength(1);
  });

  it.each([
    'source-serif-4/files/source-serif-4-latin-wght-normal',
    'source-serif-4/files/source-serif-4-latin-wght-italic',
    'inter/files/inter-latin-wght-normal',
  ])('are those of the installed package (else run build/make-brief-fonts.mjs): %s', async (file) => {
    const font = await readFile(require.resolve(`@fontsource-variable/${file}.woff2`));
    // Compared as a yes or no: the difference would fill the screen.
    expect((await fontFaces({ italic: true })).includes(`base64,${font.toString('base64')})`)).toBe(true);
  });
});
