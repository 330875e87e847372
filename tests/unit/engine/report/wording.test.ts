import { describe, expect, it } from 'vitest';
import { briefModel } from '../../../../electron/engine/report/model.ts';
import {
  dayOf,
  grouped,
  introduction,
  sourceNote,
  weekdayOf,
} from '../../../../electron/engine/report/wording.ts';
import type { Article, Dating } from '../../../../electron/api/index.ts';
import { accountOf, article, input, parts } from './sample.ts';

function note(more: Partial<Article>): string {
  const [source] = briefModel(input([article('a', [], more)])).sources;
  return source ? sourceNote(source) : '';
}

describe('the line under a source', () => {
  it.each<[Partial<Article>, string]>([
    [{}, 'a.txt, 1,004 words. No source or date in the file.'],
    [
      { titleOrigin: 'made' },
      'a.txt, 1,004 words. No title, source or date in the file; its opening words stand in.',
    ],
    [
      { credits: ['(reuters, tasr, pir)'] },
      'a.txt, 1,004 words. Credited in the file: reuters, tasr, pir. No date.',
    ],
    [
      { source: 'Reuters, TASR', credits: ['(reuters, tasr, pir)'] },
      'a.txt, 1,004 words. Credited in the file: reuters, tasr, pir. No date.',
    ],
    [
      { source: 'The Daily', credits: ['(AP)'] },
      'a.txt, 1,004 words. The Daily. Credited in the file: AP. No date.',
    ],
    [
      { source: 'The Daily', publishedAt: '2025-12-14T09:00:00Z' },
      'a.txt, 1,004 words. The Daily, 14 December 2025.',
    ],
    [{ source: 'The Daily', wordCount: 1 }, 'a.txt, 1 word. The Daily. No date in the file.'],
    [{ byline: 'Jo Roe', path: 'C:\\x\\y.md' }, 'y.md, 1,004 words. Jo Roe. No date in the file.'],
  ])('says what the file has and lacks: %j', (more, expected) => {
    expect(note(more)).toBe(expected);
  });

  it('names the fuller text of a rewrite', () => {
    const articles = [article('a'), article('b'), article('c')];
    const accounts = [accountOf(...articles.map(({ id }) => id).reverse())];
    const notes = briefModel(input(articles, { accounts })).sources.map(sourceNote);
    expect(notes[0]).toContain('Rewrites the same text as C; the three count once.');
    // The reason stands once an account.
    expect(notes.map((each) => each.includes('They tell the same in the same order.'))).toEqual([
      false,
      true,
      false,
    ]);
    expect(notes[2]).not.toContain('Rewrites');
  });

  it.each<[Dating['origin'], string]>([
    ['stated', 'a.txt, 1,004 words. No source or date in the file.'],
    ['unknown', 'a.txt, 1,004 words. No source or date in the file.'],
    ['corrected', 'a.txt, 1,004 words. No source or date in the file. Dated 15 December 2025 by the reader.'],
    [
      'inferred',
      'a.txt, 1,004 words. No source or date in the file. Taken to be of 15 December 2025: “Monday” is a Monday.',
    ],
  ])('says how the date is known: %s', (origin, expected) => {
    const of = article('a');
    const dating = { articleId: of.id, date: '2025-12-15', origin, reason: '“Monday” is a Monday.' };
    expect(briefModel(input([of], { datings: [dating] })).sources.map(sourceNote)).toEqual([expected]);
  });
});

describe('the words of a brief', () => {
  it.each([
    ['2025-12-14', '14 December 2025'],
    ['2025-12-14T23:59:00+05:00', '14 December 2025'],
    ['2025-12', 'December 2025'],
    ['last week', 'last week'],
    ['2025-99-01', '2025-99-01'],
  ])('writes the date %s as %s', (iso, day) => {
    expect(dayOf(iso)).toBe(day);
  });

  it.each([
    ['2025-12-14', 'Sunday 14 December 2025'],
    ['2024-02-29', 'Thursday 29 February 2024'],
    ['2025-12', 'December 2025'],
    ['2014', '2014'],
    ['2025-13-41', '2025-13-41'],
  ])('writes the date %s with its weekday as %s', (iso, day) => {
    expect(weekdayOf(iso)).toBe(day);
  });

  it('groups thousands', () => {
    expect([7, 999, 1000, 1_234_567].map(grouped)).toEqual(['7', '999', '1,000', '1,234,567']);
  });

  it('counts articles and accounts', () => {
    const articles = [article('a'), article('b')];
    const accounts = [accountOf(...articles.map(({ id }) => id))];
    expect(introduction(briefModel(input(articles, { accounts })))).toBe(
      '2 articles, 1 independent account. Every passage below stands word for word in the article whose letter is boxed beside it.',
    );
    expect(introduction(briefModel(input(articles, { parts: parts() })))).toBe(
      '2 articles, 2 independent accounts.',
    );
  });
});
