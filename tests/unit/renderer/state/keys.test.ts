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
    expect(shortcutOf({ key, ...NONE, ...modifiers }, { kind: 'browser', platform }, typing)).toBe(expected);
  });

  // The shell's menu shows these keys beside these commands.
  it.each<[string, Partial<typeof NONE>, Shortcut | null, Shortcut | null]>([
    ['o', {}, 'choose-library', 'choose-files'],
    ['O', { shiftKey: true }, 'choose-files', null],
    ['C', { shiftKey: true }, 'copy-summary', null],
    ['f', {}, 'find', null],
    ['r', {}, 'rescan', null],
    ['/', {}, 'keys', null],
    ['c', {}, null, null],
    ['k', {}, 'palette', 'palette'],
  ])('of Ctrl and %s with %j is %s in the shell, %s in a browser', (key, modifiers, shell, browser) => {
    const pressed = { key, ...NONE, ctrlKey: true, ...modifiers };
    expect(shortcutOf(pressed, { kind: 'electron', platform: 'linux' }, true)).toBe(shell);
    expect(shortcutOf(pressed, { kind: 'browser', platform: 'linux' }, true)).toBe(browser);
  });
});

describe('keysLabel', () => {
  it.each([
    ['palette', 'browser', 'linux', 'Ctrl+K'],
    ['palette', 'browser', 'mac', '⌘K'],
    ['find', 'browser', 'mac', '/'],
    ['keys', 'browser', 'mac', '?'],
    ['text-larger', 'browser', 'linux', undefined],
    ['choose-files', 'browser', 'linux', 'Ctrl+O'],
    ['choose-files', 'electron', 'linux', 'Ctrl+Shift+O'],
    ['choose-files', 'electron', 'mac', '⇧⌘O'],
    ['choose-library', 'electron', 'windows', 'Ctrl+O'],
    ['choose-library', 'browser', 'windows', undefined],
  ] as const)('of %s in %s on %s is %s', (command, kind, platform, label) => {
    expect(keysLabel(command, { kind, platform })).toBe(label);
  });
});
