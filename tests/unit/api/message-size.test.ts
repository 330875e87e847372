import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  connect,
  parseArgument,
  serve,
  type EventSource,
  type HostApi,
} from '../../../electron/api/index.ts';
import { isOversized } from '../../../electron/api/message-size.ts';
import { channelPair } from '../../contract/channels.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { value };
  return value;
};
const loop: Record<string, unknown> = {};
loop['loop'] = { loop };

describe('a message', () => {
  it.each<[string, unknown]>([
    ['a list of a million', Array.from({ length: 1_000_000 }, () => 1)],
    ['a list with room for a thousand million', new Array<unknown>(1e9)],
    ['lists in lists', Array.from({ length: 1000 }, () => Array.from({ length: 1000 }, () => 'x'))],
    [
      'an object of a million names',
      Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`n${i}`, i])),
    ],
    ['twenty deep', nested(20)],
    ['a hundred thousand deep', nested(100_000)],
    ['itself', loop],
    ['a text of thirty million characters', { text: 'x'.repeat(30_000_000) }],
    ['names of thirty million characters', { ['x'.repeat(30_000_000)]: 1 }],
    ['a file of sixty megabytes', { bytes: new Uint8Array(60 * 1024 * 1024) }],
    ['a buffer of sixty megabytes', new ArrayBuffer(60 * 1024 * 1024)],
  ])('that holds %s is too large', (_what, message) => {
    expect(isOversized(message)).toBe(true);
    expect(() => parseArgument(v.any(), message)).toThrow(
      expect.objectContaining({ code: 'invalid-argument', message: 'A request was too large.' }),
    );
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a hundred thousand paths', { paths: Array.from({ length: 100_000 }, (_, i) => `/texts/${i}.txt`) }],
    ['a file of fifty megabytes', { relativePath: 'a.txt', bytes: new Uint8Array(50 * 1024 * 1024) }],
    [
      'ten million characters and their markup',
      { text: 'x'.repeat(10_000_000), html: 'x'.repeat(10_000_000) },
    ],
  ])('that holds %s is not', (_what, message) => {
    expect(isOversized(message)).toBe(false);
  });
});

it('has one fault told of it, however many it has', () => {
  const schema = v.array(v.string());
  let checked = 0;
  const counted = v.array(
    v.custom<string>(() => {
      checked += 1;
      return false;
    }),
  );
  const faults = Array.from({ length: 100_000 }, () => 1);
  expect(() => parseArgument(schema, faults)).toThrow('not understood');
  expect(() => parseArgument(counted, faults)).toThrow('not understood');
  expect(checked).toBe(1);
});

it('is refused while five hundred others wait, and heard again when they are answered', async () => {
  const waiting: (() => void)[] = [];
  const engine = {
    libraryState: () => new Promise((resolve) => waiting.push(() => resolve(null))),
    on: () => () => undefined,
  } as unknown as HostApi & EventSource;
  const [page, mine] = channelPair();
  serve(mine, engine, { privileged: false });
  const { api, close } = connect(page);
  const first = Array.from({ length: 500 }, () => api.libraryState());
  await expect(api.libraryState()).rejects.toMatchObject({
    message: 'There were too many requests at once.',
  });
  for (const answer of waiting) answer();
  await Promise.all(first);
  const last = api.libraryState();
  await new Promise(setImmediate);
  waiting.at(-1)?.();
  await expect(last).resolves.toBeNull();
  close();
});
