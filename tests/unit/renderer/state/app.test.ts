import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SynopticError, type AppCommand, type ImportOutcome } from '../../../../electron/api/index.ts';
import { App } from '../../../../renderer/state/app.svelte.ts';
import { fakeShell, type FakeShell } from './app-fake.ts';

const SEEDS = path.resolve(import.meta.dirname, '../../../../seeds');
const FERRY =
  '# Ferries Every Ten Minutes\n\nThe mayor of Porto said that ferries would cross every ten minutes.\n';

const COMMANDS: Readonly<Record<AppCommand, true>> = {
  'choose-library': true,
  'choose-files': true,
  find: true,
  palette: true,
  export: true,
  print: true,
  'copy-summary': true,
  'toggle-library': true,
  'text-larger': true,
  'text-smaller': true,
  'text-reset': true,
  rescan: true,
  'show-file': true,
  trash: true,
  undo: true,
  keys: true,
};

/** Long enough for a busy machine. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });

let folder: string;
let opened: { app: App; shell: FakeShell }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-app-'));
});
afterEach(async () => {
  for (const { app, shell } of opened) {
    app.client.close();
    await shell.engine.close();
  }
  opened = [];
  await rm(folder, { recursive: true, force: true });
});

/** The page's state on a library; the sample's texts are copied into it where it should have some. */
async function start({ seeds = 5, none = false } = {}) {
  const root = path.join(folder, 'talks');
  await mkdir(root);
  const names = (await readdir(SEEDS)).filter((name) => name.endsWith('.txt')).toSorted();
  for (const name of names.slice(0, seeds)) await cp(path.join(SEEDS, name), path.join(root, name));
  const shell = await fakeShell(none ? undefined : root);
  const app = new App(shell.host);
  opened.push({ app, shell });
  await eventually(() => expect(app.library.loaded).toBe(true));
  if (!none) await eventually(() => expect(app.reading.presentIds).toHaveLength(seeds));
  return { app, shell, root };
}

const added = (app: App, index: number): ImportOutcome => {
  const id = app.reading.presentIds[index];
  return { name: `${index}.txt`, status: 'duplicate', ...(id && { articleId: id }) };
};

describe('a command of the menu', () => {
  const faults: unknown[] = [];
  const fault = (thrown: unknown) => void faults.push(thrown);
  beforeEach(() => {
    faults.length = 0;
    process.on('unhandledRejection', fault);
  });
  afterEach(() => process.off('unhandledRejection', fault));

  const states: [string, () => Promise<{ app: App; shell: FakeShell }>][] = [
    ['without a library', () => start({ none: true })],
    ['in an empty library', () => start({ seeds: 0 })],
    ['with a story shown', () => start()],
    [
      'with a dialog open',
      async () => {
        const started = await start();
        started.app.dialogs.show('export');
        return started;
      },
    ],
    [
      'while the engine is away',
      async () => {
        const started = await start();
        started.shell.host.connect = () => Promise.reject(new Error('gone'));
        started.shell.stopEngine();
        return started;
      },
    ],
  ];

  it.each(states)('does no harm %s', async (_state, reach) => {
    const { app, shell } = await reach();
    shell.answers.trash = () => Promise.resolve(false);
    for (const command of Object.keys(COMMANDS) as AppCommand[]) {
      expect(() => shell.command(command), command).not.toThrow();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(faults).toEqual([]);
    expect(app.library.error).toBeNull();
  });

  it('asks nothing of the shell where there is nothing to do it to', async () => {
    const { app, shell } = await start({ seeds: 0 });
    for (const command of ['show-file', 'trash', 'export', 'print'] as const) shell.command(command);
    expect(shell.asked).toEqual([]);
    expect(app.dialogs.current).toBeNull();
    expect(app.announcer.message).not.toBe('');
  });

  it('that is about what lies beneath a dialog closes it', async () => {
    const { app, shell } = await start();
    app.dialogs.show('palette');
    shell.command('find');
    expect(app.dialogs.current).toBeNull();
    expect(app.searchWanted).toBe(true);
  });

  it('that fails says why, until it has been read', async () => {
    const { app, shell } = await start();
    shell.answers.chooseLibrary = () =>
      Promise.reject(new SynopticError('library-unavailable', 'The folder cannot be opened.'));
    shell.command('choose-library');
    await eventually(() => expect(app.attempts.error?.message).toBe('The folder cannot be opened.'));
    app.attempts.dismiss();
    expect(app.attempts.error).toBeNull();
  });
});

describe('the trash', () => {
  it('takes the article out of what is read, and says so once', async () => {
    const { app, shell, root } = await start();
    const [first, ...others] = app.reading.articleIds;
    const said: string[] = [];
    vi.spyOn(app.announcer, 'say').mockImplementation((message) => void said.push(message));
    shell.command('trash');
    await eventually(() => expect(app.library.state?.articleCount).toBe(4));
    expect(app.reading.articleIds).toEqual(others);
    expect(app.reading.columns.open).not.toContain(first);
    expect((await readdir(root)).filter((name) => name.endsWith('.txt'))).toHaveLength(4);
    expect(app.undoing.toast).toMatchObject({ undoable: true });
    expect(app.undoing.toast?.message).toContain('trash');
    expect(said.filter((message) => message.includes('trash'))).toEqual([]);
    expect(said.filter((message) => message.includes('no longer'))).toEqual([]);
  });

  it('gives the file back when that is taken back', async () => {
    const { app, shell, root } = await start();
    const [first] = app.reading.articleIds;
    const before = await readdir(root);
    const bytes = new Map<string, Buffer>();
    for (const name of before) bytes.set(name, await readFile(path.join(root, name)));
    shell.answers.undoTrash = async () => {
      for (const [name, text] of bytes) await writeFile(path.join(root, name), text);
      return true;
    };
    shell.command('trash');
    await eventually(() => expect(app.library.state?.articleCount).toBe(4));
    await app.undo();
    await eventually(() => expect(app.reading.presentIds).toContain(first));
    expect(app.undoing.toast?.message).toContain('Undone');
  });

  it('leaves everything as it was where the reader kept the file', async () => {
    const { app, shell } = await start();
    shell.answers.trash = () => Promise.resolve(false);
    const before = app.reading.articleIds;
    shell.command('trash');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(app.reading.articleIds).toEqual(before);
    expect(app.announcer.message).not.toContain('trash');
  });

  it('of the only open column opens others, and of the last article shows nothing', async () => {
    const { app, shell } = await start({ seeds: 2 });
    const [first, second] = app.reading.presentIds;
    app.reading.columns.restore(first ? [first] : null, {});
    shell.command('trash');
    await eventually(() => expect(app.reading.columns.open).toEqual([second]));
    shell.command('trash');
    await eventually(() => expect(app.library.isEmpty).toBe(true));
    await eventually(() => expect(app.reading.articleIds).toEqual([]));
    expect(app.reading.title).toBe('');
  });
});

describe('what the system hands over', () => {
  it('is opened in a column where it is in the library already', async () => {
    const { app, shell } = await start();
    app.dialogs.show('palette');
    const last = app.reading.presentIds[4];
    expect(app.reading.columns.open).not.toContain(last);
    shell.handOver([added(app, 4)]);
    await eventually(() => expect(app.reading.columns.active).toBe(last));
    expect(app.reading.presentIds).toHaveLength(5);
    expect(app.dialogs.current).toBeNull();
  });

  it('is shown by itself where it is new and tells of something else', async () => {
    const { app, shell, root } = await start();
    await writeFile(path.join(folder, 'ferry.md'), FERRY);
    const outcomes = await shell.engine.importPaths({ paths: [path.join(folder, 'ferry.md')] });
    shell.handOver(outcomes);
    await eventually(() => expect(app.reading.articleIds).toEqual([outcomes[0]?.articleId]));
    expect(await readdir(root)).toContain('ferry.md');
  });

  it('is listed where it is several files or could not be read', async () => {
    const { app, shell } = await start();
    const failed: ImportOutcome = {
      name: 'noise.txt',
      status: 'failed',
      failure: { path: 'noise.txt', code: 'unreadable', message: 'It is no text.' },
    };
    shell.handOver([failed]);
    expect(app.dialogs.current).toBe('imports');
    expect(app.imports.outcomes).toEqual([failed]);
    app.dialogs.dismiss();
    shell.handOver([added(app, 0), added(app, 1)]);
    expect(app.imports.outcomes).toHaveLength(2);
    expect(app.dialogs.current).toBe('imports');
  });

  it('before the page knows the library wins over the story it would begin with', async () => {
    const root = path.join(folder, 'talks');
    await cp(SEEDS, root, { recursive: true });
    await writeFile(path.join(root, 'ferry.md'), FERRY);
    const shell = await fakeShell(root);
    const [outcome] = await shell.engine.importPaths({ paths: [path.join(root, 'ferry.md')] });
    const app = new App(shell.host);
    opened.push({ app, shell });
    shell.handOver(outcome ? [outcome] : []);
    await eventually(() => expect(app.reading.articleIds).toEqual([outcome?.articleId]));
    await eventually(() => expect(app.library.state?.articleCount).toBe(6));
    expect(app.reading.articleIds).toEqual([outcome?.articleId]);
  });
});

describe('another library', () => {
  it('takes the place of what was read, searched and filtered', async () => {
    const { app, shell } = await start();
    await app.browse.search('donbas');
    const other = path.join(folder, 'ferries');
    await mkdir(other);
    await writeFile(path.join(other, 'ferry.md'), FERRY);
    await shell.engine.openLibrary({ path: other });
    await eventually(() => expect(app.reading.title).toMatch(/Ferries/));
    expect(app.reading.articleIds).toHaveLength(1);
    expect(app.browse.query).toBe('');
  });

  it('takes it too while the first one is only coming up', async () => {
    const { app, shell } = await start();
    const other = path.join(folder, 'ferries');
    await mkdir(other);
    await writeFile(path.join(other, 'ferry.md'), FERRY);
    // The first one is told of once more, as by an engine that was asked before it was opened.
    await shell.engine.openLibrary({ path: path.join(folder, 'talks') });
    await shell.engine.openLibrary({ path: other });
    await eventually(() => expect(app.reading.title).toMatch(/Ferries/));
    expect(app.reading.articleIds).toHaveLength(1);
  });

  it('that is the same one, opened again after a crash, leaves everything where it was', async () => {
    const { app, shell, root } = await start();
    const third = app.reading.presentIds[2];
    app.reading.columns.restore(third ? [third] : null, {});
    await shell.engine.openLibrary({ path: root });
    await eventually(() => expect(app.library.state?.articleCount).toBe(5));
    expect(app.reading.columns.open).toEqual([third]);
    expect(app.reading.articleIds).toHaveLength(5);
  });
});
