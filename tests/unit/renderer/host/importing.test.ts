import { describe, expect, it, vi } from 'vitest';
import { LIMITS, SynopticError, type ImportOutcome, type ReaderApi } from '../../../../electron/api/index.ts';
import { importEach } from '../../../../renderer/host/importing.ts';

const added = (name: string): ImportOutcome => ({ name, status: 'added' });

function session(importFile: ReaderApi['importFile']) {
  const progress: (readonly [number, number])[] = [];
  return {
    progress,
    api: { importFile } as ReaderApi,
    onProgress: (done: number, total: number) => void progress.push([done, total]),
  };
}

describe('importEach', () => {
  it('sends every file with its bytes and says how far it is', async () => {
    const sent: string[] = [];
    const here = session(({ relativePath, bytes }) => {
      sent.push(`${relativePath}: ${new TextDecoder().decode(bytes)}`);
      return Promise.resolve(added(relativePath));
    });
    const files = [new File(['one'], 'a.txt'), new File(['two'], 'b.txt')];
    const outcomes = await importEach({ files, entries: [] }, here);
    expect(sent).toEqual(['a.txt: one', 'b.txt: two']);
    expect(outcomes.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    expect(here.progress).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
  });

  it('has several files on their way at once, and answers in their order', async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    const here = session(async ({ relativePath }) => {
      most = Math.max(
        most,
        waiting.push(() => undefined),
      );
      await new Promise<void>((resolve) => (waiting[waiting.length - 1] = resolve));
      return added(relativePath);
    });
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const outcomes = importEach({ files: names.map((name) => new File([name], name)), entries: [] }, here);
    let answered = 0;
    while (answered < names.length) {
      await vi.waitUntil(() => waiting.length > 0);
      waiting.pop()?.();
      answered += 1;
    }
    expect((await outcomes).map(({ name }) => name)).toEqual(names);
    expect(most).toBe(4);
    expect(here.progress.map(([done]) => done)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('refuses a file that is too large without reading or sending it', async () => {
    const large = Object.defineProperty(new File(['x'], 'large.txt'), 'size', {
      value: LIMITS.fileBytes + 1,
    });
    const here = session(() => Promise.reject(new Error('must not be called')));
    const [outcome] = await importEach({ files: [large], entries: [] }, here);
    expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'too-large' } });
  });

  it('answers for a file that has vanished, and goes on', async () => {
    const gone = Object.defineProperty(new File(['x'], 'gone.txt'), 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    });
    const here = session(({ relativePath }) => Promise.resolve(added(relativePath)));
    const outcomes = await importEach({ files: [gone, new File(['x'], 'b.txt')], entries: [] }, here);
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'added']);
    expect(outcomes[0]?.failure?.code).toBe('unreadable');
  });

  it('answers in the engine’s words where the engine refuses', async () => {
    const here = session(() =>
      Promise.reject(new SynopticError('no-library', 'No library is open.', 'Open one.')),
    );
    const [outcome] = await importEach({ files: [new File(['x'], 'a.txt')], entries: [] }, here);
    expect(outcome?.failure?.message).toBe('No library is open. Open one.');
  });
});
