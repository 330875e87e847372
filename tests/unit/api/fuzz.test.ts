import { encode, decode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SynopticError } from '../../../electron/api/index.ts';
import { serve, type Channel, type EventSource, type HostApi } from '../../../electron/api/index.ts';

interface Wire {
  /** Sends a message as the other side might, and resolves to what came back, if anything. */
  readonly ask: (message: unknown) => Promise<unknown[]>;
}

const SECRET = 'a sentence of an article in /home/reader';

/** An engine whose every method fails in a way that nobody foresaw. */
const engine = new Proxy({} as HostApi & EventSource, {
  get: (_target, name) => (name === 'on' ? () => () => undefined : () => Promise.reject(new Error(SECRET))),
});

function wireTo(privileged: boolean): Wire {
  const listeners = new Set<(message: unknown) => void>();
  let answers: unknown[] = [];
  const channel: Channel = {
    post: (message) => void answers.push(decode(encode(message, { ignoreUndefined: true }))),
    on: (listener) => void listeners.add(listener),
    off: (listener) => void listeners.delete(listener),
    close: () => undefined,
    onClose: () => undefined,
  };
  serve(channel, engine, { privileged });
  return {
    ask: async (message) => {
      answers = [];
      for (const listener of listeners) listener(message);
      await new Promise(setImmediate);
      return answers;
    },
  };
}

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(() => void process.off('unhandledRejection', note));

const METHODS = [
  ...['libraryState', 'browse', 'article', 'compare', 'summarise', 'brief', 'importFile', 'importText'],
  ...['rescan', 'openLibrary', 'importPaths', 'absolutePath', 'close', 'on', 'constructor', '__proto__'],
];
const method = fc.oneof(fc.constantFrom(...METHODS), fc.string());
const argument = fc.oneof(
  fc.jsonValue(),
  fc.constant({ id: 'abcdef123456' }),
  fc.constant({ articleIds: ['abcdef123456'], budget: { words: 10 } }),
);

it.each([true, false])(
  'any call has one envelope for an answer, without a secret in it (privileged: %s)',
  async (privileged) => {
    const { ask } = wireTo(privileged);
    await fc.assert(
      fc.asyncProperty(method, fc.array(argument, { maxLength: 2 }), async (name, given) => {
        const answers = await ask({ t: 'q', i: 'one', m: 'call', a: [name, ...given] });
        expect(answers).toHaveLength(1);
        expect(answers[0]).toMatchObject({
          t: 's',
          i: 'one',
          r: { error: { code: expect.any(String) as string, message: expect.any(String) as string } },
        });
        expect(JSON.stringify(answers)).not.toContain('sentence of an article');
      }),
    );
    expect(unhandled).toEqual([]);
  },
);

it('survives any message, and then still answers', async () => {
  const { ask } = wireTo(false);
  const message = fc.record(
    {
      t: fc.oneof(fc.constantFrom('q', 's'), fc.jsonValue()),
      i: fc.jsonValue(),
      m: fc.jsonValue(),
      a: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  await fc.assert(fc.asyncProperty(fc.oneof(message, fc.object()), async (each) => void (await ask(each))));
  expect(unhandled).toEqual([]);
  expect(await ask({ t: 'q', i: 'last', m: 'call', a: ['nothing'] })).toMatchObject([
    { i: 'last', r: { error: { code: 'unknown-method' } satisfies Partial<SynopticError> } },
  ]);
});

it.each(['constructor', 'toString', 'hasOwnProperty', '__defineGetter__', '__proto__'])(
  'does not let “%s” be called',
  async (name) => {
    const { ask } = wireTo(true);
    const [answer] = await ask({ t: 'q', i: 'one', m: name, a: [] });
    expect(answer).toMatchObject({ t: 's', i: 'one', e: {} });
    expect(answer).not.toHaveProperty('r');
  },
);
