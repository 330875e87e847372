import { describe, expect, it } from 'vitest';
import type { Account, Article, Fact } from '../../../../electron/api/index.ts';
import { briefModel } from '../../../../electron/engine/report/model.ts';
import { accountOf, article, fact, input, parts } from './sample.ts';

const named = (name: string) => article(name, [{ type: 'paragraph', text: [`It is so in ${name}.`] }]);
const [a, b, c] = [named('a'), named('b'), named('c')];
const several = [a, b, c];

function view(facts: readonly Fact[], articles: readonly Article[] = several, accounts?: readonly Account[]) {
  const more = accounts ? { accounts } : {};
  return briefModel(input(articles, { parts: parts('facts'), facts, ...more })).facts;
}

describe('who reports what', () => {
  it('has a row for what several accounts report, and counts the rest', () => {
    const found = view([fact('It is', [a, c], [c]), fact('so in a', [a]), fact('in b', [b])]);
    expect(found?.rows.map(({ fact: { excerpt }, source }) => [source.letter, excerpt.text])).toEqual([
      ['A', 'It is'],
    ]);
    const [row] = found?.rows ?? [];
    expect([...(row?.reports ?? [])].map(([{ letter }, { differs }]) => [letter, differs])).toEqual([
      ['A', false],
      ['C', true],
    ]);
    expect([found?.several, found?.alone]).toEqual([1, 2]);
  });

  it('puts the articles of one account side by side', () => {
    const accounts = [accountOf(a.id, c.id), accountOf(b.id)];
    const columns = view([fact('It is', [a, b])], several, accounts)?.columns;
    expect(columns?.map(({ letter }) => letter)).toEqual(['A', 'C', 'B']);
  });

  it('has rows also where all articles are one account', () => {
    const shared = { ...fact('It is', [a, b]), independent: 1 };
    expect(view([shared], [a, b], [accountOf(a.id, b.id)])?.rows).toHaveLength(1);
    expect(view([shared], several, [accountOf(a.id, b.id)])?.rows).toHaveLength(0);
  });

  it('has columns for twelve articles, not for thirteen', () => {
    const many = Array.from({ length: 13 }, (_, index) => named(`n${index}`));
    expect(view([], many.slice(0, 12))?.columns).toHaveLength(12);
    expect(view([], many)?.columns).toBeNull();
  });

  it('keeps, of more than forty rows, those of the most accounts in their order', () => {
    const two = Array.from({ length: 30 }, () => fact('It is', [a, b]));
    const three = Array.from({ length: 30 }, () => fact('so in a', [a, b, c]));
    const found = view([...two, ...three]);
    expect(found?.rows.map((row) => row.fact.independent)).toEqual([
      ...Array.from({ length: 10 }, () => 2),
      ...Array.from({ length: 30 }, () => 3),
    ]);
    expect(found?.several).toBe(60);
  });
});
