import { describe, expect, it } from 'vitest';
import { readable } from '../../../../renderer/state/app-commands.ts';

describe('readable', () => {
  it.each([
    ['Alt+ArrowLeft', false, 'Alt+←'],
    ['Alt+ArrowLeft', true, '⌥←'],
    ['Shift+N', false, 'Shift+N'],
    ['Escape', false, 'Esc'],
    ['=', false, '='],
  ])('writes %j, on a Mac %s, as %j', (keys, mac, label) => {
    expect(readable(keys, mac)).toBe(label);
  });
});
