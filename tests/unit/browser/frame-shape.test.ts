import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isModest } from '../../../electron/browser/frame-shape.ts';

const list = (length: number): Uint8Array =>
  Uint8Array.of(0xdd, length >>> 24, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff);

describe('a frame', () => {
  it.each<[string, Uint8Array]>([
    ['that claims four thousand million items', list(0xffff_ffff)],
    ['that claims thirty million items', list(30_000_000)],
    ['that claims a map of as many', Uint8Array.of(0xdf, 0x7f, 0xff, 0xff, 0xff)],
    ['of a million lists in one another', new Uint8Array(1_000_000).fill(0x91)],
    ['of a million maps in one another', new Uint8Array(1_000_000).fill(0x81)],
    ['of many lists with many items each', encode(Array.from({ length: 300 }, () => new Array(300).fill(0)))],
    ['that ends in the middle', encode({ t: 'q', a: ['call'] }).slice(0, -1)],
    ['that goes on after its end', Uint8Array.of(0xc0, 0xc0)],
    ['of nothing', new Uint8Array(0)],
    ['whose text is longer than it', Uint8Array.of(0xdb, 0xff, 0xff, 0xff, 0xff, 0x61)],
  ])('%s is refused', (_what, frame) => {
    expect(isModest(frame)).toBe(false);
  });

  it('of anything that the page could say is accepted', () => {
    const message = fc.oneof(
      fc.jsonValue({ maxDepth: 6 }),
      fc.record({
        t: fc.string(),
        bytes: fc.uint8Array({ maxLength: 70_000 }),
        n: fc.double(),
        i: fc.maxSafeInteger(),
      }),
      fc.string({ minLength: 300, maxLength: 70_000 }),
      fc.array(fc.integer(), { minLength: 20, maxLength: 400 }),
    );
    fc.assert(fc.property(message, (value) => isModest(encode(value))));
  });

  it('is looked at without a copy of it', () => {
    const bytes = new Uint8Array(40 * 1024 * 1024);
    expect(isModest(encode({ t: 'q', a: ['importFile', { relativePath: 'a.txt', bytes }] }))).toBe(true);
  });

  it('is looked at in its own part of a larger buffer', () => {
    const whole = new Uint8Array([0xc1, 0xc1, ...encode([1, 'two']), 0xc1]);
    expect(isModest(whole.subarray(2, -1))).toBe(true);
  });
});
