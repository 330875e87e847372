import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

/** Forbids imports that go against the layers of ARCHITECTURE.md. */
function layer(files, forbidden, message) {
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns: forbidden.map((regex) => ({ regex, message })) }],
    },
  };
}

// An import of one of these folders, however many levels up it is written.
const of = (...folders) => `^(\\.{1,2}/)+(electron/)?(${folders.join('|')})(/|$)`;
const ELECTRON = '^electron($|/)';

export default ts.config(
  { ignores: ['dist/', 'release/', 'node_modules/', 'test-results/', 'playwright-report/', 'coverage/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.node } } },
  { files: ['renderer/**', 'tests/**'], languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // Collections of the page's state are kept in $state.raw and replaced whole, so they need no proxy.
    files: ['renderer/**'],
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    files: ['build/**', 'electron/cli/**', 'tests/quality/**', 'tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
  layer(
    ['electron/api/**'],
    [ELECTRON, of('engine', 'main', 'preload', 'browser', 'cli', 'renderer'), '^node:'],
    'api imports nothing of the others.',
  ),
  layer(
    ['electron/engine/**'],
    [ELECTRON, of('main', 'preload', 'browser', 'cli', 'renderer')],
    'The engine knows no host and no page.',
  ),
  layer(
    ['electron/engine/documents/**', 'electron/engine/language/**'],
    [
      ELECTRON,
      of(
        'main',
        'preload',
        'browser',
        'cli',
        'renderer',
        'search',
        'topics',
        'stories',
        'summary',
        'compare',
        'report',
        'library',
      ),
    ],
    'documents and language know nothing above them.',
  ),
  layer(
    [
      'electron/engine/summary/**',
      'electron/engine/compare/**',
      'electron/engine/topics/**',
      'electron/engine/stories/**',
    ],
    [
      ELECTRON,
      of('main', 'preload', 'browser', 'cli', 'renderer', 'library', 'report', 'search'),
      '^(node:)?(fs|path|child_process|net|http)(/|$)',
    ],
    'These are pure functions of articles and their analyses.',
  ),
  layer(
    ['electron/browser/**', 'electron/cli/**'],
    [ELECTRON, of('main', 'preload', 'renderer')],
    'Only main and preload know Electron.',
  ),
  layer(
    ['electron/main/**'],
    [of('browser', 'cli', 'renderer')],
    'The shell knows the engine and the contract only.',
  ),
  layer(
    ['electron/preload/**'],
    [of('engine', 'main', 'browser', 'cli', 'renderer')],
    'The preload knows the contract only.',
  ),
  layer(
    ['renderer/**'],
    [ELECTRON, of('engine', 'main', 'preload', 'browser', 'cli'), '^node:'],
    'The page knows the contract only.',
  ),
);
