import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { briefUrl, isPageUrl, PAGE_URL, registerScheme, setupScheme } from '../../../electron/main/scheme.ts';
import { WaitingBriefs } from '../../../electron/main/waiting-briefs.ts';
import { protocol, resetElectron, session } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let root: string;
let briefs: WaitingBriefs;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'synoptic-scheme-'));
  mkdirSync(path.join(root, 'page', 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'page', 'index.html'), '<p>page</p>');
  writeFileSync(path.join(root, 'page', 'assets', 'font.woff2'), 'font');
  writeFileSync(path.join(root, 'page', 'assets', 'notes.txt'), 'not of the page');
  writeFileSync(path.join(root, 'secret.html'), 'secret');
});
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  resetElectron();
  briefs = new WaitingBriefs();
  setupScheme(session.defaultSession.asSession(), path.join(root, 'page'), briefs);
});

/** A request as Electron hands it over: its address need not be what a `Request` would make of it. */
async function ask(url: string, method = 'GET'): Promise<Response> {
  const handler = session.defaultSession.handlers.get('synoptic');
  if (!handler) throw new Error('no handler');
  return (await handler({ url, method } as never)) as unknown as Response;
}

describe('our own scheme', () => {
  it('is registered with an origin and no more rights than needed', () => {
    registerScheme();
    expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'synoptic', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it.each([
    [PAGE_URL, 'text/html; charset=utf-8', '<p>page</p>'],
    ['synoptic://app/assets/font.woff2', 'font/woff2', 'font'],
    ['synoptic://app/assets/font.woff2?v=1', 'font/woff2', 'font'],
  ])('serves %s', async (url, type, body) => {
    const response = await ask(url);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      type,
      body,
    ]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'synoptic://app/../secret.html',
    'synoptic://app/%2e%2e/secret.html',
    'synoptic://app/%2E%2E%2Fsecret.html',
    'synoptic://app/assets/..%2f..%2fsecret.html',
    'synoptic://app/..%5csecret.html',
    'synoptic://app/C:/secret.html',
    'synoptic://app/index.html%00.html',
    'synoptic://app/%ff.html',
    'synoptic://app/.hidden.html',
    'synoptic://app/assets/notes.txt',
    'synoptic://app/assets/',
    'synoptic://app/missing.js',
    'synoptic://other/index.html',
    'synoptic://brief/index.html',
  ])('has nothing at %s', async (url) => {
    const response = await ask(url);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('answers to GET only', async () => {
    expect((await ask(PAGE_URL, 'POST')).status).toBe(405);
  });

  it('hands out a brief once, with no scripts allowed in it', async () => {
    const url = briefUrl(briefs.add('<p>brief</p>'));
    const response = await ask(url);
    expect(await response.text()).toBe('<p>brief</p>');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect((await ask(url)).status).toBe(404);
  });

  it.each([
    ['synoptic://app/index.html', true],
    ['synoptic://app', true],
    ['synoptic://app.example.org/', false],
    ['synoptic://brief/1', false],
    ['https://app/index.html', false],
    ['synoptic-app://app/', false],
    ['', false],
  ])('tells whether %j is the page: %s', (url, expected) => {
    expect(isPageUrl(url)).toBe(expected);
  });
});
