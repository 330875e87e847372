import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setupNavigation } from '../../../electron/main/navigation.ts';
import { app, FakeContents, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));
beforeEach(() => resetElectron());

describe('navigation', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is prevented for every web contents: %s',
    (event) => {
      setupNavigation();
      const contents = new FakeContents();
      app.emit('web-contents-created', {}, contents);
      const preventDefault = vi.fn();
      contents.emit(event, { preventDefault, url: 'https://example.org/' });
      expect(preventDefault).toHaveBeenCalledOnce();
    },
  );

  it('calls nobody: peer connections have no way out of any web contents', () => {
    setupNavigation();
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp');
  });

  it('opens no second window', () => {
    setupNavigation();
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    const handler = contents.setWindowOpenHandler.mock.calls[0]?.[0];
    expect(handler?.({ url: 'synoptic://app/index.html' } as never)).toEqual({ action: 'deny' });
  });
});
