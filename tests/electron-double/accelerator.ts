/** https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators */

const MODIFIERS: Readonly<Record<string, (mac: boolean) => string>> = {
  command: () => 'Meta',
  cmd: () => 'Meta',
  control: () => 'Control',
  ctrl: () => 'Control',
  commandorcontrol: (mac) => (mac ? 'Meta' : 'Control'),
  cmdorctrl: (mac) => (mac ? 'Meta' : 'Control'),
  alt: () => 'Alt',
  option: () => 'Alt',
  altgr: () => 'AltGr',
  shift: () => 'Shift',
  super: () => 'Meta',
  meta: () => 'Meta',
};

const KEYS: ReadonlySet<string> = new Set([
  ...Array.from({ length: 24 }, (_, index) => `f${index + 1}`),
  ...Array.from({ length: 10 }, (_, digit) => `num${digit}`),
  ...['plus', 'space', 'tab', 'capslock', 'numlock', 'scrolllock', 'backspace', 'delete', 'insert'],
  ...['return', 'enter', 'up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown'],
  ...['escape', 'esc', 'volumeup', 'volumedown', 'volumemute', 'printscreen'],
  ...['medianexttrack', 'mediaprevioustrack', 'mediastop', 'mediaplaypause'],
  ...['numdec', 'numadd', 'numsub', 'nummult', 'numdiv'],
]);
const SAME: Readonly<Record<string, string>> = { enter: 'return', esc: 'escape' };

/**
 * One spelling for every way to write the same keys, as `Control+Shift+c`.
 *
 * @throws for what Electron does not understand: it would show such an item, and its keys would do nothing.
 */
export function parseAccelerator(accelerator: string, platform: NodeJS.Platform): string {
  const mac = platform === 'darwin';
  const parts = accelerator.split('+');
  const key = parts.pop()?.toLowerCase() ?? '';
  const modifiers = parts.map((part) => {
    const modifier = MODIFIERS[part.toLowerCase()];
    if (!modifier)
      throw new Error(`electron double: “${accelerator}” has a modifier that Electron does not know`);
    return modifier(mac);
  });
  if (!KEYS.has(key) && !/^[\x21-\x7e]$/u.test(key)) {
    throw new Error(`electron double: “${accelerator}” has a key that Electron does not know`);
  }
  return [...new Set(modifiers)]
    .toSorted()
    .concat(SAME[key] ?? key)
    .join('+');
}
