import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Recents } from '../../../electron/main/recents.ts';
import { SettingsFile } from '../../../electron/main/settings.ts';
import { app, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let folder: string;
const onChange = vi.fn();
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-recents-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const settings = () => new SettingsFile(folder);
const on = (platform: string) =>
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform as NodeJS.Platform);

describe('the libraries opened last', () => {
  it('are ten, the newest first, each once, and kept for the next start', () => {
    const recents = new Recents(settings(), onChange);
    for (let number = 1; number <= 12; number++) recents.opened(`/${number}`);
    recents.opened('/5');
    expect(new Recents(settings(), onChange).paths).toEqual(
      [5, 12, 11, 10, 9, 8, 7, 6, 4, 3].map((number) => `/${number}`),
    );
    expect(settings().current.library).toBe('/5');
    expect(onChange).toHaveBeenCalledTimes(13);
  });

  it('are forgotten one by one or all at once; the library to come back to stays', () => {
    const recents = new Recents(settings(), onChange);
    recents.opened('/a');
    recents.opened('/b');
    recents.remove('/a');
    expect(recents.paths).toEqual(['/b']);
    recents.clear();
    expect(recents.paths).toEqual([]);
    expect(settings().current.library).toBe('/b');
  });

  it.each([
    ['darwin', 1],
    ['win32', 1],
    ['linux', 0],
  ])('are told to the system of %s where it keeps such a list: %i', (platform, times) => {
    on(platform);
    const recents = new Recents(settings(), onChange);
    recents.opened('/a');
    recents.clear();
    expect(app.addRecentDocument).toHaveBeenCalledTimes(times);
    expect(app.clearRecentDocuments).toHaveBeenCalledTimes(times);
  });
});
