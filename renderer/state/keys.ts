import type { AppCommand, Platform } from '../../electron/api/index.ts';

/** What a key asks of the page as a whole. */
export type Shortcut = AppCommand | 'keys' | 'next-region' | 'previous-region';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const WITH_MODIFIER: Readonly<Record<string, AppCommand>> = {
  k: 'palette',
  o: 'choose-files',
  e: 'export',
  p: 'print',
  b: 'toggle-library',
};

/**
 * The shortcut of a key press; null where it has none. `typing`: the press goes to a field, so keys that
 * write something are left alone. Sizes of text have no keys here: browsers zoom with them.
 */
export function shortcutOf(key: Key, platform: Platform, typing: boolean): Shortcut | null {
  const modifier = platform === 'mac' ? key.metaKey && !key.ctrlKey : key.ctrlKey && !key.metaKey;
  if (key.key === 'F6' && !key.altKey && !key.ctrlKey && !key.metaKey) {
    return key.shiftKey ? 'previous-region' : 'next-region';
  }
  if (key.altKey) return null;
  if (modifier && !key.shiftKey) return WITH_MODIFIER[key.key.toLowerCase()] ?? null;
  if (typing || key.ctrlKey || key.metaKey) return null;
  return key.key === '/' ? 'find' : key.key === '?' ? 'keys' : null;
}

/** A shortcut as the platform writes it: "Ctrl+K", "⌘K". */
export function keysLabel(command: AppCommand, platform: Platform): string | undefined {
  if (command === 'find') return '/';
  const key = Object.keys(WITH_MODIFIER).find((candidate) => WITH_MODIFIER[candidate] === command);
  if (key === undefined) return undefined;
  return platform === 'mac' ? `⌘${key.toUpperCase()}` : `Ctrl+${key.toUpperCase()}`;
}

/** Whether what has the focus takes letters. */
export function isField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && !NOT_WRITTEN.has(element.type);
}

const NOT_WRITTEN = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'file', 'color']);
