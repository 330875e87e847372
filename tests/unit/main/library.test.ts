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
import { SynopticError, type ImportOutcome, type LibraryState } from '../../../electron/api/index.ts';
import type { EngineHost } from '../../../electron/main/engine-host.ts';
import { firstLibrary } from '../../../electron/main/first-run.ts';
import { LibraryOpening } from '../../../electron/main/library.ts';
import { failedOutcome } from '../../../electron/main/outcomes.ts';
import { Recents } from '../../../electron/main/recents.ts';
import { SettingsFile } from '../../../electron/main/settings.ts';
import { resetElectron } from './electron-double.ts';

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
    expect(firstLibrary(() => places, settings())).toBe(sample);
    expect(readdirSync(sample)).toEqual(['a.txt']);
    expect(settings().current).toMatchObject({ library: sample, sampleCopied: true });
  });

  it('is not copied a second time, not even when the user deleted it', () => {
    firstLibrary(() => places, settings());
    rmSync(sample, { recursive: true });
    expect(firstLibrary(() => places, settings())).toBe(sample);
    settings().update({ library: null });
    expect(firstLibrary(() => places, settings())).toBeNull();
    expect(existsSync(sample)).toBe(false);
  });

  it('leaves a folder that is there already as it is', () => {
    mkdirSync(sample, { recursive: true });
    writeFileSync(path.join(sample, 'a.txt'), 'mine');
    expect(firstLibrary(() => places, settings())).toBe(sample);
    expect(readFileSync(path.join(sample, 'a.txt'), 'utf8')).toBe('mine');
  });

  it('is the one opened last on later starts', () => {
    settings().update({ library: '/texts' });
    expect(firstLibrary(() => places, settings())).toBe('/texts');
    expect(existsSync(sample)).toBe(false);
  });
});

describe('opening a library', () => {
  const done: string[] = [];
  const told: ImportOutcome[] = [];
  let times = 0;
  const added: ImportOutcome[] = [{ name: 'x.txt', status: 'added' }];
  const engine = {
    back: vi.fn(() => Promise.resolve()),
    openLibrary: vi.fn((library: string) => {
      done.push(`open ${library}`);
      return Promise.resolve({} as LibraryState);
    }),
    api: {
      importPaths: vi.fn(({ paths }: { paths: string[] }) => {
        done.push(`import ${paths.join(' ')}`);
        return Promise.resolve(added);
      }),
    },
  };
  const opening = (file = settings()) =>
    new LibraryOpening({
      engine: engine as unknown as EngineHost,
      settings: file,
      recents: new Recents(file, () => undefined),
      places: () => places,
      tell: (outcomes) => {
        if (outcomes.length > 0) times++;
        told.push(...outcomes);
      },
    });
  const nothing = { library: null, files: [], refused: [] };
  const gone = () => new SynopticError('library-unavailable', 'The folder is gone.', 'Choose another.');
  beforeEach(() => {
    done.splice(0);
    told.splice(0);
    times = 0;
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => void vi.restoreAllMocks());

  it('prefers the folder given and leaves the sample alone', async () => {
    await opening().start({ ...nothing, library: '/given', files: ['/x.txt'] });
    expect(done).toEqual(['open /given', 'import /x.txt']);
    expect(told).toEqual(added);
    expect(existsSync(sample)).toBe(false);
    expect(settings().current).toMatchObject({ library: '/given', recent: ['/given'] });
  });

  it('starts on the sample where nothing is given', async () => {
    await opening().start(nothing);
    expect(done).toEqual([`open ${sample}`]);
    expect(told).toEqual([]);
  });

  it('starts without a library where the sample cannot be copied, and says so', async () => {
    writeFileSync(places.documents, 'in the way');
    await opening().start({ ...nothing, files: ['/x.txt'] });
    expect(done).toEqual(['import /x.txt']);
    expect(told).toMatchObject([{ name: 'Sample library', status: 'failed' }, { name: 'x.txt' }]);
  });

  it('starts on nothing where the library of last time is gone, says so, and keeps it in mind', async () => {
    settings().update({ library: '/mnt/Texts' });
    engine.openLibrary.mockRejectedValueOnce(gone());
    await opening().start(nothing);
    expect(told).toMatchObject([{ name: 'Texts', status: 'failed', failure: { code: 'not-found' } }]);
    expect(told[0]?.failure?.message).toContain('connect');
    expect(settings().current.library).toBe('/mnt/Texts');
  });

  it('opens the sample, copied again if it is gone, and never overwrites', async () => {
    const one = opening();
    await one.openSample();
    writeFileSync(path.join(sample, 'a.txt'), 'mine');
    await one.openSample();
    expect(readFileSync(path.join(sample, 'a.txt'), 'utf8')).toBe('mine');
    rmSync(sample, { recursive: true });
    await one.openSample();
    expect(done).toEqual([`open ${sample}`, `open ${sample}`, `open ${sample}`]);
    expect(readdirSync(path.dirname(sample))).toEqual([path.basename(sample)]);
    expect(settings().current).toMatchObject({ library: sample, sampleCopied: true });
  });

  it('says why the sample could not be copied, and leaves nothing of it', async () => {
    rmSync(places.seeds, { recursive: true });
    await expect(opening().openSample()).rejects.toMatchObject({ code: 'write-failed' });
    expect(readdirSync(path.dirname(sample))).toEqual([]);
  });

  it('takes what arrives during the start only after it', async () => {
    const one = opening();
    void one.start(nothing);
    await one.take({ ...nothing, files: ['/y.txt'] });
    expect(done).toEqual([`open ${sample}`, 'import /y.txt']);
  });

  it('tells whoever opens it that it could not be opened, and goes on', async () => {
    engine.openLibrary.mockRejectedValueOnce(gone());
    const one = opening();
    await expect(one.open('/gone')).rejects.toMatchObject({ code: 'library-unavailable' });
    expect(settings().current).toMatchObject({ library: null, recent: [] });
    await one.take({ ...nothing, library: '/there' });
    expect(done).toEqual(['open /there']);
  });

  it('answers for every file, also where none could be taken', async () => {
    const stopped = new SynopticError('engine-stopped', 'The reader’s engine stopped.', 'Wait a moment.');
    engine.api.importPaths.mockRejectedValueOnce(stopped).mockRejectedValueOnce(stopped);
    const missing = failedOutcome('/z.txt', 'not-found', 'There is nothing.');
    await opening().take({ library: null, files: ['/x.txt', '/y.txt'], refused: [missing] });
    expect(told.map(({ name, status, failure }) => [name, status, failure?.message])).toEqual([
      ['z.txt', 'failed', 'There is nothing.'],
      ['x.txt', 'failed', 'The reader’s engine stopped. Wait a moment.'],
      ['y.txt', 'failed', 'The reader’s engine stopped. Wait a moment.'],
    ]);
    expect(times).toBe(1);
  });

  it('imports what a crash came between again, when the engine is back', async () => {
    engine.api.importPaths.mockRejectedValueOnce(new SynopticError('engine-stopped', 'Stopped.'));
    engine.back.mockImplementationOnce(() => Promise.resolve(void done.push('back')));
    await opening().take({ ...nothing, files: ['/x.txt'] });
    expect(done).toEqual(['back', 'import /x.txt']);
    expect(told).toEqual(added);
  });

  it('leaves a library that was being opened in a crash to the engine’s next start', async () => {
    engine.openLibrary.mockRejectedValueOnce(new SynopticError('engine-stopped', 'Stopped.'));
    await opening().start({ ...nothing, library: '/given' });
    expect(told).toEqual([]);
  });
});
