import { svelte } from '@sveltejs/vite-plugin-svelte';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts', 'tests/package/**/*.test.ts'],
    // Two cores: more workers only slow each other down.
    maxWorkers: 2,
    testTimeout: 20_000,
    // What the person who runs the tests has corrected is none of their business.
    env: { SYNOPTIC_DATA: path.join(tmpdir(), 'synoptic-unit-no-data') },
    // As in playwright.config.ts; the runner says of each test how often it was tried.
    retry: Number(process.env['SYNOPTIC_RETRIES'] ?? 0),
  },
});
