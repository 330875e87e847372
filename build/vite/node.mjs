import path from 'node:path';
import { recordPackages } from './packages.mjs';

/**
 * Code for Node or Electron's main side: one folder of ES modules with every dependency inside.
 *
 * @param entries the sources that are begun with, by the names of the files that they become
 */
export function nodeConfig(root, outDir, entries) {
  return {
    configFile: false,
    root,
    publicDir: false,
    plugins: [recordPackages(root)],
    // Electron is built in where it is used; playwright finds its own files by their place on disk.
    ssr: { noExternal: true, external: ['electron', 'playwright'], target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      // Readable stack traces are worth more than bytes here.
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, source]) => [
            name.replace(/\.js$/, ''),
            path.join(root, source),
          ]),
        ),
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Without a hash, so that a process that is running finds its later chunks after a rebuild.
          chunkFileNames: 'chunks/[name].js',
        },
      },
    },
  };
}
