import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { queriesFrom } from './library-queries.ts';
import { PEERS, type PeerText } from './search-peers.ts';

/**
 * What another search library makes of a folder of texts, as one line of JSON:
 * `node library-peer.ts NAME FOLDER`, by the names of PEERS. It only indexes titles and texts.
 */
export interface PeerRun {
  readonly articles: number;
  /** Milliseconds. */
  readonly index: number;
  /** Milliseconds of each query, in order of size. */
  readonly queries: readonly number[];
  /** MiB resident, at most. */
  readonly peak: number;
}

function textsIn(folder: string): PeerText[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.map((entry, id) => {
    const content = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    const end = content.indexOf('\n');
    return { id: String(id), title: content.slice(0, end), text: content.slice(end) };
  });
}

function peak(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
}

const [name = '', folder = ''] = process.argv.slice(2);
const build = Object.hasOwn(PEERS, name) ? PEERS[name] : undefined;
if (!build) throw new Error(`No such peer: ${name}. There are ${Object.keys(PEERS).join(', ')}.`);
const start = performance.now();
const texts = textsIn(folder);
const peer = build();
for (const text of texts) peer.add(text);
const ask = peer.done();
const index = performance.now() - start;
const times = queriesFrom(texts.slice(0, 300).map(({ text }) => text)).map((query) => {
  const at = performance.now();
  ask(query);
  return performance.now() - at;
});
times.sort((a, b) => a - b);
const run: PeerRun = { articles: texts.length, index, queries: times, peak: peak() };
process.stdout.write(`${JSON.stringify(run)}\n`);
