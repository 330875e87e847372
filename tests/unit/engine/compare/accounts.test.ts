import { describe, expect, test } from 'vitest';
import { accountsOf } from '../../../../electron/engine/compare/accounts.ts';
import { align } from '../../../../electron/engine/compare/align.ts';
import { derivationsOf } from '../../../../electron/engine/compare/derivation.ts';
import { analysed } from '../articles.ts';

const TEXT = [
  'The Tern left Karsholm at dawn with two hundred passengers, the port authority said.',
  'Water was found in the engine room after an hour at sea.',
  'The captain turned the ship round at once and called the coastguard.',
  'Nobody was hurt, although several passengers were treated for shock.',
  'The company will inspect its three other ships this week.',
];
const REWRITE = [
  'With two hundred passengers aboard, the Tern had left Karsholm at dawn, said the port authority.',
  'An hour into the voyage, water was discovered in the engine room.',
  'The captain at once turned the ship and alerted the coastguard.',
  'Several passengers were treated for shock, but nobody was hurt.',
];
const OTHER = [
  'Commuters in Karsholm face weeks of delays.',
  'Water was found in the engine room of the Tern on Monday.',
  'The ferry company blames a contractor that serviced the pumps in March.',
  'Trade unions had warned of worn seals last year.',
  'A replacement vessel is expected from Norway on Friday.',
];

function groups(...texts: readonly (readonly string[])[]): number[][] {
  const analyses = texts.map((lines, index) => analysed(`${index}.txt`, lines));
  return accountsOf(analyses, derivationsOf(analyses, align(analyses), [])).map((account) =>
    account.articleIds.map((id) => analyses.findIndex((analysis) => analysis.articleId === id)),
  );
}

describe('accounts', () => {
  test('put a rewrite with the text it rewrites, and an independent report apart', () => {
    expect(groups(TEXT, OTHER, REWRITE)).toEqual([[0, 2], [1]]);
  });

  test('put exact copies together', () => {
    expect(groups(TEXT, TEXT)).toEqual([[0, 1]]);
  });

  test('put a copy with its text, even where its paragraphs were moved about', () => {
    expect(groups(TEXT, OTHER, [...TEXT].reverse())).toEqual([[0, 2], [1]]);
  });

  test('do not join reports that share facts in other words and another order', () => {
    expect(
      groups(
        TEXT,
        [...REWRITE].reverse().map((text, index) => `${text} ${OTHER[index] ?? ''}`),
      ),
    ).toEqual([[0], [1]]);
  });

  test('say why: by their order, or by their words where the order tells nothing', () => {
    const reasons = (...texts: readonly (readonly string[])[]) => {
      const analyses = texts.map((lines, index) => analysed(`${index}.txt`, lines));
      return accountsOf(analyses, derivationsOf(analyses, align(analyses), [])).map(({ reason }) => reason);
    };
    expect(reasons(TEXT, TEXT)).toEqual([
      '100 % of the shorter one’s sentences stand in the other in the same order, and 100 % of its runs of five words.',
    ]);
    expect(reasons(TEXT.slice(0, 3), TEXT.slice(0, 3))).toEqual([
      '100 % of the shorter one’s runs of five words stand in the other.',
    ]);
    expect(reasons(TEXT)).toEqual(['It is the only article.']);
  });
});
