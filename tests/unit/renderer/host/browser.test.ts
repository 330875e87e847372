import { describe, expect, it } from 'vitest';
import { fileNameOf, platformOf } from '../../../../renderer/host/browser.ts';

describe('fileNameOf', () => {
  it.each([
    ["attachment; filename*=UTF-8''Peace%20Talks%20%E2%80%93%20brief.pdf", 'Peace Talks – brief.pdf'],
    ['attachment; filename="brief.pdf"', 'brief.pdf'],
    [`attachment; filename="plain.pdf"; filename*=UTF-8''better.pdf`, 'better.pdf'],
    [`attachment; filename="plain.pdf"; filename*=UTF-8''%E2%28`, 'plain.pdf'],
    ['attachment', null],
    [null, null],
  ])('of %j is %j', (header, name) => {
    expect(fileNameOf(header)).toBe(name);
  });
});

describe('platformOf', () => {
  it.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'mac'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'windows'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'linux'],
  ])('of %j is %s', (userAgent, platform) => {
    expect(platformOf(userAgent)).toBe(platform);
  });
});
