import path from 'node:path';
import { recordPackages } from './packages.mjs';

/** The preload: a sandboxed page's preload can load nothing else, so it is one CommonJS file. */
export function preloadConfig(root, outDir, entry, fileName) {
  return {
    configFile: false,
    root,
    publicDir: false,
    plugins: [recordPackages(root)],
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      minify: false,
      rolldownOptions: {
        input: path.join(root, entry),
        output: { format: 'cjs', entryFileNames: fileName, codeSplitting: false },
      },
    },
  };
}
