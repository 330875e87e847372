import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './sources.ts';

/**
 * Item 16: a current version of Electron. Electron cares for its last three major versions and makes one every
 * eight weeks. No test can know what has come out since it was written, and none here asks for today's date: it
 * would fail some morning on sources that nobody touched. What is dated is compared with what is dated: the
 * version that is pinned with the day somebody looked, and every release of Synoptic with both.
 */
const ELECTRON = {
  version: '45.4.1',
  /** The day its major version came out: `npm view electron time`, at 45.0.0. */
  majorReleased: '2026-10-21',
  /** The day of that look. 45 was the newest major version there, 45.4.1 the newest version. */
  looked: '2026-11-22',
};
const WHAT_TO_DO =
  'Look with “npm view electron dist-tags time”, raise Electron, and write what you saw into this file.';
/** Three major versions of eight weeks each (https://www.electronjs.org/docs/latest/tutorial/electron-timelines). */
const CARED_FOR = 3 * 8 * 7;
/** A release is made on a look that is at most one major version old. */
const LOOK_HOLDS = 8 * 7;

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Why a release of Synoptic on a day may not have this Electron; null where it may. */
function objection(day: string, { majorReleased, looked }: typeof ELECTRON): string | null {
  if (days(majorReleased, day) >= CARED_FOR) return `Electron of ${majorReleased} is out of care on ${day}`;
  if (days(looked, day) > LOOK_HOLDS)
    return `last looked for a newer Electron on ${looked}, long before ${day}`;
  return null;
}

const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const json = (file: string) => JSON.parse(text(file)) as Record<string, unknown>;

describe('Electron (item 16)', () => {
  it('is one version, pinned, and the one that was looked up', () => {
    const named = (json('package.json') as { devDependencies: Record<string, string> }).devDependencies;
    const { packages } = json('package-lock.json') as unknown as {
      packages: Record<string, { version?: string; devDependencies?: Record<string, string> }>;
    };
    // No range: two numbers, the third comes with the lock.
    expect(named['electron'], WHAT_TO_DO).toBe(ELECTRON.version.replace(/\.\d+$/, ''));
    expect(packages['']?.devDependencies?.['electron']).toBe(named['electron']);
    expect(packages['node_modules/electron']?.version, WHAT_TO_DO).toBe(ELECTRON.version);
    expect(json('node_modules/electron/package.json')['version'], WHAT_TO_DO).toBe(ELECTRON.version);
  });

  it('was cared for when it was last looked for', () => {
    expect(objection(ELECTRON.looked, ELECTRON), WHAT_TO_DO).toBeNull();
  });

  it('was cared for at the last release of Synoptic, and looked for shortly before', () => {
    const [, ...headings] = text('CHANGELOG.md').split(/^## /m);
    const releases = headings
      .map((heading) => heading.split('\n', 1)[0] ?? '')
      .filter((heading) => heading !== 'Unreleased');
    // A release without its day could not be compared with anything.
    for (const heading of releases) expect(heading).toMatch(/^\d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)$/);
    const day = /\(([\d-]+)\)$/.exec(releases[0] ?? '')?.[1] ?? ELECTRON.looked;
    expect(objection(day, ELECTRON), WHAT_TO_DO).toBeNull();
  });

  it('may not be in a release after its time, nor unlooked for', () => {
    const ages = { ...ELECTRON, majorReleased: '2026-01-01', looked: '2026-05-01' };
    expect(objection('2026-06-17', ages)).toBeNull();
    expect(objection('2026-06-18', ages)).toMatch(/out of care/);
    expect(objection('2026-06-10', { ...ages, looked: '2026-04-14' })).toMatch(/last looked/);
  });
});
