import { describe, expect, test } from 'vitest';
import type { ArticleId, Corrections, Dismissal, SentenceId } from '../../../../electron/api/index.ts';
import { NO_CORRECTIONS } from '../../../../electron/engine/compare/compare.ts';
import {
  articlesIn,
  dating,
  dismissing,
  renaming,
  restoring,
  type Edit,
} from '../../../../electron/engine/store/corrections.ts';

const [A, B, C] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'] as [ArticleId, ArticleId, ArticleId];
const sentence = (article: ArticleId, hash: string) => `${article}.s${hash}` as SentenceId;
const A1 = sentence(A, '1111111111');
const B1 = sentence(B, '1111111111-2');
const B2 = sentence(B, '2222222222');
const about = (...sentenceIds: SentenceId[]): Dismissal => ({ kind: 'number', sentenceIds });
const after = (...edits: Edit[]): Corrections => edits.reduce((now, edit) => edit(now), NO_CORRECTIONS);

describe('a dismissal', () => {
  test('is there once, however often and in whatever order it is made', () => {
    const { dismissed } = after(dismissing(about(A1, B1)), dismissing(about(B1, A1, A1)));
    expect(dismissed).toEqual([about(A1, B1)]);
  });

  test('is taken back with every other of its kind that covers the sentences', () => {
    const made = [about(A1, B1), about(A1, B1, B2), about(A1), { ...about(A1, B1), kind: 'date' as const }];
    expect(after(...made.map(dismissing), restoring(about(B1, A1))).dismissed).toEqual(made.slice(2));
  });
});

describe('a dismissal of certain words', () => {
  const words = (...places: [SentenceId, number, number][]): Dismissal => ({
    kind: 'title',
    sentenceIds: places.map(([id]) => id),
    spans: places.map(([, start, end]) => ({ start, end })),
  });
  const envoy = words([A1, 0, 5], [B1, 2, 9]);
  const adviser = words([A1, 20, 30], [B1, 15, 19]);

  test('stands beside another in the same sentences, and is taken back alone', () => {
    const both = after(dismissing(envoy), dismissing(adviser), dismissing(envoy));
    expect(both.dismissed).toEqual([envoy, adviser]);
    expect(restoring(words([B1, 8, 12], [A1, 4, 8]))(both).dismissed).toEqual([adviser]);
  });

  test('keeps its words when an article is renamed', () => {
    const { dismissed } = after(dismissing(envoy), renaming([{ from: B, to: C }]));
    expect(dismissed).toEqual([words([A1, 0, 5], [sentence(C, '1111111111-2'), 2, 9])]);
  });
});

describe('the date of an article', () => {
  test('is the one that was said last', () => {
    const { dates } = after(dating(A, '2025-01-01'), dating(B, '2025-01-02'), dating(A, '2025-01-03'));
    expect(dates).toEqual([
      { articleId: B, date: '2025-01-02' },
      { articleId: A, date: '2025-01-03' },
    ]);
  });

  test('can be taken back', () => {
    expect(after(dating(A, '2025-01-01'), dating(A, null)).dates).toEqual([]);
  });
});

describe('an article that was renamed', () => {
  const said = after(dating(B, '2025-01-01'), dismissing(about(A1, B1)));

  test('keeps its date and what was dismissed of it, repeated sentences too', () => {
    expect(renaming([{ from: B, to: C }])(said)).toEqual({
      dates: [{ articleId: C, date: '2025-01-01' }],
      dismissed: [about(A1, sentence(C, '1111111111-2'))],
    });
  });

  test('takes nothing from another that had its new name before, nor has it two dates', () => {
    const both = dating(C, '2020-02-02')(said);
    expect(renaming([{ from: B, to: C }])(both).dates).toEqual([{ articleId: C, date: '2025-01-01' }]);
  });

  test('leaves one dismissal where two have come to be the same', () => {
    const two = dismissing(about(A1, sentence(C, '1111111111-2')))(said);
    expect(renaming([{ from: B, to: C }])(two).dismissed).toHaveLength(1);
  });

  test('changes nothing where nothing was said of it', () => {
    expect(renaming([{ from: C, to: 'dddddddddddd' as ArticleId }])(said)).toBe(said);
  });
});

test('the articles of corrections are those dated and those of the sentences', () => {
  expect([...articlesIn(after(dating(C, '2025-01-01'), dismissing(about(A1, B1, B2))))]).toEqual([C, A, B]);
});
