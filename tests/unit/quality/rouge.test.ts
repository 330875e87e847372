import { describe, expect, test } from 'vitest';
import { rougeL, rougeN, rougeTokens } from '../../quality/summary/rouge.ts';

describe('ROUGE', () => {
  test('counts lower-case runs of letters and digits, and stems words of more than three characters', () => {
    expect(rougeTokens('The U.S. Dogs were running 3.5 km, twice-daily!').join(' ')).toBe(
      'the u s dog were run 3 5 km twice daili',
    );
  });

  test.each([
    { what: 'unigrams', n: 1, summary: 'the cat the mat', hits: 4, wanted: 6, produced: 4 },
    { what: 'bigrams', n: 2, summary: 'the cat the mat', hits: 2, wanted: 5, produced: 3 },
    {
      what: 'no more hits than the reference has',
      n: 1,
      summary: 'the the the',
      hits: 2,
      wanted: 6,
      produced: 3,
    },
    { what: 'nothing in common', n: 2, summary: 'dogs bark', hits: 0, wanted: 5, produced: 1 },
  ])('counts $what', ({ n, summary, hits, wanted, produced }) => {
    const { recall, precision } = rougeN(summary, ['The cat sat on the mat.'], n);
    expect(recall).toBeCloseTo(hits / wanted, 10);
    expect(precision).toBeCloseTo(hits / produced, 10);
  });

  test('gives the harmonic mean of precision and recall as F1', () => {
    expect(rougeN('the cat the mat', ['the cat sat on the mat'], 1).f1).toBeCloseTo(0.8, 10);
  });

  test('adds up hits and n-grams over several references', () => {
    // 2 of 2 words of the first and 1 of 4 of the second.
    expect(rougeN('red fox', ['red fox', 'a fox ran off'], 1).recall).toBeCloseTo(3 / 6, 10);
  });

  test('leaves out what comes after the cut', () => {
    expect(rougeN('one two three', ['three two one'], 1, { cut: 2 }).recall).toBeCloseTo(1 / 2, 10);
  });

  test('takes the union of longest common subsequences, as in the example of the paper', () => {
    const { recall } = rougeL(['w1 w2 w6 w7 w8', 'w1 w3 w8 w9 w5'], [['w1 w2 w3 w4 w5']]);
    expect(recall).toBeCloseTo(4 / 5, 10);
  });

  test('respects order where n-grams do not', () => {
    const reference = [['police kill the gunman']];
    expect(rougeL(['the gunman kill police'], reference).recall).toBeCloseTo(2 / 4, 10);
    expect(rougeL(['police ended the gunman'], reference).recall).toBeCloseTo(3 / 4, 10);
  });

  test('is nothing for an empty summary', () => {
    expect(rougeN('', ['a cat'], 1)).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(rougeL([], [['a cat']])).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
