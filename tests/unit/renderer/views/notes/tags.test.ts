import { expect, it } from 'vitest';
import { cleanTag, suggested } from '../../../../../renderer/views/notes/tags.ts';

const ALL = ['war', 'Warsaw', 'post-war', 'talks'].map((name, index) => ({ name, count: 9 - index }));

it.each([
  ['  peace \t talks ', 'peace talks'],
  ['war,', 'war'],
  ['a, b', 'a b'],
  [' , ', ''],
])('keeps %o as %o', (written, kept) => {
  expect(cleanTag(written)).toBe(kept);
});

it.each([
  ['war', [], ['war', 'Warsaw', 'post-war']],
  ['WAR', ['War'], ['Warsaw', 'post-war']],
  ['', ['talks'], ['war', 'Warsaw', 'post-war']],
  ['x', [], []],
])('offers for %o, of an article that has %o: %o', (written, has, names) => {
  expect(suggested(ALL, has, written).map(({ name }) => name)).toEqual(names);
});
