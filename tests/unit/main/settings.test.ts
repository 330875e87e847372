import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsFile } from '../../../electron/main/settings.ts';

let folder: string;
let file: string;
const onProblem = vi.fn();
beforeEach(() => {
  onProblem.mockReset();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-settings-'));
  file = path.join(folder, 'shell.json');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const DEFAULTS = {
  version: 1,
  bounds: null,
  maximised: false,
  library: null,
  sampleCopied: false,
  theme: 'system',
  recent: [],
};
const open = (where = folder) => new SettingsFile(where, { onProblem });

describe('the shell’s settings', () => {
  it('are kept from one start to the next', () => {
    const bounds = { x: -5, y: 0, width: 1000, height: 800 };
    open().update({ bounds, library: '/texts' });
    expect(open().current).toEqual({ ...DEFAULTS, bounds, library: '/texts' });
    expect(readdirSync(folder)).toEqual(['shell.json']);
    expect(onProblem).not.toHaveBeenCalled();
  });

  it.each(['', '{', '[]', '{"version":0}', '{"version":1,"bounds":{"x":"1"},"maximised":false}', 'null'])(
    'start afresh from a file that holds %j, which is set aside and told of',
    (content) => {
      writeFileSync(file, content);
      const settings = open();
      expect(settings.current).toEqual(DEFAULTS);
      expect(onProblem.mock.calls).toEqual([['damaged']]);
      settings.update({ theme: 'dark' });
      expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(content);
      expect(open().current.theme).toBe('dark');
    },
  );

  it('take from a file of before what it has', () => {
    writeFileSync(
      file,
      '{"version":1,"bounds":null,"maximised":true,"library":"/texts","sampleCopied":true}',
    );
    expect(open().current).toEqual({ ...DEFAULTS, maximised: true, library: '/texts', sampleCopied: true });
  });

  it('take from a file of a newer version what they understand, and leave it as it is', () => {
    const content = '{"version":2,"library":"/texts","bounds":[1,2],"recent":["/a"],"sampleCopied":true}';
    writeFileSync(file, content);
    const settings = open();
    expect(settings.current).toEqual({ ...DEFAULTS, library: '/texts', recent: ['/a'], sampleCopied: true });
    expect(onProblem.mock.calls).toEqual([['newer-version']]);
    settings.update({ theme: 'dark' });
    expect(settings.current.theme).toBe('dark');
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect(readdirSync(folder)).toEqual(['shell.json']);
  });

  it('make their folder', () => {
    const deeper = path.join(folder, 'a', 'b');
    open(deeper).update({ sampleCopied: true });
    expect(open(deeper).current.sampleCopied).toBe(true);
  });

  it('hold until the end where they cannot be written, and say so', () => {
    writeFileSync(path.join(folder, 'in-the-way'), '');
    const settings = open(path.join(folder, 'in-the-way'));
    onProblem.mockReset();
    settings.update({ theme: 'dark' });
    expect(settings.current.theme).toBe('dark');
    expect(onProblem).toHaveBeenCalledWith('not-written', expect.any(Error));
  });
});
