import { session, type BrowserWindow } from 'electron';
import { SynopticError } from '../api/index.ts';
import { EngineHost } from './engine-host.ts';
import { logError, showError } from './errors.ts';
import type { GivenPaths } from './given-paths.ts';
import { LibraryOpening } from './library.ts';
import { engineGivenUp, setupLifecycle, setupPageCrash } from './lifecycle.ts';
import { setupMenu } from './menu.ts';
import { setupDirectConnections, setupOfflineSession } from './offline.ts';
import { pageRequests } from './page-requests.ts';
import { setupPermissions } from './permissions.ts';
import { PLACES } from './places.ts';
import { setupRequests } from './requests.ts';
import { setupScheme } from './scheme.ts';
import { SettingsFile } from './settings.ts';
import { chooseTheme, setupTheme } from './theme.ts';
import { ToPage } from './to-page.ts';
import { WaitingBriefs } from './waiting-briefs.ts';
import { openWindow } from './window.ts';

/** The running shell: one window, one engine, one library. To be made when Electron is ready. */
export class Shell {
  readonly #settings = new SettingsFile(PLACES.userData());
  readonly #toPage = new ToPage();
  readonly #briefs = new WaitingBriefs();
  readonly #engine = new EngineHost({ entry: PLACES.engine(), onGivenUp: engineGivenUp, onError: showError });
  readonly #opening = new LibraryOpening(this.#engine, this.#settings);
  #window: BrowserWindow | null = null;

  async start(given: GivenPaths): Promise<void> {
    const all = session.defaultSession;
    setupOfflineSession(all);
    setupPermissions(all);
    setupScheme(all, PLACES.page(), this.#briefs);
    await setupDirectConnections(all);
    setupRequests(
      pageRequests(() => this.#window?.webContents ?? null, logError),
      {
        engine: this.#engine,
        briefs: this.#briefs,
        window: () => this.#shown(),
        onLibrary: (library) => this.#opening.remember(library),
        openSample: () => this.#opening.openSample({ seeds: PLACES.seeds(), documents: PLACES.documents() }),
        onTheme: (theme) => chooseTheme(theme, this.#settings),
        takeImported: () => this.#toPage.takeImported(),
      },
    );
    setupTheme(this.#settings);
    setupMenu(() => this.#window);
    setupLifecycle(
      this.#engine,
      () => this.#open(),
      () => this.#window !== null,
    );
    this.#engine.start();
    this.#open();
    await this.#opening.start(given, { seeds: PLACES.seeds(), documents: PLACES.documents() });
  }

  /** Paths handed over while running: the window comes to the front with them. */
  take(given: GivenPaths): void {
    if (this.#window === null) this.#open();
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.focus();
    void this.#opening.take(given);
  }

  #open(): void {
    const window = openWindow(PLACES.preload(), this.#settings);
    this.#window = window;
    this.#toPage.attach(window.webContents);
    setupPageCrash(window.webContents);
    window.on('closed', () => (this.#window = null));
  }

  #shown(): BrowserWindow {
    if (this.#window) return this.#window;
    throw new SynopticError('internal', 'The window is closed.', 'Open it and try again.');
  }
}
