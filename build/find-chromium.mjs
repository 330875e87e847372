// What the tests need of the system: a Chromium, and pdftotext to read PDFs back. Both are installed where
// that is possible without asking anyone; where it is not, the message says what to do.
import { readFile } from 'node:fs/promises';
import { findChromium } from '../electron/browser/chromium.ts';
import { run, runProgram } from './run.mjs';

/** @returns the path of a Chromium. Rejects with what to do where there is none and none can be installed. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (process.env.SYNOPTIC_CHROMIUM) {
    throw new Error(`SYNOPTIC_CHROMIUM names ${process.env.SYNOPTIC_CHROMIUM}, which cannot be run.`);
  }
  console.log('No Chromium found; installing one.');
  // Ubuntu's package of this name is a stub that asks for snap, so only Debian's will do.
  const { id, canApt } = await system();
  if (id === 'debian' && canApt) await aptInstall('chromium');
  if (!(await findChromium())) {
    const dependencies = canApt ? ['--with-deps'] : [];
    await runProgram('playwright', ['install', ...dependencies, 'chromium']);
  }
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(
    'The end-to-end tests need a Chromium and none could be installed. Install Chromium, Google Chrome or ' +
      'Microsoft Edge, or set SYNOPTIC_CHROMIUM to its program.',
  );
}

/** Rejects with what to do where pdftotext is missing and cannot be installed. */
export async function ensurePdfToText() {
  if (await hasPdfToText()) return;
  if ((await system()).canApt) await aptInstall('poppler-utils');
  if (await hasPdfToText()) return;
  throw new Error(
    'The PDF tests need pdftotext. Install Poppler (apt-get install poppler-utils, dnf install poppler-utils, ' +
      'brew install poppler, choco install poppler) and run them again.',
  );
}

const hasPdfToText = async () => (await run('pdftotext', ['-v'], { capture: true })).code !== 127;

/** Which Linux this is, and whether packages can be installed without a password. */
async function system() {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const value = (name) => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
  const likeDebian = [value('ID'), ...value('ID_LIKE').split(' ')].includes('debian');
  return { id: value('ID'), canApt: likeDebian && process.getuid?.() === 0 };
}

async function aptInstall(name) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', name], { env });
}
