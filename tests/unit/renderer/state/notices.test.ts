import { describe, expect, it } from 'vitest';
import type { LibraryState, Notice } from '../../../../electron/api/index.ts';
import { Notices } from '../../../../renderer/state/notices.svelte.ts';

const notice = (code: Notice['code']): Notice => ({ code, message: code, hint: '' });

describe('Notices', () => {
  it('are told until they are closed, each kind once', () => {
    const state = { notices: [notice('store-damaged'), notice('watch-limited')] } as unknown as LibraryState;
    const notices = new Notices(() => state);
    notices.close('store-damaged');
    expect(notices.open.map(({ code }) => code)).toEqual(['watch-limited']);
  });

  it('are none without a library', () => {
    expect(new Notices(() => null).open).toEqual([]);
  });
});
