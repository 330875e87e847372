import { describe, expect, test } from 'vitest';
import type { Account } from '../../../../electron/api/index.ts';
import { align } from '../../../../electron/engine/compare/align.ts';
import { onlyOneAccount } from '../../../../electron/engine/compare/only-one.ts';
import type { Analysis } from '../../../../electron/engine/language/analysis.ts';
import { analysed } from '../articles.ts';

const SHARED = [
  'The ferry Tern left Karsholm at dawn with two hundred passengers, the port authority said.',
  'Water was found in the engine room of the ferry after an hour at sea.',
];
const REPAIRS =
  'An inspector, Olga Brandt, had found cracks in the hull plates in 2019 and asked for repairs.';
const HOSPITAL =
  'Eleven elderly tourists spent the night in a hospital at Vennby for observation, doctors said.';
const STRIKE = 'Seamen in Karsholm plan to strike on Friday over wages that have not risen for six years.';

const accountsOf = (...members: (readonly Analysis[])[]): Account[] =>
  members.map((each, index) => ({
    id: String(index),
    articleIds: each.map(({ articleId }) => articleId),
    reason: '',
  }));

const lead = analysed('a.txt', [...SHARED, REPAIRS]);
const second = analysed('b.txt', [...SHARED, HOSPITAL]);
const third = analysed('c.txt', [...SHARED, STRIKE]);
const rewrite = analysed('d.txt', [...SHARED, `${REPAIRS.slice(0, -1)} at once.`]);

function only(analyses: readonly Analysis[], accounts: readonly Account[]) {
  return onlyOneAccount(analyses, align(analyses), accounts);
}

describe('what only one account says', () => {
  test('is what no other account reports, cited word for word, from every account', () => {
    const found = only([lead, second, third], accountsOf([lead], [second], [third]));
    expect(new Set(found.map(({ text }) => text))).toEqual(new Set([REPAIRS, HOSPITAL, STRIKE]));
    for (const { text, sentenceId, articleId, supportedBy } of found) {
      const article = [lead, second, third].find((each) => each.articleId === articleId);
      expect(article?.sentences.find(({ id }) => id === sentenceId)?.text).toBe(text);
      expect(supportedBy).toEqual([]);
    }
  });

  test('may stand in rewrites of the same account too, and is told once with them as its support', () => {
    const found = only([lead, second, rewrite], accountsOf([lead, rewrite], [second]));
    const repairs = found.filter(({ text }) => text.startsWith('An inspector'));
    expect(repairs).toHaveLength(1);
    const [support] = repairs[0]?.supportedBy ?? [];
    expect([lead.articleId, rewrite.articleId]).toContain(support?.articleId);
    expect(support?.articleId).not.toBe(repairs[0]?.articleId);
  });

  test('is not what a second account reports', () => {
    const found = only([lead, second, rewrite], accountsOf([lead], [second], [rewrite]));
    expect(found.map(({ text }) => text)).toEqual([HOSPITAL]);
  });

  test('is not what the words of another account show it to tell as well, though no pair was found', () => {
    const scattered = analysed('e.txt', [
      ...SHARED,
      'Olga Brandt is an inspector of hull plates.',
      'Cracks were found by Brandt.',
      'In 2019 the inspector asked twice for repairs to the plates of the hull.',
    ]);
    const found = onlyOneAccount(
      [lead, second, scattered],
      { articleIds: [], pairs: [], groups: [], unique: [] },
      accountsOf([lead], [second], [scattered]),
    );
    expect(found.map(({ text }) => text)).not.toContain(REPAIRS);
  });

  test('reads alone: no question, no pronoun that nobody resolves, no heading', () => {
    const odd = analysed('f.txt', [
      ...SHARED,
      'He told his wife by telephone that the lifeboats were rotten and the rafts had gone missing.',
      'Who will pay for the rotten lifeboats and the rafts that had gone missing in winter?',
    ]);
    expect(only([odd, second], accountsOf([odd], [second])).map(({ text }) => text)).toEqual([HOSPITAL]);
  });

  test('makes a point once', () => {
    const again = analysed('g.txt', [
      ...SHARED,
      REPAIRS,
      'Nobody answered when a reporter rang the bell of the owners on Monday afternoon.',
      'Inspector Olga Brandt found cracks in hull plates in 2019, according to a repairs report.',
    ]);
    const found = only([again, second], accountsOf([again], [second]));
    expect(found.filter(({ text }) => text.includes('Brandt'))).toHaveLength(1);
  });

  test('is nothing where there is one account only', () => {
    expect(only([lead], accountsOf([lead]))).toEqual([]);
    expect(only([lead, second], accountsOf([lead, second]))).toEqual([]);
  });
});
