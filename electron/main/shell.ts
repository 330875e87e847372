import { app, dialog, session, shell, type BrowserWindow } from 'electron';
import { SynopticError, toErrorShape } from '../api/index.ts';
import { engineGivenUp, setupPageCrash } from './crashes.ts';
import { askAboutGone, askForLibrary } from './dialogs.ts';
import { EngineHost } from './engine-host.ts';
import type { GivenPaths } from './given-paths.ts';
import { LibraryOpening } from './library.ts';
import { setupLifecycle } from './lifecycle.ts';
import { logError, logEvent, showLog } from './log.ts';
import { setupAbout, showMenu, type MenuActions } from './menu.ts';
import { setupDirectConnections, setupOfflineSession } from './offline.ts';
import { pageRequests } from './page-requests.ts';
import { setupPermissions } from './permissions.ts';
import { PLACES } from './places.ts';
import { Recents } from './recents.ts';
import { setupRequests } from './requests.ts';
import { setupScheme } from './scheme.ts';
import { SettingsFile } from './settings.ts';
import { chooseTheme, setupTheme } from './theme.ts';
import { ToPage } from './to-page.ts';
import { WaitingBriefs } from './waiting-briefs.ts';
import { openWindow } from './window.ts';
import { zoom } from './zoom.ts';

/** The running shell: one window, one engine, one library. To be made when Electron is ready. */
export class Shell {
  readonly #settings = new SettingsFile(PLACES.userData(), {
    onProblem: (problem, thrown) =>
      thrown === undefined ? logEvent('warn', 'settings', problem) : logError('settings', thrown),
  });
  readonly #recents = new Recents(this.#settings, () => this.#showMenu());
  readonly #toPage = new ToPage();
  readonly #briefs = new WaitingBriefs();
  readonly #engine = new EngineHost({
    entry: PLACES.engine(),
    dataFolder: PLACES.userData(),
    onGivenUp: () => this.#engineGivenUp(),
    onError: (library, thrown) => this.#opening.lost(library, thrown),
  });
  readonly #opening = new LibraryOpening({
    engine: this.#engine,
    settings: this.#settings,
    recents: this.#recents,
    places: () => ({ seeds: PLACES.seeds(), documents: PLACES.documents() }),
    tell: (outcomes) => this.#toPage.imported(outcomes),
  });
  #window: BrowserWindow | null = null;
  /** Until all is set up there is no window, nor may there be one. */
  #isSetUp = false;

  async start(given: GivenPaths): Promise<void> {
    logEvent('info', 'shell', 'start', {
      version: app.getVersion(),
      electron: process.versions['electron'] ?? '',
      platform: process.platform,
      arch: process.arch,
    });
    // First, so that it gets going beside the window.
    this.#engine.start();
    void this.#opening.start(given);
    setupTheme(this.#settings);
    await this.#guardSession();
    this.#answerPage();
    setupAbout();
    setupLifecycle(
      this.#engine,
      () => this.#open(),
      () => this.#window !== null,
    );
    this.#isSetUp = true;
    this.#open();
  }

  /** Paths handed over while running: the window comes to the front with them. */
  take(given: GivenPaths): void {
    // macOS tells of the files it starts a program with while this is still being set up.
    if (this.#isSetUp) this.#toFront(this.#opened());
    void this.#opening.take(given);
  }

  #toFront(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  async #guardSession(): Promise<void> {
    const all = session.defaultSession;
    setupOfflineSession(all);
    setupPermissions(all);
    setupScheme(all, PLACES.page(), this.#briefs);
    await setupDirectConnections(all);
  }

  #answerPage(): void {
    setupRequests(
      pageRequests(() => this.#window?.webContents ?? null, logError),
      {
        engine: this.#engine,
        briefs: this.#briefs,
        window: () => this.#shown(),
        openLibrary: (library) => this.#opening.open(library),
        openSample: () => this.#opening.openSample(),
        onTheme: (theme) => chooseTheme(theme, this.#settings),
        takeImported: () => this.#toPage.takeImported(),
      },
    );
  }

  #open(): BrowserWindow {
    const window = openWindow(PLACES.preload(), this.#settings);
    this.#window = window;
    this.#toPage.attach(window.webContents);
    setupPageCrash(window.webContents);
    window.on('closed', () => {
      this.#window = null;
      this.#showMenu();
    });
    this.#showMenu();
    return window;
  }

  #opened(): BrowserWindow {
    return this.#window ?? this.#open();
  }

  #shown(): BrowserWindow {
    if (this.#window) return this.#window;
    throw new SynopticError('internal', 'The window is closed.', 'Open it and try again.');
  }

  readonly #menuActions: MenuActions = {
    command: (command) => {
      this.#opened();
      this.#toPage.command(command);
    },
    openSample: () => void this.#opening.openSample().catch((thrown: unknown) => this.#say(thrown)),
    openRecent: (library) => void this.#openRecent(library),
    clearRecent: () => this.#recents.clear(),
    showLog,
    showLicences: this.#licences(PLACES.licences()),
    zoom: (steps) => zoom(this.#opened().webContents, steps),
  };

  #licences(file: string | null): (() => void) | null {
    if (file === null) return null;
    return () => {
      // It does not reject; what it resolves with says what failed, in words of the system.
      void shell.openPath(file).then((problem) => {
        if (problem !== '') logEvent('warn', 'shell', 'licences-not-opened');
      });
    };
  }

  #showMenu(): void {
    showMenu(this.#menuActions, { recent: this.#recents.paths, hasWindow: this.#window !== null });
  }

  async #openRecent(library: string): Promise<void> {
    const window = this.#opened();
    try {
      await this.#opening.open(library);
    } catch (thrown) {
      logError('library', thrown);
      const gone = thrown instanceof SynopticError && thrown.code === 'library-unavailable';
      if (!gone) this.#say(thrown);
      else if (await askAboutGone(window, library)) this.#recents.remove(library);
    }
  }

  #engineGivenUp(): void {
    void engineGivenUp({
      window: () => this.#window,
      retry: () => this.#engine.retry(),
      chooseLibrary: async () => {
        const library = await askForLibrary(this.#opened());
        if (library === null) this.#engine.retry();
        else await this.#opening.open(library);
      },
    }).catch((thrown: unknown) => logError('shell', thrown));
  }

  /** For what the menu asked and the page knows nothing of. */
  #say(thrown: unknown): void {
    const { message, hint } = toErrorShape(thrown);
    dialog
      .showMessageBox(this.#opened(), { type: 'error', message, detail: hint })
      .catch((failed: unknown) => logError('shell', failed));
  }
}
