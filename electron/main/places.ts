import { app } from 'electron';
import path from 'node:path';

const built = (...parts: readonly string[]) => path.join(app.getAppPath(), 'dist', ...parts);

/** Where the built parts and the user's folders are; to be asked when Electron is ready. */
export const PLACES = {
  page: () => built('renderer'),
  preload: () => built('preload', 'preload.cjs'),
  engine: () => built('engine', 'engine.js'),
  seeds: () => path.join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'seeds'),
  /** Written by packaging; a repository's dependencies have theirs beside them. */
  licences: () => (app.isPackaged ? path.join(process.resourcesPath, 'THIRD-PARTY-LICENSES.txt') : null),
  documents: () => app.getPath('documents'),
  userData: () => app.getPath('userData'),
  logs: () => app.getPath('logs'),
} as const;
