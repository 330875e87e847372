import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ArticleId } from '../../../../electron/api/index.ts';
import type { ReadInput } from '../../../../electron/engine/pool/jobs.ts';
import { WorkerPool, type PoolOptions } from '../../../../electron/engine/pool/pool.ts';

const entry = new URL('./test-worker.ts', import.meta.url);

let pools: WorkerPool[] = [];

function poolOf(options: PoolOptions = {}): WorkerPool {
  const pool = new WorkerPool({ size: 1, entry, ...options });
  pools.push(pool);
  return pool;
}

/** What the test's worker answers with. */
interface Obeyed {
  readonly command: string;
  readonly threadId: number;
  readonly done: number;
}

function told(command: string): ReadInput {
  return {
    id: 'a'.repeat(12) as ArticleId,
    path: command,
    absolute: `/${command}`,
    within: null,
    knownHash: null,
  };
}

const obey = (pool: WorkerPool, command: string, options: Parameters<WorkerPool['run']>[2] = {}) =>
  pool.run('read', told(command), options) as Promise<unknown> as Promise<Obeyed>;

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(pools.map((pool) => pool.close()));
  pools = [];
});

describe('a pool of workers', () => {
  test('starts none before there is a job, and one when it is warmed', () => {
    const pool = poolOf({ size: 2 });
    expect(pool.alive).toBe(0);
    pool.warm();
    pool.warm();
    expect(pool.alive).toBe(1);
  });

  test('does many jobs, each once, on no more workers than its size', async () => {
    const pool = poolOf({ size: 2 });
    const commands = Array.from({ length: 1000 }, (_, number) => `job ${number}`);
    const answers = await Promise.all(commands.map((command) => obey(pool, command)));
    expect(answers.map(({ command }) => command)).toEqual(commands);
    expect(new Set(answers.map(({ threadId, done }) => `${threadId} ${done}`)).size).toBe(1000);
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(2);
    expect(pool.alive).toBe(2);
  });

  test('begins jobs of higher priority first, and others in the order they came', async () => {
    const pool = poolOf();
    const order: string[] = [];
    const jobs = [
      ['a', 0],
      ['b', 0],
      ['c', 0],
      ['d', -1],
      ['e', 2],
      ['f', 2],
      ['g', 1],
    ] as const;
    await Promise.all(
      jobs.map(([command, priority]) =>
        obey(pool, command, { priority }).then(() => {
          order.push(command);
        }),
      ),
    );
    // The worker has the first before the others are there.
    expect(order).toEqual(['a', 'e', 'f', 'g', 'b', 'c', 'd']);
  });

  test('moves bytes instead of copying them where it is told to', async () => {
    const pool = poolOf();
    const bytes = new Uint8Array(1000);
    const answer = await pool.run(
      'read',
      { id: told('').id, path: 'a.txt', bytes },
      { transfer: [bytes.buffer] },
    );
    expect(answer).toMatchObject({ command: '1000 bytes' });
    expect(bytes.length).toBe(0);
  });

  test('rejects where the worker says so, or what it is given cannot be sent, and goes on', async () => {
    const pool = poolOf();
    await expect(obey(pool, 'refuse')).rejects.toThrow('refused');
    const unsendable = { body: 'x', more: () => undefined };
    await expect(pool.run('prepare', unsendable)).rejects.toThrow('could not be cloned');
    expect(await obey(pool, 'after')).toMatchObject({ command: 'after' });
  });

  test('ends workers that have had nothing to do', async () => {
    const pool = poolOf({ idleMs: 20 });
    const first = await obey(pool, 'first');
    await vi.waitFor(() => {
      expect(pool.alive).toBe(0);
    });
    const second = await obey(pool, 'second');
    expect(second.threadId).not.toBe(first.threadId);
  });
});

describe('a job that breaks its limits', () => {
  const sentence = (command: string, message: RegExp, code = 'too-demanding') => ({
    kind: 'failed',
    failure: { path: command, code, message: expect.stringMatching(message) as string },
    stamp: null,
    hash: null,
    passing: code === 'unreadable',
  });

  test.each([
    ['spin', /^Reading this file took longer than 0.2 seconds; it is left out\.$/, 'too-demanding'],
    ['wait', /^The disk did not give this file within 0.2 seconds\./, 'unreadable'],
    [
      'hoard',
      /^Reading this file took more memory than one file may have; it is left out\.$/,
      'too-demanding',
    ],
    ['exit', /^Reading this file could not be finished; it is left out\.$/, 'too-demanding'],
    ['throw', /^Reading this file could not be finished; it is left out\.$/, 'too-demanding'],
  ])('is the only one that fails: %s', async (command, message, code) => {
    const pool = poolOf({ heapMb: 32 });
    const timeoutMs = command === 'spin' || command === 'wait' ? 200 : 20_000;
    const answers = await Promise.all(
      ['one', command, 'two', command, 'three'].map((each) => obey(pool, each, { timeoutMs })),
    );
    const failed = sentence(command, message, code);
    expect(answers).toEqual([
      expect.objectContaining({ command: 'one' }),
      failed,
      expect.objectContaining({ command: 'two' }),
      failed,
      expect.objectContaining({ command: 'three' }),
    ]);
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(4);
  });

  test('rejects where it is not the reading of a file', async () => {
    const pool = poolOf();
    await expect(pool.run('prepare', { body: 'spin' }, { timeoutMs: 100 })).rejects.toThrow(
      'A job was not finished (prepare): it took too long.',
    );
    await expect(pool.run('prepare', { body: 'exit' })).rejects.toThrow('its worker ended');
    expect(await obey(pool, 'after')).toMatchObject({ command: 'after' });
  });

  test('does not take the jobs of another worker with it', async () => {
    const pool = poolOf({ size: 2 });
    const commands = Array.from({ length: 200 }, (_, number) => (number % 50 === 25 ? 'exit' : `${number}`));
    const answers = await Promise.all(commands.map((command) => obey(pool, command)));
    expect(
      answers.map((answer, at) => ('failure' in answer ? 'exit' : answer.command) === commands[at]),
    ).not.toContain(false);
  });
});

describe('a job that is wanted no more', () => {
  test('is never begun where it waits', async () => {
    const pool = poolOf();
    const { signal, abort } = aborter();
    const first = obey(pool, 'first');
    const waiting = obey(pool, 'spin', { signal });
    abort();
    await expect(waiting).rejects.toThrow('enough');
    await first;
    expect(await obey(pool, 'after')).toMatchObject({ command: 'after', threadId: (await first).threadId });
  });

  test('is ended where it has been begun', async () => {
    const pool = poolOf();
    await obey(pool, 'first');
    const { signal, abort } = aborter();
    const spinning = obey(pool, 'spin', { signal });
    const next = obey(pool, 'next');
    abort();
    await expect(spinning).rejects.toThrow('enough');
    expect(await next).toMatchObject({ command: 'next', done: 0 });
  });

  test('is not begun at all where that was said before', async () => {
    const pool = poolOf();
    await expect(obey(pool, 'spin', { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
    expect(pool.alive).toBe(0);
  });

  function aborter() {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort(new Error('enough')) };
  }
});

describe('a pool that is closed', () => {
  test('rejects what is under way, what waits and what comes later', async () => {
    const pool = poolOf();
    await obey(pool, 'first');
    const [spinning, atHand, waiting] = [obey(pool, 'spin'), obey(pool, 'b'), obey(pool, 'c')];
    const all = Promise.allSettled([spinning, atHand, waiting]);
    await pool.close();
    const outcomes = [...(await all), ...(await Promise.allSettled([obey(pool, 'd')]))];
    expect(outcomes.map((each) => each.status === 'rejected' && String(each.reason))).toEqual(
      Array.from({ length: 4 }, () => 'Error: The pool of workers is closed.'),
    );
    expect(pool.alive).toBe(0);
  });
});

describe('a worker that cannot be started', () => {
  test('is no file’s fault: jobs reject after a few tries, and later ones are tried again', async () => {
    const pool = poolOf();
    vi.stubEnv('SYNOPTIC_TEST_WORKER', 'dead');
    await expect(Promise.all([obey(pool, 'a'), obey(pool, 'b')])).rejects.toThrow(
      'No worker could be started.',
    );
    vi.unstubAllEnvs();
    expect(await obey(pool, 'c')).toMatchObject({ command: 'c' });
  });
});
