import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  setupDirectConnections,
  setupOfflineSession,
  setupOfflineSwitches,
} from '../../../electron/main/offline.ts';
import { app, resetElectron, session } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));
beforeEach(() => resetElectron());

function isRefused(url: string): boolean {
  const listener = session.defaultSession.webRequest.onBeforeRequest.mock.calls[0]?.[0];
  let cancelled: boolean | undefined;
  listener?.({ url } as never, ({ cancel }) => (cancelled = cancel));
  if (cancelled === undefined) throw new Error('no answer');
  return cancelled;
}

describe('a session offline', () => {
  it.each([
    ['http://example.org/', true],
    ['https://example.org/a.js', true],
    ['HTTPS://EXAMPLE.ORG', true],
    ['http://localhost:3000/', true],
    ['ws://example.org/', true],
    ['wss://example.org/', true],
    ['ftp://example.org/', true],
    ['file:///etc/passwd', true],
    ['chrome-extension://abc/x.js', true],
    ['devtools://devtools/bundled/x.js', true],
    ['not a url', true],
    ['', true],
    ['synoptic://app/index.html', false],
    ['blob:synoptic://app/0d6b', false],
    ['data:image/png;base64,AAAA', false],
  ])('answers a request for %j by refusing it: %s', (url, refused) => {
    setupOfflineSession(session.defaultSession.asSession());
    expect(isRefused(url)).toBe(refused);
  });

  it('lets the developer tools load in development only', () => {
    app.isPackaged = false;
    setupOfflineSession(session.defaultSession.asSession());
    expect(isRefused('devtools://devtools/bundled/x.js')).toBe(false);
    expect(isRefused('https://example.org/')).toBe(true);
  });

  it('downloads nothing and fetches no dictionaries', () => {
    setupOfflineSession(session.defaultSession.asSession());
    const preventDefault = vi.fn();
    session.defaultSession.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(session.defaultSession.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  });

  it('asks no proxy', async () => {
    await setupDirectConnections(session.defaultSession.asSession());
    expect(session.defaultSession.setProxy).toHaveBeenCalledWith({ mode: 'direct' });
  });

  it('looks up no name', () => {
    setupOfflineSwitches();
    const switches = new Map(app.commandLine.appendSwitch.mock.calls.map(([name, value]) => [name, value]));
    expect(switches.get('host-resolver-rules')).toBe('MAP * ^NOTFOUND');
    expect(switches.has('disable-background-networking')).toBe(true);
    expect(switches.has('disable-component-update')).toBe(true);
  });
});
