import { describe, expect, it } from 'vitest';
import { fontFaces } from '../../../../electron/engine/report/fonts/index.ts';

describe('the fonts of a brief', () => {
  it('leave out the italic where nothing is set in it', async () => {
    expect((await fontFaces({ italic: false })).match(/@font-face/g)).toHaveLength(2);
    expect((await fontFaces({ italic: true })).match(/font-style:italic/g)).toHaveLength(1);
  });
});
