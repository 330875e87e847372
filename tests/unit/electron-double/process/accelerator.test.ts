import { expect, test } from 'vitest';
import { parseAccelerator } from '../../../electron-double/accelerator.ts';

test.each([
  ['CmdOrCtrl+O', 'Control+o', 'Meta+o'],
  ['Shift+CommandOrControl+Z', 'Control+Shift+z', 'Meta+Shift+z'],
  ['CmdOrCtrl+Plus', 'Control+plus', 'Meta+plus'],
  ['CmdOrCtrl+-', 'Control+-', 'Meta+-'],
  ['Alt+Enter', 'Alt+return', 'Alt+return'],
  ['F11', 'f11', 'f11'],
] as const)('%s has one spelling', (given, elsewhere, mac) => {
  expect(parseAccelerator(given, 'linux')).toBe(elsewhere);
  expect(parseAccelerator(given, 'darwin')).toBe(mac);
});

test.each(['Ctrl+Del', 'Kontrol+A', 'F25', 'Ctrl+', 'Ctrl', 'Ctrl+A+B', ''])(
  'what Electron would not understand is refused: “%s”',
  (given) => {
    expect(() => parseAccelerator(given, 'linux')).toThrow(/does not know/);
  },
);
