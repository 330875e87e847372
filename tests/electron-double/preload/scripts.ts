import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import type * as PageWorld from './page-world.ts';
import type * as PreloadWorld from './preload-world.ts';
import type { PreloadSettings } from './preload-world.ts';

const HERE = import.meta.dirname;
/** The functions that the scripts begin with. */
const JOIN: keyof typeof PageWorld = 'joinPage';
const RUN: keyof typeof PreloadWorld = 'runPreload';

/**
 * Modules of ours as one script: without their types, imports and exports, each name being there once. A
 * bundler would do as much and take longer than the page to load.
 */
function joined(...files: readonly string[]): string {
  return files
    .map((file) => stripTypeScriptTypes(readFileSync(path.join(HERE, file), 'utf8')))
    .join('\n')
    .replaceAll(/^import [^;]*;$/gm, '')
    .replaceAll(/^export /gm, '');
}

/** The script that runs first in the page's own world. */
export function pageScript(secret: string): string {
  return `(() => { 'use strict';\n${joined('crossing.ts', 'page-world.ts')}\n${JOIN}(${JSON.stringify(secret)}); })();`;
}

interface Read {
  /** A function's source, or `null`. */
  readonly source: string;
  readonly failure: string | null;
}

/** The preload's file, as the function of a CommonJS module; one that cannot be read or parsed is a failure. */
function read(file: string): Read {
  try {
    const source = `(function (require, process, module, exports) {${readFileSync(file, 'utf8')}\n})`;
    new Script(source, { filename: file });
    return { source, failure: null };
  } catch (thrown) {
    return { source: 'null', failure: String(thrown) };
  }
}

/** The script that runs in the preload's world before any script of the page. */
export function preloadScript(file: string, settings: PreloadSettings): string {
  const { source, failure } = read(file);
  const ours = joined(
    'names.ts',
    '../wire.ts',
    'parts.ts',
    'post.ts',
    'ipc-renderer.ts',
    'ports.ts',
    'path-of.ts',
    'context-menu.ts',
    'navigation-guard.ts',
    'crossing.ts',
    'preload-world.ts',
  );
  const given = `${JSON.stringify(failure)}, ${JSON.stringify(settings)}`;
  // The preload stands outside, where none of our names is in its sight.
  return `((preload) => { 'use strict';\n${ours}\n${RUN}(preload, ${given}); })(${source});`;
}
