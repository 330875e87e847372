import type { AppCommand, Platform } from '../../electron/api/index.ts';

/** What a key asks of the page as a whole. */
export type Shortcut = AppCommand | 'next-region' | 'previous-region';

/** Where the page runs: a browser keeps some keys to itself, the desktop shell has a menu with keys of its own. */
export interface KeyHost {
  readonly kind: 'electron' | 'browser';
  readonly platform: Platform;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;
type Keys = Readonly<Record<string, AppCommand>>;

/** With Ctrl or ⌘, everywhere. */
const SHARED: Keys = { k: 'palette', e: 'export', p: 'print', b: 'toggle-library', z: 'undo' };

/** In the shell as its menu has them (electron/main/menu.ts): a key that the page takes never gets to the menu. */
const WITH_MODIFIER: Readonly<Record<KeyHost['kind'], Keys>> = {
  browser: { ...SHARED, o: 'choose-files' },
  electron: {
    ...SHARED,
    o: 'choose-library',
    'shift+o': 'choose-files',
    'shift+c': 'copy-summary',
    f: 'find',
    r: 'rescan',
    '/': 'keys',
  },
};

/**
 * The shortcut of a key press; null where it has none. `typing`: the press goes to a field, so keys that
 * write something are left alone. Sizes of text have no keys here: browsers zoom with them, and the shell's
 * menu has them.
 */
export function shortcutOf(key: Key, { kind, platform }: KeyHost, typing: boolean): Shortcut | null {
  const modifier = platform === 'mac' ? key.metaKey && !key.ctrlKey : key.ctrlKey && !key.metaKey;
  if (key.key === 'F6' && !key.altKey && !key.ctrlKey && !key.metaKey) {
    return key.shiftKey ? 'previous-region' : 'next-region';
  }
  if (key.altKey) return null;
  if (modifier) {
    const found = WITH_MODIFIER[kind][`${key.shiftKey ? 'shift+' : ''}${key.key.toLowerCase()}`] ?? null;
    // A field takes back its own words.
    return found === 'undo' && typing ? null : found;
  }
  if (typing || key.ctrlKey || key.metaKey) return null;
  return key.key === '/' ? 'find' : key.key === '?' ? 'keys' : null;
}

/** A shortcut as the platform writes it: "Ctrl+K", "⌘K", "⇧⌘O". */
export function keysLabel(command: AppCommand, { kind, platform }: KeyHost): string | undefined {
  if (command === 'find') return '/';
  if (command === 'keys') return '?';
  const keys = WITH_MODIFIER[kind];
  const found = Object.keys(keys).find((candidate) => keys[candidate] === command);
  if (found === undefined) return undefined;
  const shift = found.startsWith('shift+');
  const letter = found.slice(-1).toUpperCase();
  if (platform === 'mac') return `${shift ? '⇧' : ''}⌘${letter}`;
  return `Ctrl+${shift ? 'Shift+' : ''}${letter}`;
}

/** Whether what has the focus takes letters. */
export function isField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && !NOT_WRITTEN.has(element.type);
}

const NOT_WRITTEN = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'file', 'color']);
