import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/** Programs that print to PDF and run the end-to-end tests, as each system names them. */
const UNIX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

/**
 * The path of a Chromium: the one SYNOPTIC_CHROMIUM names, else Playwright's own, else the system's.
 * Null where there is none; a SYNOPTIC_CHROMIUM that cannot be run counts as none, so that a mistake shows.
 */
export async function findChromium(): Promise<string | null> {
  const named = process.env['SYNOPTIC_CHROMIUM'];
  if (named) return (await isProgram(named)) ? named : null;
  for (const candidate of [await playwrightChromium(), ...systemChromiums()]) {
    if (candidate && (await isProgram(candidate))) return candidate;
  }
  return null;
}

/** Playwright is not shipped with the packaged app; there it is simply not a candidate. */
async function playwrightChromium(): Promise<string | null> {
  try {
    const { chromium } = await import('playwright');
    return chromium.executablePath();
  } catch {
    return null;
  }
}

function systemChromiums(): string[] {
  const { env, platform } = process;
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return roots.flatMap((root) => (root ? WINDOWS_PROGRAMS.map((parts) => path.join(root, ...parts)) : []));
  }
  const onPath = (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => UNIX_NAMES.map((name) => path.join(folder, name)));
  if (platform !== 'darwin') return onPath;
  const folders = ['/Applications', path.join(env['HOME'] ?? '/', 'Applications')];
  const apps = folders.flatMap((folder) =>
    MAC_APPS.map((name) => path.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
  );
  return [...apps, ...onPath];
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** A root user's Chromium on Linux refuses to start with its sandbox, as in containers. */
export const chromiumSandbox = (): boolean => !(process.platform === 'linux' && process.getuid?.() === 0);
