// npm run package [-- ARGUMENTS OF electron-builder]   installers for this system, in release/
// npm run package:dir                                  the app for Linux on a stand-in for Electron, to look at
import path from 'node:path';
import { buildStale } from './build.mjs';
import { writeLicences } from './licences.mjs';
import { ROOT } from './parts.mjs';
import { runProgram } from './run.mjs';
import { SHIPPED_PARTS } from './shipped.mjs';
import { makeStandIn } from './stand-in.mjs';

/** Where what is made on the stand-in goes: beside the real packages, under a name that nobody ships. */
const STAND_IN = path.join(ROOT, 'release', 'stand-in');

const SIGNING = /^(?:WIN_)?CSC_|^APPLE_/;

async function main([first, ...others]) {
  const standIn = first === '--stand-in';
  await buildStale(SHIPPED_PARTS);
  await writeLicences();
  const args = standIn ? [...(await standInArguments()), ...others] : process.argv.slice(2);
  const { code } = await runProgram('electron-builder', [...args, '--publish', 'never', ...macSigning()], {
    env: withoutEmptySecrets(),
  });
  if (code !== 0) {
    throw new Error(
      `electron-builder failed (${code}); its reason is printed above. It fetches Electron and its tools from GitHub; ` +
        'where that cannot be, “npm run package:dir” shows what is packed.',
    );
  }
}

async function standInArguments() {
  const electron = path.join(STAND_IN, 'electron');
  await makeStandIn(electron);
  console.log('Electron is a stand-in: what is made shows what is packed and cannot be started.');
  return ['--x64', `-c.electronDist=${electron}`, `-c.directories.output=${STAND_IN}`, '--linux'];
}

/** Continuous integration gives a secret that is not set as an empty text, which is a certificate's place to some. */
function withoutEmptySecrets() {
  const empty = Object.keys(process.env).filter((name) => SIGNING.test(name) && process.env[name] === '');
  return Object.fromEntries(empty.map((name) => [name, undefined]));
}

/**
 * Without a certificate in the environment a Mac's app is signed ad hoc, for one that is not signed at all does
 * not start on Apple's processors; and such a signature does not go with the hardened runtime.
 */
function macSigning() {
  const { CSC_LINK, CSC_NAME } = process.env;
  if (process.platform !== 'darwin' || CSC_LINK || CSC_NAME) return [];
  console.log('No certificate in CSC_LINK or CSC_NAME: the app is signed ad hoc and not notarised.');
  return ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false'];
}

await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
