import { app, BrowserWindow, ipcMain, MessageChannelMain, protocol, session } from 'electron';
import path from 'node:path';

// As little as an app can be: no guards, no handlers of permissions, no filter. Tests add what they need.

const PAGES = {
  '/': '<!doctype html><title>Home</title><p>Home<script src="/first.js"></script>',
  '/other': '<!doctype html><title>Other</title><p>Other',
  '/first.js': 'globalThis.bridgeWasThere = typeof globalThis.bridge;',
};

protocol.registerSchemesAsPrivileged([
  { scheme: 'try', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

/** Read by the tests. */
globalThis.seen = [];
const note = (...what) => globalThis.seen.push(what.join(' '));

app.on('web-contents-created', (_event, contents) => {
  note('web-contents-created');
  contents.on('did-finish-load', () => note('did-finish-load'));
  contents.on('dom-ready', () => note('dom-ready'));
  contents.on('render-process-gone', (_gone, { reason }) => note('gone', reason));
  contents.on('preload-error', (_failed, _file, error) => note('preload-error', error.message));
  contents.on('context-menu', (_menu, { isEditable, selectionText, editFlags }) =>
    note('context-menu', isEditable, selectionText, editFlags.canCut),
  );
  contents.on('will-navigate', ({ url }) => note('will-navigate', url));
  contents.on('will-frame-navigate', ({ url, isMainFrame }) => note('will-frame-navigate', url, isMainFrame));
});

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('fail', () => {
  throw new TypeError('no');
});
ipcMain.handle('whence', ({ sender, senderFrame, type, processId, frameId }) => ({
  same: sender === globalThis.shown.webContents,
  url: senderFrame.url,
  origin: senderFrame.origin,
  parent: senderFrame.parent,
  type,
  numbers: [typeof processId, typeof frameId],
}));

globalThis.open = async (preload, preferences = {}) => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { preload: path.join(app.getAppPath(), preload), ...preferences },
  });
  globalThis.shown = window;
  window.on('ready-to-show', () => note('ready-to-show'));
  window.on('close', () => note('close'));
  window.on('closed', () => note('closed'));
  await window.loadURL('try://home/');
};

/** Gives the page one end of a channel, and answers at the other. */
globalThis.givePort = () => {
  const { port1, port2 } = new MessageChannelMain();
  port1.on('message', ({ data }) => port1.postMessage(['heard', data]));
  port1.on('close', () => note('port closed'));
  port1.start();
  globalThis.port = port1;
  globalThis.shown.webContents.postMessage('port', { with: new Date(5) }, [port2]);
};

// Windows come and go: it ends when a test says so.
app.on('window-all-closed', () => note('window-all-closed'));

// Not waited for: an entry that waits for this keeps it from coming.
void app.whenReady().then(() => {
  session.defaultSession.protocol.handle('try', (request) => {
    const { host, pathname } = new URL(request.url);
    note('asked', request.method, request.url);
    const body = host === 'home' ? PAGES[pathname] : undefined;
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    return new Response(body ?? 'nothing', { status: body ? 200 : 404, headers: { 'content-type': type } });
  });
});
