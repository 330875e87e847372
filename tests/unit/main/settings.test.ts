import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsFile } from '../../../electron/main/settings.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'synoptic-settings-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the shell’s settings', () => {
  it('are kept from one start to the next', () => {
    const bounds = { x: -5, y: 0, width: 1000, height: 800 };
    new SettingsFile(folder).update({ bounds, library: '/texts' });
    expect(new SettingsFile(folder).current).toMatchObject({
      bounds,
      library: '/texts',
      sampleCopied: false,
    });
    expect(readdirSync(folder)).toEqual(['shell.json']);
  });

  it.each(['', '{', '[]', '{"version":2}', '{"version":1,"bounds":{"x":"1"},"maximised":false}', 'null'])(
    'start afresh from a file that holds %j',
    (content) => {
      writeFileSync(path.join(folder, 'shell.json'), content);
      expect(new SettingsFile(folder).current).toEqual({
        version: 1,
        bounds: null,
        maximised: false,
        library: null,
        sampleCopied: false,
        theme: 'system',
      });
    },
  );

  it('make their folder', () => {
    const deeper = path.join(folder, 'a', 'b');
    new SettingsFile(deeper).update({ sampleCopied: true });
    expect(new SettingsFile(deeper).current.sampleCopied).toBe(true);
  });
});
