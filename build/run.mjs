import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './parts.mjs';

/** Programs of our dependencies, run by this Node so that no shell and no file association is in between. */
const PROGRAMS = {
  tsc: 'typescript/bin/tsc',
  'svelte-check': 'svelte-check/bin/svelte-check',
  eslint: 'eslint/bin/eslint.js',
  prettier: 'prettier/bin/prettier.cjs',
  knip: 'knip/bin/knip.js',
  'electron-builder': 'electron-builder/cli.js',
  // One of our own, from where the others are.
  'check-workflows': '../build/check-workflows.mjs',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
};

/** Runs a command in the project's folder and resolves to its exit code and, where it was captured, its output. Never rejects. */
export function run(command, args, { capture = false, env = {}, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      signal,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

export function runProgram(name, args, options) {
  return run(process.execPath, [path.join(ROOT, 'node_modules', PROGRAMS[name]), ...args], options);
}
