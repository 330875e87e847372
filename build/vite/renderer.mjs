import { svelte } from '@sveltejs/vite-plugin-svelte';
import path from 'node:path';
import { recordPackages } from './packages.mjs';

/** The page: no inline script or style, so that its policy needs no exception. */
export function rendererConfig(root, outDir) {
  return {
    configFile: false,
    root: path.join(root, 'renderer'),
    // Relative, because the page is served from a scheme of its own in Electron and from / on loopback.
    base: './',
    plugins: [svelte({ configFile: false }), recordPackages(root)],
    build: {
      outDir,
      emptyOutDir: true,
      // Electron 45 and every browser of the last year; nothing is lowered for older ones.
      target: ['es2024', 'chrome140', 'firefox140', 'safari26'],
      modulePreload: { polyfill: false },
      // Fonts and pictures stay files: the policy allows no data: address for fonts.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  };
}
