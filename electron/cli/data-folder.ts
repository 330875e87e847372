import { homedir } from 'node:os';
import path from 'node:path';

/** What of the surroundings decides. */
interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

const HERE: Surroundings = { env: process.env, platform: process.platform, home: homedir() };

/**
 * Where Synoptic keeps what the reader makes when no shell says so: the folder in `SYNOPTIC_DATA`, or the
 * system's place for a program's own files. An absolute path; the folder need not be there.
 */
export function dataFolder({ env, platform, home }: Surroundings = HERE): string {
  const chosen = env['SYNOPTIC_DATA'];
  if (chosen) return path.resolve(chosen);
  switch (platform) {
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Synoptic');
    case 'win32':
      return path.join(env['APPDATA'] || path.join(home, 'AppData', 'Roaming'), 'Synoptic');
    default: {
      // “All paths must be absolute. If an implementation encounters a relative path …, it should ignore it.”
      // https://specifications.freedesktop.org/basedir-spec/latest/
      const data = env['XDG_DATA_HOME'];
      const base = data && path.isAbsolute(data) ? data : path.join(home, '.local', 'share');
      return path.join(base, 'synoptic');
    }
  }
}
