import { describe, expect, it } from 'vitest';
import { keysLabel, shortcutOf, type Shortcut } from '../../../../renderer/state/keys.ts';
import type { Platform } from '../../../../electron/api/index.ts';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('shortcutOf', () => {
  it.each<[string, Partial<typeof NONE>, Platform, boolean, Shortcut | null]>([
    ['k', { ctrlKey: true }, 'linux', true, 'palette'],
    ['K', { ctrlKey: true }, 'windows', false, 'palette'],
    ['k', { metaKey: true }, 'mac', false, 'palette'],
    ['k', { ctrlKey: true }, 'mac', false, null],
    ['k', { metaKey: true }, 'linux', false, null],
    ['k', {}, 'linux', false, null],
    ['k', { ctrlKey: true, shiftKey: true }, 'linux', false, null],
    ['k', { ctrlKey: true, altKey: true }, 'linux', false, null],
    ['/', {}, 'linux', false, 'find'],
    ['/', { shiftKey: true }, 'linux', false, 'find'],
    ['/', {}, 'linux', true, null],
    ['?', { shiftKey: true }, 'linux', false, 'keys'],
    ['?', { shiftKey: true }, 'linux', true, null],
    ['F6', {}, 'linux', true, 'next-region'],
    ['F6', { shiftKey: true }, 'linux', false, 'previous-region'],
    ['F6', { ctrlKey: true }, 'linux', false, null],
    ['+', { ctrlKey: true }, 'linux', false, null],
  ])('of %s with %j on %s, typing %s, is %s', (key, modifiers, platform, typing, expected) => {
    expect(shortcutOf({ key, ...NONE, ...modifiers }, platform, typing)).toBe(expected);
  });
});

describe('keysLabel', () => {
  it.each([
    ['palette', 'linux', 'Ctrl+K'],
    ['palette', 'mac', '⌘K'],
    ['find', 'mac', '/'],
    ['text-larger', 'linux', undefined],
  ] as const)('of %s on %s is %s', (command, platform, label) => {
    expect(keysLabel(command, platform)).toBe(label);
  });
});
