import { defineConfig } from '@playwright/test';
import { chromiumSandbox, findChromium } from './electron/browser/chromium.ts';
import { filesNotOn, tagsNotOn, type HostName } from './tests/e2e/hosts/reasons.ts';

const executablePath = await findChromium();
if (!executablePath) {
  throw new Error('No Chromium found. Run “npm test”, which installs one, or set SYNOPTIC_CHROMIUM.');
}

// Looked for once: the apps that tests start need it, too.
process.env['SYNOPTIC_CHROMIUM'] = executablePath;

/** One suite, in every host that is to be had here. */
const hosts: HostName[] = ['browser host', 'electron double'];
if (process.env['SYNOPTIC_ELECTRON']) hosts.push('electron');

export default defineConfig({
  testDir: 'tests/e2e',
  // A folder of its own: it is emptied at each start.
  outputDir: 'test-results/e2e',
  // Each test has its own library, host and page, so tests of one file may run beside each other.
  fullyParallel: true,
  // Two cores: a third browser only makes the others late.
  workers: 2,
  // A test that passes the second time is a fault in the test or in Synoptic: it is named at the end of the run.
  // Only where a whole run on a busy machine is at stake is there a second time.
  retries: Number(process.env['SYNOPTIC_RETRIES'] ?? 0),
  forbidOnly: Boolean(process.env['CI']),
  // Printing a brief takes some seconds on a machine that does other things.
  timeout: 120_000,
  // Long enough for a file to be noticed, read and shown on a busy machine; what must be quick is measured in benchmarks.
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: 'test-results/e2e.json' }],
    ['./tests/e2e/hosts-reporter.ts'],
    ['./tests/e2e/security/tally-reporter.ts'],
  ],
  // What a host cannot run has a tag that says why, and the run's end repeats it.
  projects: hosts.map((name) => ({ name, grepInvert: tagsNotOn(name), testIgnore: filesNotOn(name) })),
  use: {
    headless: true,
    // The width the layout is drawn for; tests of narrow windows set their own.
    viewport: { width: 1360, height: 860 },
    // Nothing moves in tests: what they look at is there at once.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      // Any Chromium will do, so that nobody has to fetch Playwright's own.
      executablePath,
      chromiumSandbox: chromiumSandbox(),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        // The browser's own requests would otherwise be the only ones to leave the machine.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    screenshot: 'only-on-failure',
    // A trace of what failed tells more and makes every test slower: SYNOPTIC_TRACE=1 asks for it.
    trace: process.env['SYNOPTIC_TRACE'] ? { mode: 'retain-on-failure', screenshots: false } : 'off',
  },
});
