/**
 * Values between Node and a page as text: what structured cloning carries, in JSON with tags. It runs on
 * both sides, so it uses nothing that only one of them has, and imports nothing.
 *
 * An object `{ $: kind, v: content }` stands for what JSON has no form for.
 */

type Bytes = Int8Array | Uint8Array | Float64Array | DataView;
type BytesMaker = new (buffer: ArrayBuffer) => ArrayBufferView;

const VIEWS: Readonly<Record<string, BytesMaker>> = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};
const NUMBERS: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity', '-0']);

function cannotClone(): Error {
  return new Error('An object could not be cloned.');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

function unbase64(text: string): ArrayBuffer {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
  return bytes.buffer;
}

function numberForm(value: number): unknown {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return NUMBERS.has(text) ? { $: 'number', v: text } : value;
}

function errorForm(error: Error, above: readonly object[]): unknown {
  const { name, message, stack } = error;
  const cause = 'cause' in error ? [toForm(error.cause, above)] : [];
  return { $: 'error', v: { name, message, stack: stack ?? null, cause } };
}

function objectForm(value: object, above: readonly object[]): unknown {
  const entries = Object.entries(value).map(([key, part]) => [key, toForm(part, above)] as const);
  return '$' in value ? { $: 'object', v: entries } : Object.fromEntries(entries);
}

function toForm(value: unknown, above: readonly object[]): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number') return numberForm(value);
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
  if (typeof value === 'function' || typeof value === 'symbol') throw cannotClone();
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value))
    throw new Error('electron double: values that contain themselves are not implemented');
  const inside = [...above, value];
  const part = (one: unknown) => toForm(one, inside);
  if (Array.isArray(value)) return value.map(part);
  if (value instanceof Date) return { $: 'date', v: value.getTime() };
  if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] };
  if (value instanceof Map) return { $: 'map', v: [...value].map((pair) => pair.map(part)) };
  if (value instanceof Set) return { $: 'set', v: [...value].map(part) };
  if (value instanceof Error) return errorForm(value, inside);
  if (value instanceof ArrayBuffer) return { $: 'buffer', v: base64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) return viewForm(value as Bytes);
  if (['Promise', 'WeakMap', 'WeakSet', 'WeakRef'].includes(value.constructor?.name)) throw cannotClone();
  return objectForm(value, inside);
}

/** Node's Buffer arrives as the Uint8Array that it is. */
function viewForm(view: Bytes): unknown {
  const kind = view instanceof Uint8Array ? 'Uint8Array' : view.constructor.name;
  const bytes = new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength);
  return { $: 'view', v: [kind, base64(bytes)] };
}

function errorFrom(content: {
  name: string;
  message: string;
  stack: string | null;
  cause: unknown[];
}): Error {
  const options = content.cause.length > 0 ? { cause: fromForm(content.cause[0]) } : {};
  const error = new Error(content.message, options);
  if (content.name !== 'Error')
    Object.defineProperty(error, 'name', { value: content.name, configurable: true });
  if (content.stack !== null) error.stack = content.stack;
  return error;
}

function fromTagged(kind: unknown, content: unknown): unknown {
  if (kind === 'undefined') return undefined;
  if (kind === 'number') return Number(content);
  if (kind === 'bigint') return BigInt(content as string);
  if (kind === 'date') return new Date(content as number);
  if (kind === 'regexp') return new RegExp(...(content as [string, string]));
  if (kind === 'map')
    return new Map((content as [unknown, unknown][]).map(([key, value]) => [fromForm(key), fromForm(value)]));
  if (kind === 'set') return new Set((content as unknown[]).map(fromForm));
  if (kind === 'error') return errorFrom(content as Parameters<typeof errorFrom>[0]);
  if (kind === 'buffer') return unbase64(content as string);
  if (kind === 'object') return fromEntries(content as [string, unknown][]);
  const [view, text] = content as [string, string];
  const Maker = kind === 'view' ? VIEWS[view] : undefined;
  if (!Maker) throw new Error(`electron double: what is “${String(kind)}”?`);
  return new Maker(unbase64(text));
}

/** `__proto__` stays a key like any other, as in structured cloning. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries.map(([key, part]) => [key, fromForm(part)]));
}

function fromForm(form: unknown): unknown {
  if (typeof form !== 'object' || form === null) return form;
  if (Array.isArray(form)) return form.map(fromForm);
  if ('$' in form) return fromTagged(form.$, 'v' in form ? form.v : undefined);
  return fromEntries(Object.entries(form));
}

/** @throws Error “An object could not be cloned.” for functions, symbols and promises, as Electron does. */
export function toWire(value: unknown): string {
  return JSON.stringify(toForm(value, []));
}

export function fromWire(text: string): unknown {
  return fromForm(JSON.parse(text));
}
