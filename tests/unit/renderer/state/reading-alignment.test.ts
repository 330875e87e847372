import { describe, expect, it } from 'vitest';
import {
  counterpartsOf,
  linksOf,
  ownersOf,
  sentenceAfter,
  sharedWith,
} from '../../../../renderer/state/reading-alignment.ts';
import { article, articleId, pair, sentenceId } from './reading-fake.ts';

const a = article('a', ['HEADING', 'One.', 'Two.']);
const b = article('b', ['Eins.', 'Zwei.', 'Drei.']);
const c = article('c', ['Un.']);
const owners = ownersOf([a, b, c]);
const links = linksOf([
  pair(sentenceId('a', 2), sentenceId('b', 1), 0.5, 'partial'),
  pair(sentenceId('b', 2), sentenceId('a', 2), 0.9),
  pair(sentenceId('c', 1), sentenceId('a', 3), 0.7),
]);

describe('counterpartsOf', () => {
  it('finds them whichever way round a pair is, best first', () => {
    const found = counterpartsOf(sentenceId('a', 2), links, owners).get(articleId('b'));
    expect(found?.map(({ sentenceId: id, strength }) => [id, strength])).toEqual([
      [sentenceId('b', 2), 'full'],
      [sentenceId('b', 1), 'partial'],
    ]);
  });

  it('leaves out articles that were not read', () => {
    expect(counterpartsOf(sentenceId('a', 2), links, ownersOf([a])).size).toBe(0);
  });
});

it('calls shared only what another open article reports', () => {
  expect([...sharedWith(a, new Set([articleId('a'), articleId('b')]), links, owners)]).toEqual([
    sentenceId('a', 2),
  ]);
  expect(sharedWith(a, new Set([articleId('a')]), links, owners).size).toBe(0);
});

describe('sentenceAfter', () => {
  it.each([
    ['itself where it is still there', article('a', ['New.', 'HEADING', 'One.', 'Two.']), 2, 'a', 2],
    ['its twin under a new name', article('z', ['HEADING', 'One.', 'Two.']), 3, 'z', 3],
  ])('is %s', (_case, after, number, owner, found) => {
    expect(sentenceAfter(a, after, sentenceId('a', number))).toBe(sentenceId(owner, found));
  });

  it('is the nearest before it that survived', () => {
    const after = { ...a, blocks: a.blocks.slice(0, 2) };
    expect(sentenceAfter(a, after, sentenceId('a', 3))).toBe(sentenceId('a', 2));
  });

  it('is null for a sentence that never was', () => {
    expect(sentenceAfter(a, b, sentenceId('x', 1))).toBeNull();
  });
});
