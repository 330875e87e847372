import type {
  App,
  BrowserWindow as RealWindow,
  BrowserWindowConstructorOptions,
  CommandLine,
  CustomScheme,
  Dialog,
  ForkOptions,
  IpcMain,
  IpcMainInvokeEvent,
  Menu as RealMenu,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  MessagePortMain,
  NativeTheme,
  ParentPort,
  PopupOptions,
  Protocol,
  Rectangle,
  Screen,
  Session,
  Shell,
  UtilityProcess,
  WebContents,
  WebFrameMain,
  WebRequest,
} from 'electron';
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { vi, type Mock } from 'vitest';

/**
 * A stand-in for the parts of Electron that the shell uses, typed by Electron's own declarations: a method
 * that Electron does not have, or has with other arguments, does not compile here. Tests look at what was
 * asked of it and make its events happen; `resetElectron` gives each a fresh one.
 */

/** The methods of T named, as mocks of the same arguments. */
type Mocks<T, K extends keyof T> = {
  [Name in K]: T[Name] extends (...args: infer A) => infer R ? Mock<(...args: A) => R> : T[Name];
};

/** Calls a mock through the type its user sees. */
function mock<T extends (...args: never[]) => unknown>(): Mock<T> {
  return vi.fn() as unknown as Mock<T>;
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  hasLock = true;
  switches: readonly string[] = [];
  readonly commandLine: Mocks<CommandLine, 'appendSwitch'> & Pick<CommandLine, 'hasSwitch'> = {
    appendSwitch: mock(),
    hasSwitch: (name) => this.switches.includes(name),
  };
  readonly quit = mock<App['quit']>();
  readonly exit = mock<App['exit']>();
  /** As Electron does: whoever asks for the switch afterwards is told that it was not given. */
  readonly enableSandbox = vi.fn<App['enableSandbox']>(() => {
    this.switches = this.switches.filter((name) => name !== 'no-sandbox');
  });
  readonly name = 'Synoptic';
  readonly setAppUserModelId = mock<App['setAppUserModelId']>();
  readonly addRecentDocument = mock<App['addRecentDocument']>();
  readonly clearRecentDocuments = mock<App['clearRecentDocuments']>();
  readonly setAboutPanelOptions = mock<App['setAboutPanelOptions']>();
  readonly requestSingleInstanceLock = vi.fn<App['requestSingleInstanceLock']>(() => this.hasLock);
  readonly whenReady: App['whenReady'] = () => Promise.resolve();
  readonly getVersion: App['getVersion'] = () => '1.2.3';
  appPath = '/opt/synoptic/app.asar';
  paths: Readonly<Record<string, string>> = {};
  readonly getAppPath: App['getAppPath'] = () => this.appPath;
  readonly getPath: App['getPath'] = (name) => this.paths[name] ?? `/home/user/${name}`;
}

type RequestListener = Exclude<Parameters<WebRequest['onBeforeRequest']>[0], null | { urls: string[] }>;

class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Parameters<Protocol['handle']>[1]>();
  readonly protocol: Pick<Protocol, 'handle'> = {
    handle: (scheme, handler) => void this.handlers.set(scheme, handler),
  };
  readonly webRequest = { onBeforeRequest: vi.fn<(listener: RequestListener) => void>() };
  readonly setSpellCheckerEnabled = mock<Session['setSpellCheckerEnabled']>();
  readonly setProxy = vi.fn<Session['setProxy']>(() => Promise.resolve());
  readonly flushStorageData = mock<Session['flushStorageData']>();
  readonly setPermissionRequestHandler = mock<Session['setPermissionRequestHandler']>();
  readonly setPermissionCheckHandler = mock<Session['setPermissionCheckHandler']>();
  readonly setDevicePermissionHandler = mock<Session['setDevicePermissionHandler']>();
  readonly setDisplayMediaRequestHandler = mock<Session['setDisplayMediaRequestHandler']>();

  asSession(): Session {
    return this as unknown as Session;
  }
}

export class FakeContents extends EventEmitter {
  destroyed = false;
  url = 'synoptic://app/index.html';
  readonly mainFrame = { url: this.url, parent: null } as unknown as WebFrameMain;
  readonly session = session.defaultSession;
  readonly send = mock<WebContents['send']>();
  readonly reload = mock<WebContents['reload']>();
  readonly postMessage = mock<WebContents['postMessage']>();
  readonly setWindowOpenHandler = mock<WebContents['setWindowOpenHandler']>();
  readonly setWebRTCIPHandlingPolicy = mock<WebContents['setWebRTCIPHandlingPolicy']>();
  readonly printToPDF = vi.fn<WebContents['printToPDF']>(() => Promise.resolve(Buffer.from('%PDF')));
  readonly print = mock<WebContents['print']>();
  zoomLevel = 0;
  readonly getZoomLevel: WebContents['getZoomLevel'] = () => this.zoomLevel;
  readonly setZoomLevel: WebContents['setZoomLevel'] = (level) => void (this.zoomLevel = level);
  readonly isDestroyed: WebContents['isDestroyed'] = () => this.destroyed;
  readonly getURL: WebContents['getURL'] = () => this.url;

  asContents(): WebContents {
    return this as unknown as WebContents;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: BrowserWindowConstructorOptions;
  bounds: Rectangle = { x: 10, y: 20, width: 1000, height: 700 };
  maximised = false;
  readonly show = mock<RealWindow['show']>();
  readonly focus = mock<RealWindow['focus']>();
  readonly restore = mock<RealWindow['restore']>();
  readonly maximize = mock<RealWindow['maximize']>();
  readonly destroy = mock<RealWindow['destroy']>();
  readonly setBackgroundColor = mock<RealWindow['setBackgroundColor']>();
  readonly loadURL = vi.fn<RealWindow['loadURL']>(() => Promise.resolve());
  readonly getNormalBounds: RealWindow['getNormalBounds'] = () => this.bounds;
  readonly isMaximized: RealWindow['isMaximized'] = () => this.maximised;
  readonly isMinimized: RealWindow['isMinimized'] = () => false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    windows.push(this);
    whenWindow(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static fromWebContents(contents: unknown): BrowserWindow | null {
    return windows.find(({ webContents }) => webContents === contents) ?? null;
  }

  asWindow(): RealWindow {
    return this as unknown as RealWindow;
  }
}

/** Electron's port over Node's own, which only hands out its messages in another way. */
class FakePort extends EventEmitter {
  readonly #port: MessagePort;
  closed = false;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
    port.on('close', () => this.emit('close'));
  }

  readonly postMessage: MessagePortMain['postMessage'] = (message) => this.#port.postMessage(message);
  readonly start: MessagePortMain['start'] = () => this.#port.start();
  readonly close: MessagePortMain['close'] = () => {
    this.closed = true;
    this.#port.close();
  };
}

export class FakeProcess extends EventEmitter {
  readonly posted: { readonly message: unknown; readonly port: MessagePortMain | undefined }[] = [];
  readonly entry: string;
  readonly args: readonly string[];
  readonly options: ForkOptions | undefined;
  readonly kill = mock<UtilityProcess['kill']>();

  constructor(entry: string, args: readonly string[] = [], options?: ForkOptions) {
    super();
    this.entry = entry;
    this.args = args;
    this.options = options;
    processes.push(this);
  }

  readonly postMessage: UtilityProcess['postMessage'] = (message: unknown, transfer) => {
    this.posted.push({ message, port: transfer?.[0] });
  };
}

type Invoked = (event: IpcMainInvokeEvent, argument?: unknown) => unknown;

let windows: BrowserWindow[] = [];
let processes: FakeProcess[] = [];
const invoked = new Map<string, Invoked>();

let whenWindow: (window: BrowserWindow) => void = () => undefined;
/** Calls back when a window is made, before anything is done with it. */
export function onWindow(listener: (window: BrowserWindow) => void): void {
  whenWindow = listener;
}

/** What the shell has opened, started and listens to so far. */
export const seen = {
  get windows(): readonly BrowserWindow[] {
    return windows;
  },
  get processes(): readonly FakeProcess[] {
    return processes;
  },
  invoked: invoked as ReadonlyMap<string, Invoked>,
  get menu(): readonly MenuItemConstructorOptions[] {
    return Menu.buildFromTemplate.mock.calls.at(-1)?.[0] as MenuItemConstructorOptions[];
  },
};

type FakeTheme = { -readonly [K in 'shouldUseDarkColors' | 'themeSource']: NativeTheme[K] };
const makeTheme = (): FakeTheme => ({ shouldUseDarkColors: false, themeSource: 'system' });

export let app = new FakeApp();
export let session = { defaultSession: new FakeSession() };
export let nativeTheme = Object.assign(new EventEmitter(), makeTheme()) satisfies Pick<
  NativeTheme,
  keyof FakeTheme
>;
export let workAreas: Rectangle[] = [];

export const protocol = {
  registerSchemesAsPrivileged: vi.fn<(schemes: CustomScheme[]) => void>(),
} satisfies Mocks<Protocol, 'registerSchemesAsPrivileged'>;

export const ipcMain = {
  handle: (channel: string, listener: Invoked) => void invoked.set(channel, listener),
} satisfies Pick<IpcMain, 'handle'>;

export const dialog = {
  showErrorBox: mock<Dialog['showErrorBox']>(),
  showMessageBox: vi.fn<(window: unknown, options?: MessageBoxOptions) => Promise<{ response: number }>>(() =>
    Promise.resolve({ response: 0 }),
  ),
  showOpenDialog: vi.fn<(window: unknown, options: unknown) => ReturnType<Dialog['showOpenDialog']>>(),
  showSaveDialog: vi.fn<(window: unknown, options: unknown) => ReturnType<Dialog['showSaveDialog']>>(),
};

export const shell = {
  showItemInFolder: mock<Shell['showItemInFolder']>(),
  trashItem: vi.fn<Shell['trashItem']>(() => Promise.resolve()),
  openPath: vi.fn<Shell['openPath']>(() => Promise.resolve('')),
};

export const screen = {
  getAllDisplays: () =>
    workAreas.map((workArea) => ({ workArea }) as ReturnType<Screen['getAllDisplays']>[0]),
} satisfies Pick<Screen, 'getAllDisplays'>;

type Popup = (options?: PopupOptions) => void;
/** Menus of the right mouse button, as they were shown. */
export const popup = vi.fn<Popup>();

export const Menu = {
  buildFromTemplate: vi.fn<(template: Parameters<typeof RealMenu.buildFromTemplate>[0]) => { popup: Popup }>(
    () => ({ popup }),
  ),
  setApplicationMenu: vi.fn<(menu: unknown) => void>(),
};

export const utilityProcess = {
  fork: (entry: string, args?: string[], options?: ForkOptions) => new FakeProcess(entry, args, options),
};

export class MessageChannelMain {
  readonly port1: FakePort;
  readonly port2: FakePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakePort(port1);
    this.port2 = new FakePort(port2);
  }
}

/** The parent's end as the engine's process sees it. */
export class FakeParentPort extends EventEmitter {
  readonly posted: unknown[] = [];
  readonly postMessage: ParentPort['postMessage'] = (message: unknown) => void this.posted.push(message);

  deliver(message: unknown, port?: MessagePortMain): void {
    this.emit('message', { data: message, ports: port ? [port] : [] });
  }
}

export function resetElectron(areas: Rectangle[] = [{ x: 0, y: 0, width: 1920, height: 1080 }]): void {
  vi.clearAllMocks();
  windows = [];
  whenWindow = () => undefined;
  processes = [];
  invoked.clear();
  app = new FakeApp();
  session = { defaultSession: new FakeSession() };
  nativeTheme = Object.assign(new EventEmitter(), makeTheme());
  workAreas = areas;
}
