import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../../electron/engine/compare/align.ts';
import { supportFrom } from '../../../../electron/engine/compare/support.ts';
import { analysed } from '../articles.ts';

const A = [
  'The Tern left Karsholm at dawn with two hundred passengers, the port authority said.',
  'Water was found in the engine room after an hour at sea.',
  'The company will inspect its three other ships this week.',
  'Ticket prices had gone up twice since spring.',
];
const B = [
  'Divers and tugs waited at the quay.',
  'After an hour at sea the crew found water in the engine room.',
  'Two hundred passengers were on board when the Tern left Karsholm at dawn.',
  'All three other ships of the company will be inspected this week.',
];

function pairsOf(a: readonly string[], b: readonly string[]) {
  const analyses = [analysed('a.txt', a), analysed('b.txt', b)];
  const place = new Map(
    analyses.flatMap((analysis) =>
      analysis.sentences.map((sentence, index) => [sentence.id, index] as const),
    ),
  );
  return align(analyses).pairs.map((pair) => [place.get(pair.a), place.get(pair.b)]);
}

describe('alignment', () => {
  test('pairs the sentences that report the same fact, and no others', () => {
    expect(pairsOf(A, B).sort()).toEqual([
      [0, 2],
      [1, 1],
      [2, 3],
    ]);
  });

  test('takes shared names alone for no shared fact', () => {
    expect(
      pairsOf(
        ['Foreign minister Anna Lindqvist welcomed the vote in Karsholm.', ...A],
        ['Foreign minister Anna Lindqvist opens a museum on Friday.', ...B],
      ),
    ).not.toContainEqual([0, 0]);
  });

  test('is not weakened by a copy of one of the articles', () => {
    const [a, b, copy] = [analysed('a.txt', A), analysed('b.txt', B), analysed('copy.txt', A)];
    const between = (pairs: ReturnType<typeof align>['pairs']) =>
      pairs
        .filter((pair) => [pair.a, pair.b].every((id) => !id.startsWith(copy.articleId)))
        .map((pair) => `${pair.a} ${pair.b} ${pair.strength}`)
        .sort();
    expect(between(align([a, b, copy]).pairs)).toEqual(between(align([a, b]).pairs));
  });

  test('leaves headings out, and lets a recap neither be unique nor confirm anything', () => {
    const recap = { type: 'list-item', role: 'recap', sentences: [A[1] ?? '', 'Nobody was hurt.'] } as const;
    const heading = { type: 'heading', sentences: [A[1] ?? ''] } as const;
    const a = analysed('a.txt', [heading, recap, ...A.slice(2)]);
    const alignment = align([a, analysed('b.txt', B)]);
    const aligned = new Set(alignment.pairs.flatMap((pair) => [pair.a, pair.b]));
    const [title, point, other] = a.sentences.map(({ id }) => id);
    expect(title && aligned.has(title)).toBe(false);
    expect(point && aligned.has(point)).toBe(true);
    for (const id of [title, point, other]) expect(alignment.unique).not.toContain(id);
    for (const { sentences } of alignment.groups) expect(sentences).not.toContain(point);
  });

  test('lists each reportable sentence either as aligned or as unique', () => {
    const analyses = [analysed('a.txt', A), analysed('b.txt', B)];
    const { pairs, unique } = align(analyses);
    const aligned = new Set(pairs.flatMap(({ a, b }) => [a, b]));
    expect(aligned.size + unique.length).toBe(A.length + B.length);
    expect(unique.some((id) => aligned.has(id))).toBe(false);
  });

  test('is the same whatever the order of the articles', () => {
    const key = (x: { a: string; b: string; score: number }) => `${[x.a, x.b].sort().join(' ')} ${x.score}`;
    const one = align([analysed('a.txt', A), analysed('b.txt', B)])
      .pairs.map(key)
      .sort();
    const two = align([analysed('b.txt', B), analysed('a.txt', A)])
      .pairs.map(key)
      .sort();
    expect(two).toEqual(one);
  });

  test('gives scores from 0 to 1 and no pair within one article, for any text', () => {
    const sentence = fc.array(
      fc.constantFrom('Tern', 'Karsholm', 'water', 'ship', '12', 'the', 'found', '.'),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(fc.array(fc.array(sentence, { maxLength: 6 }), { maxLength: 4 }), (texts) => {
        const analyses = texts.map((lines, index) =>
          analysed(
            `${index}.txt`,
            lines.map((words) => words.join(' ')),
          ),
        );
        const articleOf = new Map(
          analyses.flatMap((a) => a.sentences.map((s) => [s.id, a.articleId] as const)),
        );
        for (const { a, b, score } of align(analyses).pairs) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(articleOf.get(a)).not.toBe(articleOf.get(b));
        }
      }),
    );
  });
});

describe('support', () => {
  test('names the best sentence of each other article once', () => {
    const analyses = [analysed('a.txt', A), analysed('b.txt', B), analysed('c.txt', [...A, ...B])];
    const support = supportFrom(analyses, align(analyses));
    const first = analyses[0]?.sentences[1];
    const cited = first ? support(first.id) : [];
    expect(cited.map((citation) => citation.articleId).sort()).toEqual(
      [analyses[1]?.articleId, analyses[2]?.articleId].sort(),
    );
  });
});
