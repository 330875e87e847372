import { unimplemented } from './unimplemented.ts';

/** BrowserWindow, `backgroundColor`: of the forms that Electron reads, `#RRGGBB` only. */
export function colorOf(text: string): { r: number; g: number; b: number; a: number } {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text) ?? [];
  if (red === undefined || green === undefined || blue === undefined) {
    throw unimplemented(`the background colour “${text}”`);
  }
  return { r: parseInt(red, 16), g: parseInt(green, 16), b: parseInt(blue, 16), a: 1 };
}
