import { describe, expect, it } from 'vitest';
import { LIMITS, SynopticError, type ImportOutcome, type ReaderApi } from '../../../../electron/api/index.ts';
import { importOneByOne } from '../../../../renderer/host/importing.ts';

const added = (name: string): ImportOutcome => ({ name, status: 'added' });

function session(importFile: ReaderApi['importFile']) {
  const progress: (readonly [number, number])[] = [];
  return {
    progress,
    api: { importFile } as ReaderApi,
    onProgress: (done: number, total: number) => void progress.push([done, total]),
  };
}

describe('importOneByOne', () => {
  it('sends every file with its bytes and says how far it is', async () => {
    const sent: string[] = [];
    const here = session(({ relativePath, bytes }) => {
      sent.push(`${relativePath}: ${new TextDecoder().decode(bytes)}`);
      return Promise.resolve(added(relativePath));
    });
    const files = [new File(['one'], 'a.txt'), new File(['two'], 'b.txt')];
    const outcomes = await importOneByOne({ files, entries: [] }, here);
    expect(sent).toEqual(['a.txt: one', 'b.txt: two']);
    expect(outcomes.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    expect(here.progress).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
  });

  it('refuses a file that is too large without reading or sending it', async () => {
    const large = Object.defineProperty(new File(['x'], 'large.txt'), 'size', {
      value: LIMITS.fileBytes + 1,
    });
    const here = session(() => Promise.reject(new Error('must not be called')));
    const [outcome] = await importOneByOne({ files: [large], entries: [] }, here);
    expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'too-large' } });
  });

  it('answers for a file that has vanished, and goes on', async () => {
    const gone = Object.defineProperty(new File(['x'], 'gone.txt'), 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    });
    const here = session(({ relativePath }) => Promise.resolve(added(relativePath)));
    const outcomes = await importOneByOne({ files: [gone, new File(['x'], 'b.txt')], entries: [] }, here);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'added']);
    expect(outcomes[0]?.failure?.code).toBe('unreadable');
  });

  it('answers in the engine’s words where the engine refuses', async () => {
    const here = session(() =>
      Promise.reject(new SynopticError('no-library', 'No library is open.', 'Open one.')),
    );
    const [outcome] = await importOneByOne({ files: [new File(['x'], 'a.txt')], entries: [] }, here);
    expect(outcome?.failure?.message).toBe('No library is open. Open one.');
  });
});
