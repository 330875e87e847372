import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, outputFolder } from './parts.mjs';
import { PACKAGES_FILE } from './vite/packages.mjs';

/** The parts that an installed Synoptic consists of; the command line is run from the source. */
export const SHIPPED_PARTS = ['main', 'engine', 'preload', 'renderer'];

/**
 * The packages whose code or fonts are inside the built parts, each once, by name and version.
 *
 * @returns `{ name, version, folder, manifest }`: `folder` as an absolute path, `manifest` its package.json.
 */
export async function shippedPackages() {
  const lists = await Promise.all(SHIPPED_PARTS.map(packagesOf));
  const byKey = new Map(lists.flat().map((entry) => [`${entry.name}@${entry.version}`, entry]));
  const sorted = [...byKey.keys()].sort().map((key) => byKey.get(key));
  return Promise.all(
    sorted.map(async ({ name, version, folder }) => {
      const place = path.join(ROOT, folder);
      const manifest = JSON.parse(await readFile(path.join(place, 'package.json'), 'utf8'));
      return { name, version, folder: place, manifest };
    }),
  );
}

async function packagesOf(part) {
  return JSON.parse(await readFile(path.join(outputFolder(part), PACKAGES_FILE), 'utf8'));
}

/** Where people find a package's source: its repository, else its home page, else the registry's page. */
export function sourceOf({ name, version, manifest }) {
  const { repository, homepage } = manifest;
  const stated = typeof repository === 'string' ? repository : repository?.url;
  if (!stated) return homepage ?? `https://www.npmjs.com/package/${name}/v/${version}`;
  const url = stated
    .replace(/^git\+/, '')
    .replace(/^git:\/\//, 'https://')
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/\.git$/, '');
  return /^https?:/.test(url) ? url : `https://github.com/${url.replace(/^github:/, '')}`;
}
