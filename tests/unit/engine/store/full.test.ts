import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dismissing } from '../../../../electron/engine/store/corrections.ts';
import { Store } from '../../../../electron/engine/store/store.ts';
import { dismissal } from './writer.ts';

const LIBRARY = path.resolve('/texts');
const ARTICLE = 'aaaaaaaaaaaa';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-full-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const dismiss = (number: number) => dismissing(dismissal(ARTICLE, number));
const module = (file: string) => pathToFileURL(path.resolve(import.meta.dirname, file)).href;

/** What a process sees that may write no file larger than 4 KiB: to SQLite the disk is full. */
function withoutRoom(): { kept: number; codes: string[]; refused: string } {
  const script = `
    const { Store } = await import(${JSON.stringify(module('../../../../electron/engine/store/store.ts'))});
    const { dismissing } = await import(${JSON.stringify(module('../../../../electron/engine/store/corrections.ts'))});
    const { dismissal } = await import(${JSON.stringify(module('writer.ts'))});
    const store = new Store({ folder: ${JSON.stringify(folder)} });
    const library = ${JSON.stringify(LIBRARY)};
    const kept = store.read(library).dismissed.length;
    let refused = '';
    try {
      store.change(library, dismissing(dismissal('bbbbbbbbbbbb', 1)), new Map());
    } catch (thrown) {
      refused = thrown.code;
    }
    const codes = store.notices().map(({ code }) => code);
    process.stdout.write(JSON.stringify({ kept, codes, refused }));
    process.exit(0);`;
  const { stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      'trap "" XFSZ; ulimit -f 8; exec "$@"',
      'sh',
      process.execPath,
      '--input-type=module',
      '-e',
      script,
    ],
    { encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof withoutRoom>;
}

// Windows has no such limit.
describe.skipIf(process.platform === 'win32')('a store that nothing can be added to', () => {
  test('is read, refuses changes, and takes them again once it can', () => {
    const store = new Store({ folder });
    store.change(LIBRARY, dismiss(1), new Map());
    store.close();
    expect(withoutRoom()).toEqual({ kept: 1, codes: ['store-unavailable'], refused: 'write-failed' });
    const again = new Store({ folder });
    expect(again.change(LIBRARY, dismiss(2), new Map()).dismissed).toHaveLength(2);
    expect(again.notices()).toEqual([]);
    again.close();
  });

  test('is not begun, and leaves nothing behind', async () => {
    expect(withoutRoom()).toEqual({ kept: 0, codes: [], refused: 'write-failed' });
    expect(await readdir(folder)).toEqual([]);
  });
});
