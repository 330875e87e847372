import { expect, test } from 'vitest';
import { fromWire, toWire } from '../../../electron-double/wire.ts';

const there = (value: unknown): unknown => fromWire(toWire(value));

test.each([
  ['nothing at all', undefined],
  ['null', null],
  ['text', 'a “b”\n\u2028'],
  ['numbers that JSON has no form for', [NaN, Infinity, -Infinity, 0, 1.5]],
  ['large integers', 2n ** 70n],
  ['dates', new Date(1_700_000_000_123)],
  ['patterns', /a+/giu],
  ['maps and sets within each other', new Map<unknown, unknown>([[{ a: 1 }, new Set([1, [2]])]])],
  ['objects whose parts are absent', { a: undefined, b: [undefined] }],
  ['objects that look like the form on the wire', { $: 'date', v: 1, c: { $: 'number' } }],
  ['a key that is no key elsewhere', JSON.parse('{"__proto__":{"a":1},"$":2}') as object],
  ['bytes', new Uint8Array([0, 1, 254, 255])],
  ['other views', new Float64Array([1.5, -2])],
  ['buffers', new Uint8Array([7, 8]).buffer],
])('carries %s', (_what, value) => {
  expect(there(value)).toEqual(value);
});

test('tells minus zero from zero', () => {
  expect(Object.is(there(-0), -0)).toBe(true);
});

test('carries megabytes', () => {
  const bytes = new Uint8Array(3_000_001).map((_byte, at) => at % 251);
  expect(Buffer.from(there(bytes) as Uint8Array).equals(bytes)).toBe(true);
});

test('carries only the part of a buffer that a view shows', () => {
  const bytes = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  expect(there(bytes)).toEqual(new Uint8Array([2, 3]));
});

test('gives a Buffer as the bytes that it is', () => {
  expect(there(Buffer.from('ab'))).toEqual(new Uint8Array([97, 98]));
});

test('keeps the name, message and cause of an error, and drops the rest', () => {
  const error = Object.assign(new RangeError('too far', { cause: new Error('a reason') }), { code: 'far' });
  const arrived = there(error) as Error & { code?: string };
  expect([arrived.name, arrived.message, arrived.code]).toEqual(['RangeError', 'too far', undefined]);
  expect(arrived.cause).toEqual(new Error('a reason'));
});

test('gives an object of a class as a plain one', () => {
  class Point {
    x = 1;
    #y = 2;
    get y() {
      return this.#y;
    }
  }
  const arrived = there(new Point());
  expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
  expect(arrived).toEqual({ x: 1 });
});

test.each([
  ['functions', () => 1],
  ['symbols', Symbol('a')],
  ['promises', Promise.resolve(1)],
  ['weak maps', new WeakMap()],
])('refuses %s, wherever they are', (_what, value) => {
  expect(() => toWire({ a: [value] })).toThrow('An object could not be cloned.');
});
