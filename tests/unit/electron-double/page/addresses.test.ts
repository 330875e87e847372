import { expect, test } from 'vitest';
import {
  mappedScheme,
  mapScheme,
  originOf,
  toChromium,
  toElectron,
} from '../../../electron-double/addresses.ts';

mapScheme('synoptic');

test.each([
  ['synoptic://app/index.html', 'https://app.synoptic-scheme.test/index.html'],
  ['synoptic://app/a%20b?c=d#e', 'https://app.synoptic-scheme.test/a%20b?c=d#e'],
  ['synoptic://brief/5f6a', 'https://brief.synoptic-scheme.test/5f6a'],
])('%s is loaded as %s and told as it was', (electron, chromium) => {
  expect(toChromium(electron)).toBe(chromium);
  expect(toElectron(chromium)).toBe(electron);
});

test.each([
  'https://example.org/synoptic-scheme.test',
  'https://app.synoptic-scheme.test.example.org/',
  'https://synoptic-scheme.test/',
  'http://app.synoptic-scheme.test/',
  'other://app/x',
  'data:text/plain,a',
  'about:blank',
])('%s is nobody’s but its own', (address) => {
  expect(toElectron(address)).toBe(address);
  expect(toChromium(address)).toBe(address);
});

test('an address without a path has the root', () => {
  expect(toChromium('synoptic://app')).toBe('https://app.synoptic-scheme.test/');
});

test('what a page has made itself belongs to the page’s address', () => {
  expect(toElectron('blob:https://app.synoptic-scheme.test/1-2')).toBe('blob:synoptic://app/1-2');
});

test('an origin is the scheme’s, which Node would not say', () => {
  expect(originOf('synoptic://app/index.html')).toBe('synoptic://app');
  expect(originOf('https://example.org/a')).toBe('https://example.org');
  expect(originOf('about:blank')).toBe('null');
});

test('only schemes that were registered are mapped', () => {
  expect(mappedScheme('synoptic://app/')).toBe('synoptic');
  expect(mappedScheme('other://app/')).toBeNull();
});
