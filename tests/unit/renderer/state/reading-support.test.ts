import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../electron/api/index.ts';
import {
  accountsLine,
  independent,
  supportText,
  voicesOn,
} from '../../../../renderer/state/reading-support.ts';
import { articleId, sentenceId } from './reading-fake.ts';

const ids = ['a', 'b', 'c', 'd', 'e'].map(articleId);
const cite = (article: string) => ({ articleId: articleId(article), sentenceId: sentenceId(article, 1) });
const accounts: Account[] = [['a'], ['b', 'e'], ['c'], ['d']].map((members) => ({
  id: `account-${members.join('')}`,
  articleIds: members.map(articleId),
  reason: '',
}));
const letterOf = (id: string) => id.toUpperCase();

describe('voicesOn', () => {
  it.each([
    ['c', ['a', 'b', 'd', 'e'], 'reports reports own reports rewrites', 4],
    ['a', ['b', 'e'], 'own reports silent silent rewrites', 2],
    ['e', ['b'], 'silent rewrites silent silent own', 1],
    ['d', [], 'silent silent silent own silent', 1],
  ])('of %s with %j counts each underlying text once', (own, others, stances, count) => {
    const voices = voicesOn(cite(own), others.map(cite), ids, accounts);
    expect(voices.map(({ stance }) => stance).join(' ')).toBe(stances);
    expect(independent(voices)).toBe(count);
  });

  it('names the place of everyone who speaks', () => {
    const voices = voicesOn(cite('a'), [cite('b')], ids, accounts);
    expect(voices.map((voice) => voice.sentenceId)).toEqual([
      sentenceId('a', 1),
      sentenceId('b', 1),
      null,
      null,
      null,
    ]);
  });
});

describe('supportText', () => {
  it.each([
    ['d', [], ids, 'Only here'],
    ['a', ['b', 'c'], ids, '3 independent'],
    ['e', ['b'], ids, '1 independent'],
    ['a', [], [articleId('a')], ''],
  ])('of %s with %j', (own, others, among, text) => {
    expect(supportText(voicesOn(cite(own), others.map(cite), among, accounts))).toBe(text);
  });
});

describe('accountsLine', () => {
  it.each([
    [5, accounts, '5 articles, 4 independent: B and E rewrite one text'],
    [2, accounts.filter(({ articleIds }) => articleIds.length === 1).slice(0, 2), '2 articles'],
    [1, [], '1 article'],
    [
      5,
      [
        { id: 'one', articleIds: [articleId('a'), articleId('b')], reason: '' },
        { id: 'two', articleIds: ['e', 'c', 'd'].map(articleId), reason: '' },
      ],
      '5 articles, 2 independent: A and B rewrite one text; C, D and E another',
    ],
  ])('of %i articles', (count, groups, line) => {
    expect(accountsLine(count, groups, letterOf)).toBe(line);
  });
});
