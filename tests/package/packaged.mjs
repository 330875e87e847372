// node tests/package/packaged.mjs PROGRAM [ARGUMENT…]
//
// Starts an installed Synoptic on a copy of the sample library and looks at its page over the DevTools protocol
// (the fuses leave that, and take Node's inspector away): the first article has to show, the page has to have
// asked for nothing but its own files, and nothing it tries may reach another program. Exits with 1 where not.
//
// PAGE is how the page's address begins: `synoptic://app/` unless given.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DevTools } from './devtools.mjs';
import { readFuses } from './fuses.ts';

const PAGE = process.env.PAGE ?? 'synoptic://app/';
/** Long, because a machine that was just made starts a program it has never seen. */
const START_MS = 90_000;
const EVERY_MS = 250;
const SEEDS = path.resolve(import.meta.dirname, '../../seeds');

const say = (text) => process.stdout.write(`${text}\n`);

/** What `look` gives once it gives something; rejects with `what` where it does not in time. */
async function eventually(what, look) {
  const end = Date.now() + START_MS;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`In ${START_MS / 1000} s ${what}.`);
    await sleep(EVERY_MS);
  }
}

/** Starts the program with settings and a library of its own. */
async function start(program, args) {
  const home = await mkdtemp(path.join(os.tmpdir(), 'synoptic-packaged-'));
  const library = path.join(home, 'library');
  await cp(SEEDS, library, { recursive: true });
  const own = [`--user-data-dir=${path.join(home, 'data')}`, '--remote-debugging-port=0'];
  // A Mac without the user's own home asks for a keychain, and nobody is there to answer.
  if (process.platform === 'darwin') own.push('--use-mock-keychain');
  const linux = process.platform === 'linux' && { HOME: home, XDG_CONFIG_HOME: path.join(home, 'config') };
  const env = { ...process.env, ...linux };
  const child = spawn(program, [...own, ...args, library], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const state = { child, home, output: '', ended: null };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (state.output += text));
  }
  child.on('error', (error) => (state.ended = error.message));
  child.on('exit', (code, signal) => (state.ended ??= `it ended with ${signal ?? code}`));
  return state;
}

async function findPage(state) {
  const port = await eventually('no DevTools port was opened', () => {
    if (state.ended) throw new Error(`${state.ended}.`);
    return /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(state.output)?.[1];
  });
  return eventually(`there was no page at ${PAGE}`, async () => {
    const pages = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    return pages.find(({ type, url }) => type === 'page' && url.startsWith(PAGE))?.webSocketDebuggerUrl;
  });
}

/** A line from the body of the first article of the sample library. */
async function firstSentence() {
  const [first] = (await readdir(SEEDS)).sort();
  const lines = (await readFile(path.join(SEEDS, first), 'utf8')).split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '' && line !== lines[0]);
}

/** Loads the page again and gives every address that it asked for until the first article was there. */
async function requestsOfPage(page, sentence) {
  const asked = [];
  page.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
  await page.send('Network.enable');
  await page.send('Page.enable');
  await page.send('Page.reload');
  const shown = `document.body?.innerText.includes(${JSON.stringify(sentence)}) ?? false`;
  await eventually('the first article did not show', () => page.evaluate(shown).catch(() => false));
  return asked;
}

/** Has the page try to reach a program on this machine in the ways there are; gives what got through. */
async function leaks(page) {
  let connections = 0;
  const server = net.createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${server.address().port}`;
  await page.evaluate(`Promise.race([
    Promise.allSettled([
      fetch('http://${address}/fetch', { mode: 'no-cors' }),
      new Promise((done) => { const image = new Image(); image.onload = image.onerror = done; image.src = 'http://${address}/image'; }),
      new Promise((done) => { try { const socket = new WebSocket('ws://${address}/'); socket.onopen = socket.onerror = done; } catch { done(); } }),
    ]).then(() => 'tried'),
    new Promise((done) => setTimeout(done, 5000)),
  ])`);
  await new Promise((resolve) => server.close(resolve));
  return connections;
}

/** On a Mac the fuses are in the framework, beside which the program is small. */
function fusesOf(program) {
  const framework = 'Frameworks/Electron Framework.framework/Electron Framework';
  const mac = path.resolve(path.dirname(program), '..', framework);
  return readFuses(process.platform === 'darwin' ? mac : program);
}

async function main([program, ...args]) {
  if (!program) throw new Error('Which program? node tests/package/packaged.mjs PROGRAM [ARGUMENT…]');
  // An AppImage is a file system with a small program in front; what is in it was read as the archive's.
  if (PAGE.startsWith('synoptic:') && !program.endsWith('.AppImage')) {
    const { runAsNode, nodeOptions, nodeCliInspect, onlyLoadAppFromAsar } = fusesOf(program);
    if (runAsNode || nodeOptions || nodeCliInspect || !onlyLoadAppFromAsar)
      throw new Error('Fuses are not set.');
    say('The fuses are set.');
  }
  const state = await start(program, args);
  try {
    const page = await DevTools.connect(await findPage(state));
    const sentence = await firstSentence();
    const asked = await requestsOfPage(page, sentence);
    say(`The first article shows: “${sentence}”`);
    const foreign = asked.filter((url) => !url.startsWith(PAGE) && !/^(?:data|blob):/.test(url));
    if (asked.length === 0) throw new Error('No request was seen, so nothing is known of them.');
    if (foreign.length > 0) throw new Error(`The page asked for ${foreign.join(', ')}.`);
    say(`${asked.length} requests, all for its own files.`);
    const reached = await leaks(page);
    if (reached > 0) throw new Error(`The page reached another program ${reached} times.`);
    say('Nothing it tried reached another program.');
    page.close();
  } catch (error) {
    throw new Error(`${error.message}\nWhat the program said:\n${state.output}`, { cause: error });
  } finally {
    state.child.kill();
    await eventually('the program did not end', () => state.ended);
    await rm(state.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
