import type { Session as RealSession } from 'electron';
import { toElectron } from './addresses.ts';
import { app } from './app.ts';
import { ifStillThere } from './cdp.ts';
import { chromium } from './chromium-process.ts';
import { contentsOfFrame } from './frames.ts';
import { setCheckHandler, setRequestHandler } from './permissions.ts';
import { preventable } from './preventable.ts';
import { protocol } from './protocol.ts';
import { record } from './records.ts';
import { only, PartialEmitter, unimplemented } from './unimplemented.ts';
import { webRequest } from './web-request.ts';

/** https://www.electronjs.org/docs/latest/api/session */
class SessionDouble extends PartialEmitter {
  readonly protocol = protocol;
  readonly webRequest = webRequest;
  readonly setPermissionRequestHandler = setRequestHandler;
  readonly setPermissionCheckHandler = setCheckHandler;
  #spellChecker = true;

  constructor() {
    super('session');
  }

  // No device is ever offered to a headless Chromium, and no screen: there is nothing to decide.
  setDevicePermissionHandler(handler: unknown): void {
    record('session.setDevicePermissionHandler', typeof handler);
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    record('session.setDisplayMediaRequestHandler', typeof handler);
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.#spellChecker = enabled;
    record('session.setSpellCheckerEnabled', enabled);
  }
  /** “session › ses.flushStorageData()”: Chromium writes when it is closed in its own way, as it always is here. */
  flushStorageData(): void {
    record('session.flushStorageData');
  }
  isSpellCheckerEnabled(): boolean {
    return this.#spellChecker;
  }
  /** Chromium's proxy is set by its switches only: another mode than none cannot be had. */
  setProxy(config: Electron.ProxyConfig): Promise<void> {
    if (config.mode !== 'direct') throw unimplemented(`a proxy of the mode “${String(config.mode)}”`);
    record('session.setProxy', config);
    return Promise.resolve();
  }
}

const double = new SessionDouble();

/** https://www.electronjs.org/docs/latest/api/session: to be used once the app is ready. */
export const session = only<typeof Electron.session>('session', {
  get defaultSession(): RealSession {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready');
    return double as unknown as RealSession;
  },
});

export const defaultSession = double as unknown as RealSession;

/**
 * session, Event 'will-download': “Calling event.preventDefault() will cancel the download.” Without a
 * listener Electron would ask where to save; here the file goes to `folder`.
 */
export async function watchDownloads(folder: string): Promise<void> {
  const { browser } = chromium();
  browser.on('Browser.downloadWillBegin', ({ guid, frameId, url, suggestedFilename }) => {
    const item = only<Electron.DownloadItem>('DownloadItem', {
      getURL: () => toElectron(url),
      getFilename: () => suggestedFilename,
    });
    const event = preventable();
    double.emit('will-download', event, item, contentsOfFrame(frameId)?.asElectron());
    record('session.will-download', { url: toElectron(url), prevented: event.defaultPrevented });
    if (event.defaultPrevented) ifStillThere(browser.send('Browser.cancelDownload', { guid }));
  });
  await browser.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
}
