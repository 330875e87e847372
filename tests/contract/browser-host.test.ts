import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  SynopticError,
  type BriefRequest,
  type EventSource,
  type HostApi,
} from '../../electron/api/index.ts';
import { startBrowserHost, type BrowserHost } from '../../electron/browser/server.ts';
import { ask, pageFolder, sessionOf, type Ask } from './host-requests.ts';

const BRIEF: BriefRequest = {
  articleIds: ['aaaaaaaa' as BriefRequest['articleIds'][number]],
  budget: { words: 100 },
  parts: {
    summary: true,
    onlyOne: false,
    differences: false,
    quotations: false,
    timeline: false,
    facts: false,
    articleSummaries: false,
    fullText: false,
  },
  format: 'html',
  paper: 'A4',
};

/** Only what the host itself asks for; the whole engine is behind the same host in host-contract.test.ts. */
const engine = {
  on: () => () => undefined,
  brief: async (request: BriefRequest) => ({
    title: 'Talks',
    fileName: 'Gespräche.html',
    mediaType: 'text/html',
    content: `<!doctype html><title>${request.format}</title>`,
  }),
} as unknown as HostApi & EventSource;

let host: BrowserHost;
let session: string;
let printer: (html: string) => Promise<Uint8Array>;
let removePage: () => Promise<void>;

beforeAll(async () => {
  const page = await pageFolder();
  removePage = page.remove;
  host = await startBrowserHost({ engine, pageFolder: page.folder, print: (html) => printer(html) });
  session = await sessionOf(host.address);
});

afterAll(async () => {
  await host.close();
  await removePage();
});

const as = (headers: Ask['headers'] = {}, rest: Ask = {}): Ask => ({
  ...rest,
  headers: { cookie: session, ...headers },
});
const post = (body: unknown, headers: Ask['headers'] = {}): Ask =>
  as(
    { origin: host.origin, 'content-type': 'application/json', ...headers },
    { method: 'POST', body: JSON.stringify(body) },
  );

describe('the first address', () => {
  it('exchanges its key for a cookie that scripts and other sites cannot use, and leaves the address bar', async () => {
    const { status, headers } = await ask(
      host.port,
      new URL(host.address).pathname + new URL(host.address).search,
    );
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']?.[0]).toMatch(
      /^synoptic-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('has a key of 256 bits that is not the cookie', () => {
    const key = new URL(host.address).searchParams.get('key') ?? '';
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(session).not.toContain(key);
  });

  it.each(['/?key=', '/?key=wrong', '/assets/index.js?key=', '/?key'])('refuses %s', async (target) => {
    expect((await ask(host.port, target)).status).toBe(403);
  });
});

describe('without the cookie', () => {
  it.each(['/', '/assets/index.js', '/index.html', '/nothing', '/brief/x'])(
    'refuses GET %s',
    async (target) => {
      const { status, body } = await ask(host.port, target);
      expect(status).toBe(403);
      expect(body).toContain('Open the address that Synoptic printed');
    },
  );

  it('refuses the cookie of another run, and tells programs so as an error', async () => {
    const cookie = `synoptic-${host.port}=${'A'.repeat(43)}`;
    const { status, body } = await ask(host.port, '/brief', { method: 'POST', headers: { cookie } });
    expect(status).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'not-permitted' } });
  });
});

describe('with the cookie', () => {
  it('serves the page with a policy that allows no inline script and no other origin', async () => {
    const { status, headers, body } = await ask(host.port, '/', as());
    expect(status).toBe(200);
    expect(body).toContain('<title>Synoptic</title>');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it.each([
    ['a name rebound to this machine', { host: 'evil.example' }],
    ['another port of this machine', { host: '127.0.0.1:1' }],
    ['a name that only begins like ours', { host: '127.0.0.1:PORT.evil.example' }],
    ['another page', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine, as the browser says', { 'sec-fetch-site': 'same-site' }],
  ])('refuses %s', async (_who, headers) => {
    const sent = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('PORT', String(host.port)),
    ]);
    expect((await ask(host.port, '/', as(Object.fromEntries(sent)))).status).toBe(403);
  });

  it('answers to localhost as well', async () => {
    expect((await ask(host.port, '/', as({ host: `localhost:${host.port}` }))).status).toBe(200);
  });

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..\\secret.html',
    '//secret.html',
    '/assets/',
    '/assets/index.js.map',
    '/index.html%00.js',
    'http://127.0.0.1/../secret.html',
  ])('serves nothing but the page’s files: %s', async (target) => {
    const { status, body } = await ask(host.port, target, as());
    expect(status).toBe(404);
    expect(body).not.toContain('not for anyone');
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('does not know %s', async (method) => {
    expect((await ask(host.port, '/', as({}, { method }))).status).toBe(405);
  });
});

describe('briefs', () => {
  it('shows a brief once, under a policy of its own', async () => {
    const { path } = JSON.parse((await ask(host.port, '/brief', post(BRIEF))).body) as { path: string };
    const shown = await ask(host.port, path, as());
    expect(shown.body).toContain('<title>html</title>');
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect(shown.headers['content-security-policy']).toContain('sandbox');
    expect((await ask(host.port, path, as())).status).toBe(404);
  });

  it('prints the HTML of a brief whatever format is asked for', async () => {
    printer = async (html) => new TextEncoder().encode(`%PDF ${html}`);
    const { status, headers, body } = await ask(host.port, '/brief.pdf', post({ ...BRIEF, format: 'pdf' }));
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''Gespr%C3%A4che.pdf");
    expect(body).toContain('<title>html</title>');
  });

  it('says what to do where nothing can print', async () => {
    printer = () => Promise.reject(new SynopticError('no-printer', 'No Chromium.', 'Install one.'));
    const { status, body } = await ask(host.port, '/brief.pdf', post(BRIEF));
    expect(status).toBe(501);
    expect(JSON.parse(body)).toEqual({
      error: { code: 'no-printer', message: 'No Chromium.', hint: 'Install one.' },
    });
  });

  it('keeps to itself what went wrong inside', async () => {
    printer = () => Promise.reject(new Error('text of an article'));
    const { status, body } = await ask(host.port, '/brief.pdf', post(BRIEF));
    expect(status).toBe(500);
    expect(body).toContain('internal');
    expect(body).not.toContain('text of an article');
  });

  it.each([
    ['no origin', { origin: '' }, 403, BRIEF],
    ['another origin', { origin: 'http://evil.example' }, 403, BRIEF],
    ['the other name of ours', { origin: 'http://localhost:1' }, 403, BRIEF],
    ['a form', { 'content-type': 'text/plain' }, 400, BRIEF],
    ['an unknown format', {}, 400, { ...BRIEF, format: 'docx' }],
    ['an unknown field', {}, 400, { ...BRIEF, path: '/etc/passwd' }],
    ['too much', {}, 400, { ...BRIEF, title: 'x'.repeat(300_000) }],
    ['no object', {}, 400, null],
  ])('refuses %s', async (_what, headers, status, body) => {
    expect((await ask(host.port, '/brief', post(body, headers))).status).toBe(status);
  });
});

describe('the socket', () => {
  const refusals: [string, string, () => Record<string, string>][] = [
    ['without the cookie', '/engine', () => ({ origin: host.origin })],
    ['without an origin', '/engine', () => ({ cookie: session })],
    ['of another origin', '/engine', () => ({ cookie: session, origin: 'http://evil.example' })],
    ['for another host', '/engine', () => ({ cookie: session, origin: 'http://a.b', host: 'a.b' })],
    ['elsewhere', '/', () => ({ cookie: session, origin: host.origin })],
  ];
  it.each(refusals)('is refused %s', async (_why, target, headers) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${target}`, { headers: headers() });
    const [error] = (await once(socket, 'error').catch((thrown: unknown) => [thrown])) as [Error];
    expect(error.message).toContain('403');
  });

  it.each([
    ['text', 'hello'],
    ['broken MessagePack', Buffer.from([0xc1])],
    ['a bare number', Buffer.from([7])],
  ])('ends a connection that sends %s', async (_what, data) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/engine`, {
      headers: { cookie: session, origin: host.origin },
    });
    await once(socket, 'open');
    socket.send(data);
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1003);
  });
});

describe('a socket that was refused', () => {
  const refused = (head = '') =>
    `GET /engine HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n${head}`;

  it('is closed though the other side leaves it open', async () => {
    const socket = connect({ port: host.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write(refused());
    socket.resume();
    await once(socket, 'end');
    // What is written to a socket that is closed, and not merely ended, is answered with a reset.
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write('x');
    setTimeout(() => socket.write('x'), 20);
    await closed;
  });

  it('does no harm when the other side hangs up', async () => {
    for (let i = 0; i < 5; i++) {
      const socket = connect(host.port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(refused('x'.repeat(100_000)));
      await new Promise(setImmediate);
      socket.resetAndDestroy();
    }
    expect((await ask(host.port, '/', as())).status).toBe(200);
  });
});

it('says so when its port is taken', async () => {
  const page = await pageFolder();
  const second = startBrowserHost({ engine, pageFolder: page.folder, port: host.port });
  await expect(second).rejects.toMatchObject({ message: `Port ${host.port} cannot be used.` });
  await page.remove();
});

it('says so when the page is not built', async () => {
  const missing = startBrowserHost({ engine, pageFolder: '/nowhere' });
  await expect(missing).rejects.toMatchObject({ hint: expect.stringContaining('npm run build') as string });
});
