import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The file in each part's folder that lists the packages inside it. It is not shipped. */
export const PACKAGES_FILE = 'packages.json';

const FOLDER = 'node_modules';
/** What is a package's without lying in its folder, by how its id or its path in the project begins. */
const ORIGINS = [
  // What the bundlers add of their own.
  ['\0vite/', 'vite'],
  ['__vite-optional-peer-dep:', 'vite'],
  ['\0rolldown/', 'rolldown'],
  // Copies made by build/make-brief-fonts.mjs.
  ['electron/engine/report/fonts/sans-', '@fontsource/inter'],
  ['electron/engine/report/fonts/serif-', '@fontsource/source-serif-4'],
];

/**
 * Records which packages are inside a bundle: those of every module that left code in a chunk, and of every
 * file (a font) that was copied. Written as PACKAGES_FILE, an array of `{ name, version, folder }`, sorted by
 * folder, which is relative to the project's. A module that cannot be placed fails the build.
 *
 * @param root the project's folder
 */
export function recordPackages(root) {
  let viteRoot = root;
  return {
    name: 'synoptic:packages',
    configResolved(config) {
      viteRoot = config.root;
    },
    generateBundle(_options, bundle) {
      const found = new Map();
      for (const id of Object.values(bundle).flatMap(sourcesOf)) {
        const folder = packageOf(id, root, viteRoot);
        if (folder === undefined) this.error(`It cannot be told which package “${id}” belongs to.`);
        if (folder === null) continue;
        const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
        const place = path.relative(root, folder).replaceAll(path.sep, '/');
        found.set(place, { name, version, folder: place });
      }
      const sorted = [...found.keys()].sort().map((key) => found.get(key));
      const source = `${JSON.stringify(sorted, null, 1)}\n`;
      this.emitFile({ type: 'asset', fileName: PACKAGES_FILE, source });
    },
  };
}

const sourcesOf = (file) => (file.type === 'chunk' ? Object.keys(file.modules) : file.originalFileNames);

/** @returns the folder of the package, null where the source is our own, undefined where it cannot be told. */
function packageOf(id, root, viteRoot) {
  // Some wrappers of modules mark the path of what they wrap.
  const file = id.replace(/^\0(?=\/|[A-Za-z]:)/, '').replace(/[?#].*$/, '');
  const whole = path.resolve(viteRoot, file);
  const steps = whole.split(path.sep);
  const last = steps.lastIndexOf(FOLDER);
  if (last >= 0) return steps.slice(0, last + (steps[last + 1].startsWith('@') ? 3 : 2)).join(path.sep);
  const own = path.relative(root, whole).replaceAll(path.sep, '/');
  const origin = ORIGINS.find(([prefix]) => id.startsWith(prefix) || own.startsWith(prefix));
  if (origin) return path.join(root, FOLDER, origin[1]);
  return id.startsWith('\0') || own.startsWith('..') ? undefined : null;
}
