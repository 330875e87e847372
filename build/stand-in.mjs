// A folder that looks like Electron's own for Linux, for packaging where Electron cannot be had. It proves what
// is packed around Electron and nothing of Electron: its program says what it is and stops. Never shipped.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What `@electron/fuses` looks for in a program, and Electron 45's fuses behind it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
/** As Electron ships them: runAsNode first, wasmTrapHandlers last (electron/build/fuses/fuses.json5). */
const FUSES = '101100011';

const PROGRAM = `#!/bin/sh
echo "This is a stand-in for Electron, used to test packaging. It cannot run Synoptic." >&2
exit 70
`;

const FILES = {
  'chrome-sandbox': 'stand-in',
  chrome_crashpad_handler: 'stand-in',
  'chrome_100_percent.pak': 'stand-in',
  'icudtl.dat': 'stand-in',
  'libffmpeg.so': 'stand-in',
  'resources.pak': 'stand-in',
  'snapshot_blob.bin': 'stand-in',
  'v8_context_snapshot.bin': 'stand-in',
  'locales/en-US.pak': 'stand-in',
  LICENSE: 'Stand-in for the licence of Electron.\n',
  'LICENSES.chromium.html': '<p>Stand-in for the licences of Chromium.</p>\n',
};
const PROGRAMS = new Set(['chrome-sandbox', 'chrome_crashpad_handler']);

/** Makes the stand-in at `folder`, replacing what is there. */
export async function makeStandIn(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'locales'), { recursive: true });
  await mkdir(path.join(folder, 'resources'));
  const wire = Buffer.concat([
    Buffer.from(PROGRAM),
    Buffer.from(SENTINEL),
    Buffer.from([WIRE_VERSION, FUSES.length]),
    Buffer.from(FUSES),
  ]);
  await writeFile(path.join(folder, 'electron'), wire, { mode: 0o755 });
  for (const [name, content] of Object.entries(FILES)) {
    await writeFile(path.join(folder, name), content, { mode: PROGRAMS.has(name) ? 0o755 : 0o644 });
  }
}
