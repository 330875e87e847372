import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/** What decides where folders of the system and of the app are. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The app's name, by which its own folder is called. */
  readonly name: string;
  /** Of the switch `--user-data-dir`. */
  readonly userData: string | null;
}

const OF_HOME: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};
/** Names of the folders in user-dirs.dirs, where they are not the folder's own in capitals. */
const XDG_NAMES: Readonly<Record<string, string>> = { downloads: 'DOWNLOAD' };

/**
 * https://www.electronjs.org/docs/latest/api/app#appgetpathname
 *
 * @throws for names that Electron does not know or this system does not have.
 */
export function pathOf(name: string, around: Surroundings): string {
  const userData = around.userData ?? path.join(appData(around), around.name);
  switch (name) {
    case 'home':
      return around.home;
    case 'appData':
      return appData(around);
    case 'userData':
    case 'sessionData':
      return userData;
    case 'temp':
      return tmpdir();
    case 'exe':
    case 'module':
      return process.execPath;
    case 'crashDumps':
      return path.join(userData, 'Crashpad');
    case 'logs':
      return around.platform === 'darwin'
        ? path.join(around.home, 'Library', 'Logs', around.name)
        : path.join(userData, 'logs');
  }
  const folder = OF_HOME[name];
  if (folder === undefined) throw new Error(`Failed to get '${name}' path`);
  return userFolder(name, around) ?? path.join(around.home, folder);
}

function appData({ platform, env, home }: Surroundings): string {
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  if (platform === 'win32') return env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming');
  return configHome(env, home);
}

const configHome = (env: Surroundings['env'], home: string): string =>
  env['XDG_CONFIG_HOME'] || path.join(home, '.config');

/** What the user's own names for these folders are on Linux: https://www.freedesktop.org/wiki/Software/xdg-user-dirs/ */
function userFolder(name: string, { platform, env, home }: Surroundings): string | null {
  if (platform !== 'linux') return null;
  let lines: string;
  try {
    lines = readFileSync(path.join(configHome(env, home), 'user-dirs.dirs'), 'utf8');
  } catch {
    return null;
  }
  const key = XDG_NAMES[name] ?? name.toUpperCase();
  const value = new RegExp(`^\\s*XDG_${key}_DIR="(.*)"\\s*$`, 'mu').exec(lines)?.[1];
  return value === undefined ? null : value.replace(/^\$HOME(?=\/|$)/u, () => home);
}

/** Where the double runs. */
export const surroundings = (name: string, userData: string | null): Surroundings => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
  name,
  userData: userData === null ? null : path.resolve(userData),
});
