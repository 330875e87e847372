import type * as Electron from 'electron';

/**
 * Functions whose source is sent to be run in main, on the double and on Electron alike: they use nothing
 * but their arguments. What they leave for one another hangs on the global object there.
 */

type Module = typeof Electron;
interface Left {
  noted?: Record<string, unknown[][]>;
}

/** Clicks an item as the system does: with the window that is in front. */
export function clickMenuItem({ app, Menu, BrowserWindow }: Module, labels: readonly string[]): void {
  const shown = (label: string) => label.replace(/&(.)/gu, '$1');
  let items = Menu.getApplicationMenu()?.items ?? [];
  let item: Electron.MenuItem | undefined;
  for (const label of labels) {
    item = items.find((each) => each.visible && shown(each.label) === label);
    if (!item) {
      throw new Error(`No menu item “${label}” among ${items.map((each) => shown(each.label)).join(', ')}`);
    }
    items = item.submenu?.items ?? [];
  }
  if (!item?.enabled) throw new Error(`“${labels.join(' › ')}” is greyed out`);
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (process.platform === 'darwin' && item.role) {
    // macOS itself carries these out: Electron's items do nothing when they are clicked from here.
    const contents = window?.webContents;
    const carryOut: Readonly<Record<string, () => void>> = {
      quit: () => app.quit(),
      togglefullscreen: () => window?.setFullScreen(!window.isFullScreen()),
      cut: () => contents?.cut(),
      copy: () => contents?.copy(),
      paste: () => contents?.paste(),
      selectall: () => contents?.selectAll(),
    };
    const work = carryOut[item.role.toLowerCase()];
    if (!work) throw new Error(`What macOS does at “${labels.join(' › ')}” is not known here`);
    work();
    return;
  }
  (item.click as (event: object, window: unknown, contents: unknown) => void)(
    {},
    window,
    window?.webContents,
  );
}

export function answerDialogs(
  { dialog }: Module,
  given: { readonly dialog: string; readonly answer: unknown },
): void {
  const functions = dialog as unknown as Record<string, () => unknown>;
  functions[given.dialog] = given.dialog.endsWith('Sync')
    ? () => given.answer
    : () => Promise.resolve(given.answer);
}

/** Resolves with the path when a save dialog has been asked for: in `folder`, by the name it proposes. */
export function saveWhereAsked({ dialog }: Module, folder: string): Promise<string> {
  return new Promise((resolve) => {
    const functions = dialog as unknown as Record<string, (...given: { defaultPath?: string }[]) => unknown>;
    functions['showSaveDialog'] = (...given) => {
      const name = given.at(-1)?.defaultPath?.split(/[\\/]/u).at(-1) ?? 'unnamed';
      const filePath = `${folder}/${name}`;
      resolve(filePath);
      return Promise.resolve({ canceled: false, filePath });
    };
  });
}

export function noteCalls(
  electron: Module,
  { module, method }: { readonly module: string; readonly method: string },
): void {
  const left = globalThis as Left;
  const calls: unknown[][] = ((left.noted ??= {})[`${module}.${method}`] = []);
  const functions = (electron as unknown as Record<string, Record<string, unknown>>)[module] ?? {};
  functions[method] = (...given: unknown[]) => {
    // Windows and other objects of main's cannot leave it.
    calls.push(given.map((each) => JSON.parse(JSON.stringify(each ?? null)) as unknown));
  };
}

export function callsOf(
  _electron: Module,
  { module, method }: { readonly module: string; readonly method: string },
): unknown[][] {
  return (globalThis as Left).noted?.[`${module}.${method}`] ?? [];
}

/**
 * Kills the process that the engine runs in, as a crash would, and the next one too: the first time it is
 * started again so soon that nobody would notice.
 */
export async function killEngineProcess({ app }: Module): Promise<void> {
  const engine = () =>
    app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Synoptic Engine')?.pid;
  let last: number | undefined;
  for (let times = 0; times < 2; times += 1) {
    let pid = engine();
    while (pid === undefined || pid === last) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      pid = engine();
    }
    process.kill(pid, 'SIGKILL');
    last = pid;
  }
}
