import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PACKAGE = createRequire(import.meta.url).resolve('electron/package.json');

/** What Electron adds to `process`: https://www.electronjs.org/docs/latest/api/process */
export function identify(type: 'browser' | 'utility'): void {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };
  const additions = {
    // Node's own are read-only, and so are these.
    versions: Object.freeze({ ...process.versions, electron: version }),
    type,
    resourcesPath: path.join(path.dirname(PACKAGE), 'dist', 'resources'),
    getCreationTime: () => performance.timeOrigin,
    // “true when the app is started by being passed as parameter to the default Electron executable”
    ...(type === 'browser' && { defaultApp: true }),
  };
  for (const [name, value] of Object.entries(additions)) {
    Object.defineProperty(process, name, { value, configurable: true, enumerable: true, writable: false });
  }
}
