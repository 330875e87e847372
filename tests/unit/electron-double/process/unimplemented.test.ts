import { expect, test } from 'vitest';
import { heedOnly, only, PartialEmitter } from '../../../electron-double/unimplemented.ts';

interface Whole {
  known(): string;
  other(): void;
}

class Lamp extends PartialEmitter {
  #lit = false;
  constructor() {
    super('lamp');
  }
  light(): boolean {
    this.#lit = true;
    this.emit('lit');
    return this.#lit;
  }
}

test('what is there works, and what is not says so by its name', () => {
  const part = only<Whole>('whole', { known: () => 'yes' });
  expect(part.known()).toBe('yes');
  expect(() => part.other()).toThrow('electron double: whole.other is not implemented');
});

test('it can be awaited and printed', async () => {
  const part = only<Whole>('whole', { known: () => 'yes' });
  expect(await Promise.resolve(part)).toBe(part);
  expect(JSON.stringify({ part: only<object>('empty', {}) })).toBe('{"part":{}}');
});

test('emitters are guarded too, and are themselves inside their methods', () => {
  const lamp = new Lamp();
  let seen: unknown;
  const see = (who: unknown): void => void (seen = who);
  lamp.on('lit', function (this: unknown) {
    see(this);
  });
  expect(lamp.light()).toBe(true);
  expect(seen).toBe(lamp);
  expect(() => (lamp as unknown as { dim(): void }).dim()).toThrow('lamp.dim is not implemented');
});

test('options that nobody heeds are refused', () => {
  expect(() => heedOnly('fork', { env: {}, sandbox: true }, ['env'])).toThrow(/“sandbox” of fork/);
});
