import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SynopticError } from '../../../electron/api/index.ts';
import type { EngineHost } from '../../../electron/main/engine-host.ts';
import { firstLibrary } from '../../../electron/main/first-run.ts';
import { LibraryOpening } from '../../../electron/main/library.ts';
import { SettingsFile } from '../../../electron/main/settings.ts';
import { dialog, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let folder: string;
let places: { seeds: string; documents: string };
let sample: string;
beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-library-'));
  places = { seeds: path.join(folder, 'seeds'), documents: path.join(folder, 'Documents') };
  sample = path.join(places.documents, 'Synoptic', 'Sample - Peace talks in Berlin');
  mkdirSync(places.seeds);
  writeFileSync(path.join(places.seeds, 'a.txt'), 'sample');
});
afterEach(() => rmSync(folder, { recursive: true }));

const settings = () => new SettingsFile(path.join(folder, 'data'));

describe('the first library', () => {
  it('is a copy of the sample among the user’s documents', () => {
    expect(firstLibrary(places, settings())).toBe(sample);
    expect(readdirSync(sample)).toEqual(['a.txt']);
    expect(settings().current).toMatchObject({ library: sample, sampleCopied: true });
  });

  it('is not copied a second time, not even when the user deleted it', () => {
    firstLibrary(places, settings());
    rmSync(sample, { recursive: true });
    expect(firstLibrary(places, settings())).toBe(sample);
    settings().update({ library: null });
    expect(firstLibrary(places, settings())).toBeNull();
    expect(existsSync(sample)).toBe(false);
  });

  it('leaves a folder that is there already as it is', () => {
    mkdirSync(sample, { recursive: true });
    writeFileSync(path.join(sample, 'a.txt'), 'mine');
    expect(firstLibrary(places, settings())).toBe(sample);
    expect(readFileSync(path.join(sample, 'a.txt'), 'utf8')).toBe('mine');
  });

  it('is the one opened last on later starts', () => {
    settings().update({ library: '/texts' });
    expect(firstLibrary(places, settings())).toBe('/texts');
    expect(existsSync(sample)).toBe(false);
  });
});

describe('opening a library', () => {
  const done: string[] = [];
  const engine = {
    openLibrary: vi.fn((library: string) => {
      done.push(`open ${library}`);
      return Promise.resolve();
    }),
    api: {
      importPaths: ({ paths }: { paths: string[] }) => {
        done.push(`import ${paths.join(' ')}`);
        return Promise.resolve([]);
      },
    },
  };
  const opening = (file = settings()) => new LibraryOpening(engine as unknown as EngineHost, file);
  beforeEach(() => void done.splice(0));

  it('prefers the folder given and leaves the sample alone', async () => {
    await opening().start({ library: '/given', files: ['/x.txt'] }, places);
    expect(done).toEqual(['open /given', 'import /x.txt']);
    expect(existsSync(sample)).toBe(false);
    expect(settings().current.library).toBe('/given');
  });

  it('starts on the sample where nothing is given', async () => {
    await opening().start({ library: null, files: [] }, places);
    expect(done).toEqual([`open ${sample}`]);
  });

  it('opens the sample, copied again if it is gone, and never overwrites', async () => {
    const one = opening();
    await one.openSample(places);
    writeFileSync(path.join(sample, 'a.txt'), 'mine');
    await one.openSample(places);
    expect(readFileSync(path.join(sample, 'a.txt'), 'utf8')).toBe('mine');
    rmSync(sample, { recursive: true });
    await one.openSample(places);
    expect(done).toEqual([`open ${sample}`, `open ${sample}`, `open ${sample}`]);
    expect(readdirSync(path.dirname(sample))).toEqual([path.basename(sample)]);
    expect(settings().current).toMatchObject({ library: sample, sampleCopied: true });
  });

  it('says why the sample could not be copied, and leaves nothing of it', async () => {
    const missing = { ...places, seeds: path.join(folder, 'none') };
    await expect(opening().openSample(missing)).rejects.toMatchObject({ code: 'write-failed' });
    expect(readdirSync(path.dirname(sample))).toEqual([]);
  });

  it('imports files that arrive during the start only after it', async () => {
    const one = opening();
    void one.start({ library: null, files: [] }, places);
    await one.take({ library: null, files: ['/y.txt'] });
    expect(done).toEqual([`open ${sample}`, 'import /y.txt']);
  });

  it('says so when a library cannot be opened, and goes on', async () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    engine.openLibrary.mockRejectedValueOnce(
      new SynopticError('library-unavailable', 'The folder is gone.', 'Choose another.'),
    );
    const one = opening();
    await one.start({ library: '/gone', files: [] }, places);
    expect(dialog.showErrorBox).toHaveBeenCalledWith('The folder is gone.', 'Choose another.');
    expect(settings().current.library).toBeNull();
    await one.take({ library: '/there', files: [] });
    expect(done).toEqual(['open /there']);
    stderr.mockRestore();
  });
});
