import path from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../../../electron/cli/data-folder.ts';

const HOME = path.resolve('/home/reader');
const under = (...parts: string[]) => path.join(HOME, ...parts);

it.each([
  ['Linux', 'linux', {}, under('.local', 'share', 'synoptic')],
  ['a system like Linux', 'freebsd', {}, under('.local', 'share', 'synoptic')],
  ['Linux, elsewhere', 'linux', { XDG_DATA_HOME: under('data') }, under('data', 'synoptic')],
  ['Linux, said wrongly', 'linux', { XDG_DATA_HOME: 'data' }, under('.local', 'share', 'synoptic')],
  ['macOS', 'darwin', {}, under('Library', 'Application Support', 'Synoptic')],
  ['Windows', 'win32', { APPDATA: under('Roaming') }, under('Roaming', 'Synoptic')],
  ['Windows, not said', 'win32', {}, under('AppData', 'Roaming', 'Synoptic')],
  ['a folder that was chosen', 'darwin', { SYNOPTIC_DATA: under('mine') }, under('mine')],
  ['an empty choice', 'linux', { SYNOPTIC_DATA: '' }, under('.local', 'share', 'synoptic')],
] as const)('keeps what the reader makes in its place: %s', (_what, platform, env, expected) => {
  expect(dataFolder({ platform, env, home: HOME })).toBe(expected);
});

it('makes a whole path of a folder that was chosen from here', () => {
  const chosen = { platform: 'linux', env: { SYNOPTIC_DATA: 'mine' }, home: HOME } as const;
  expect(dataFolder(chosen)).toBe(path.resolve('mine'));
});
