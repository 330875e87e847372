/** The programs that the app runs in; names of Playwright's projects. */
export type HostName = 'browser host' | 'electron double' | 'electron';

export interface Reason {
  readonly notOn: readonly HostName[];
  readonly why: string;
}

const BROWSER: HostName = 'browser host';
const SHELLS: readonly HostName[] = ['electron double', 'electron'];

/** Why a scenario does not run on a host: by its tag, which is the only way not to run one. */
export const REASONS: Readonly<Record<string, Reason>> = {
  '@http': { notOn: SHELLS, why: 'cookies, keys, tabs and ports are of the page being served over HTTP' },
  '@cli': { notOn: SHELLS, why: 'the command line runs in no window' },
  '@web-print': {
    notOn: SHELLS,
    why: 'a shell prints from a hidden window, which tests of the shell look at',
  },
  '@shell': {
    notOn: [BROWSER],
    why: 'a browser has no windows, menus, dialogs, instances or trash of ours',
  },
  '@double': {
    notOn: [BROWSER, 'electron'],
    why: 'what the person or the system does there cannot be done to a real one from outside',
  },
  '@signals': {
    notOn: process.platform === 'win32' ? SHELLS : [],
    why: 'Windows has no signal that asks a program to end',
  },
  '@own-home': {
    notOn: process.platform === 'win32' ? ['electron'] : [],
    why: 'on Windows it would write among the documents of whoever runs the tests, as no variable leads Electron elsewhere',
  },
};

/** Scenarios of this folder need not each have the tag. */
export const OF_FOLDER: Readonly<Record<string, string>> = { shell: '@shell' };

/** Patterns of the files that a host runs none of. */
export const filesNotOn = (host: HostName): string[] =>
  Object.entries(OF_FOLDER).flatMap(([folder, tag]) =>
    REASONS[tag]?.notOn.includes(host) ? [`**/e2e/${folder}/**`] : [],
  );

/** Matches the tags whose scenarios a host does not run. */
export function tagsNotOn(host: HostName): RegExp {
  const tags = Object.entries(REASONS).flatMap(([tag, { notOn }]) => (notOn.includes(host) ? [tag] : []));
  return new RegExp(`(${tags.join('|')})(?![\\w-])`, 'u');
}
