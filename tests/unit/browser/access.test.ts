import { describe, expect, it } from 'vitest';
import { Access, newSecret, sameSecret } from '../../../electron/browser/access.ts';

const access = new Access(4321);
const session = access.cookie.split(';')[0] ?? '';

describe('secrets', () => {
  it('are never the same twice', () => {
    expect(new Set(Array.from({ length: 100 }, newSecret)).size).toBe(100);
  });

  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['', 'abc', false],
    ['abcd', 'abc', false],
  ])('compares %j with %j', (given, secret, same) => {
    expect(sameSecret(given, secret)).toBe(same);
  });
});

describe('the session', () => {
  it.each([
    [session, true],
    [`theme=dark; ${session}; lang=en`, true],
    [`${session}x`, false],
    [session.replace('4321', '4322'), false],
    [`x${session}`, false],
    ['', false],
  ])('in the cookie header %j', (cookie, has) => {
    expect(access.hasSession({ cookie })).toBe(has);
  });

  it('is not that of another run on the same port', () => {
    expect(new Access(4321).hasSession({ cookie: session })).toBe(false);
  });
});

describe('our host and origin', () => {
  it.each([
    ['127.0.0.1:4321', true],
    ['localhost:4321', true],
    ['LOCALHOST:4321', false],
    ['127.0.0.1', false],
    ['127.0.0.1:4322', false],
    ['127.0.0.1:4321.evil.example', false],
    ['[::1]:4321', false],
    ['', false],
  ])('host %j', (host, ours) => {
    expect(access.isOurHost({ host })).toBe(ours);
  });

  it.each([
    ['http://127.0.0.1:4321', true],
    ['http://localhost:4321', false],
    ['https://127.0.0.1:4321', false],
    ['http://127.0.0.1:4321/', false],
    ['null', false],
    ['', false],
  ])('origin %j for the first name', (origin, ours) => {
    expect(access.isOurOrigin({ host: '127.0.0.1:4321', origin })).toBe(ours);
  });

  it('no origin at all', () => {
    expect(access.isOurOrigin({ host: '127.0.0.1:4321' })).toBe(false);
    expect(access.isOurOrigin({})).toBe(false);
  });
});
