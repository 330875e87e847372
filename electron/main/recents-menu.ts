import { app, type MenuItemConstructorOptions } from 'electron';
import path from 'node:path';

/** As people write it, and with its ampersands doubled: one alone would underline the letter after it. */
function labelOf(library: string): string {
  const home = app.getPath('home');
  const short = library.startsWith(home + path.sep) ? `~${library.slice(home.length)}` : library;
  return short.replaceAll('&', '&&');
}

/** The libraries opened last. Whether each is still there is looked at when it is chosen: a disk may be slow. */
export function recentsMenu(
  libraries: readonly string[],
  open: (library: string) => void,
  clear: () => void,
): MenuItemConstructorOptions[] {
  if (libraries.length === 0) return [];
  return [
    ...libraries.map((library) => ({ label: labelOf(library), click: () => open(library) })),
    { type: 'separator' },
    { label: '&Clear', click: clear },
  ];
}
