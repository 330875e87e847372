import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts', 'tests/package/**/*.test.ts'],
    // Two cores: more workers only slow each other down.
    maxWorkers: 2,
    testTimeout: 20_000,
    // As in playwright.config.ts; the runner says of each test how often it was tried.
    retry: Number(process.env['SYNOPTIC_RETRIES'] ?? 0),
  },
});
