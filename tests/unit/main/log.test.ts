import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { SynopticError } from '../../../electron/api/index.ts';
import { LogFile } from '../../../electron/main/log-file.ts';
import { linesOf, logRecord, recordOf } from '../../../electron/main/log-record.ts';
import type * as Log from '../../../electron/main/log.ts';
import type * as Double from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let folder: string;
let written: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-log-'));
  written = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => (written.push(String(text)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const AT = new Date('2026-01-02T03:04:05.678Z');
/** What must never be in a log, as it may be in an error. */
const SECRET = 'Zelensky arrives';

class OddError extends Error {}

function withStack(error: Error, stack: string): Error {
  error.stack = stack;
  return error;
}

describe('a record of an error', () => {
  it('has its class, its system’s code and where in the program it arose', () => {
    const error = Object.assign(new TypeError(`no ${SECRET}`), { code: 'ENOENT' });
    withStack(
      error,
      [
        `TypeError: no ${SECRET}`,
        '    at read (file:///home/jane/Apps/synoptic/resources/app.asar/dist/main/main.js:10:5)',
        '    at async Object.handle [as browse] (C:\\Users\\Jane\\Synoptic\\resources\\app.asar\\dist\\engine\\engine.js:1:2)',
        '    at file:///home/jane/dist/other/thing.js:3:4',
        '    at node:internal/fs:7:8',
        '    at new Promise (<anonymous>)',
      ].join('\n'),
    );
    expect(linesOf(recordOf('error', 'browse', error), AT)).toBe(
      [
        '2026-01-02T03:04:05.678Z error browse TypeError:ENOENT',
        '    at read (dist/main/main.js:10:5)',
        '    at async Object.handle [as browse] (dist/engine/engine.js:1:2)',
        '    at (dist/other/thing.js:3:4)',
        '    at (node:internal/fs:7:8)',
        '    at new Promise ()',
        '',
      ].join('\n'),
    );
  });

  it.each<[string, unknown, string]>([
    [
      'of our own, by its code alone',
      new SynopticError('library-unavailable', SECRET, SECRET),
      'library-unavailable',
    ],
    [
      'of our own, with what caused it',
      new SynopticError('write-failed', SECRET, SECRET, {
        cause: Object.assign(new Error(SECRET), { code: 'ENOSPC' }),
      }),
      'write-failed/Error:ENOSPC',
    ],
    ['of a class of its own', new OddError(SECRET), 'OddError'],
    ['under a false name', Object.assign(new Error(SECRET), { name: SECRET }), 'Error'],
    ['with a code that is none', Object.assign(new Error(SECRET), { code: SECRET }), 'Error'],
    ['that is a text', SECRET, 'thrown-string'],
    ['that is nothing', undefined, 'thrown-undefined'],
    ['of many lines', new Error(`${SECRET}\n    at ${SECRET} (dist/main/main.js:1:1)\n${SECRET}`), 'Error'],
    [
      'whose stack was made for another message',
      withStack(
        new Error('x'),
        `Error: ${SECRET}\n    at ${SECRET}\n  and ${SECRET}\n    at go (dist/main/main.js:1:2)`,
      ),
      'Error',
    ],
  ])('%s, says nothing of what it is about', (_kind, thrown, code) => {
    const record = recordOf('error', 'import', thrown);
    expect(record.code).toBe(code);
    expect(v.is(logRecord, record)).toBe(true);
    expect(linesOf(record, AT)).not.toContain('Zelensky');
  });

  it('is refused from the engine with anything that could be a text', () => {
    const record = { level: 'error', where: 'engine', code: 'Error' };
    expect(v.is(logRecord, record)).toBe(true);
    for (const change of [
      { where: SECRET },
      { code: SECRET },
      { frames: [SECRET] },
      { facts: { a: SECRET } },
      { text: '' },
    ]) {
      expect(v.is(logRecord, { ...record, ...change })).toBe(false);
    }
  });

  it('from a place that is no word is from elsewhere', () => {
    expect(recordOf('warn', 'topics and stories', new Error()).where).toBe('topics-and-stories');
    expect(recordOf('warn', '“Talks”', new Error()).where).toBe('elsewhere');
  });
});

describe('the log’s file', () => {
  it('is followed by others, of which the oldest go', () => {
    const file = new LogFile(path.join(folder, 'logs'), { maxBytes: 100, files: 3 });
    for (let line = 0; line < 40; line++) file.append(`line ${String(line).padStart(2, '0')}: twenty .\n`);
    const names = readdirSync(path.join(folder, 'logs')).sort();
    expect(names).toEqual(['synoptic.1.log', 'synoptic.2.log', 'synoptic.log']);
    for (const name of names) expect(statSync(path.join(folder, 'logs', name)).size).toBeLessThanOrEqual(100);
    expect(readFileSync(file.path, 'utf8')).toContain('line 39');
    expect(readFileSync(path.join(folder, 'logs', 'synoptic.1.log'), 'utf8')).toContain('line 34');
  });

  it('goes on where the one of before ended', () => {
    new LogFile(folder, { maxBytes: 12 }).append('one\n');
    new LogFile(folder, { maxBytes: 12 }).append('two\n');
    new LogFile(folder, { maxBytes: 12 }).append('three\n');
    expect(readFileSync(path.join(folder, 'synoptic.1.log'), 'utf8')).toBe('one\ntwo\n');
  });

  it('stops nothing where it cannot be written', () => {
    const file = new LogFile(path.join(folder, 'x'));
    file.append('one\n');
    expect(() => new LogFile(path.join(folder, 'x', 'synoptic.log', 'y')).append('two\n')).not.toThrow();
  });
});

describe('the log', () => {
  let log: typeof Log;
  let electron: typeof Double;
  beforeEach(async () => {
    vi.resetModules();
    electron = (await import('electron')) as unknown as typeof Double;
    electron.resetElectron();
    log = await import('../../../electron/main/log.ts');
  });
  const content = () => readFileSync(path.join(folder, 'synoptic.log'), 'utf8');

  it('has what came before it was opened', () => {
    log.logError('shell', new OddError(SECRET));
    log.openLog(folder);
    log.logEvent('info', 'shell', 'start', { version: '1.2.3' });
    expect(content()).toMatch(
      / error shell OddError\n(?: {4}at .*\n)+.* info {2}shell start version=1\.2\.3\n$/,
    );
  });

  it('is printed without texts where users are, and in full in development', () => {
    log.logError('shell', new OddError(SECRET));
    expect(written.join('')).toContain('OddError');
    expect(written.join('')).not.toContain(SECRET);
    electron.app.isPackaged = false;
    log.logError('shell', new OddError(SECRET));
    expect(written.join('')).toContain(SECRET);
  });

  it('is shown in its folder', () => {
    log.openLog(folder);
    log.showLog();
    expect(electron.shell.showItemInFolder).toHaveBeenCalledWith(path.join(folder, 'synoptic.log'));
  });
});
