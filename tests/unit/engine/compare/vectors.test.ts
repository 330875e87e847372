import { describe, expect, test } from 'vitest';
import { MEANING_FEATURES, Meanings } from '../../../../electron/engine/compare/features-meaning.ts';
import { sentenceSet } from '../../../../electron/engine/compare/features-set.ts';
import { DIMENSIONS, product, vectorOf } from '../../../../electron/engine/compare/vectors.ts';
import { stem } from '../../../../electron/engine/language/stems.ts';
import { analysed } from '../articles.ts';

const near = (a: string, b: string) => {
  const [x, y] = [vectorOf(stem(a)), vectorOf(stem(b))];
  if (!x || !y) throw new Error(`No vector: ${a} or ${b}`);
  return product(x, y);
};

const A = ['The ferry sank in heavy seas.', 'Ticket prices had gone up twice since spring.'];
const B = ['A vessel went down in a storm.', 'The minister visited a school.'];

function meanings(a: readonly string[], b: readonly string[]) {
  return new Meanings(sentenceSet([analysed('a.txt', a), analysed('b.txt', b)], new Map()));
}

describe('word vectors', () => {
  test('are nearer for words of one meaning than for others', () => {
    expect(near('ship', 'vessel')).toBeGreaterThan(0.5);
    expect(near('lawyer', 'attorney')).toBeGreaterThan(0.5);
    expect(near('ship', 'attorney')).toBeLessThan(0.2);
  });

  test('have length 1 and are known neither for days, places and numbers nor for what is no word', () => {
    const ship = vectorOf('ship');
    expect(ship).toHaveLength(DIMENSIONS);
    expect(ship && product(ship, ship)).toBeCloseTo(1, 5);
    for (const word of ['monday', 'france', 'seven', 'xqzzt', ''])
      expect(vectorOf(stem(word)), word).toBeNull();
  });
});

describe('the meaning of sentences', () => {
  const at = (name: (typeof MEANING_FEATURES)[number], features: readonly number[]) =>
    features[MEANING_FEATURES.indexOf(name)] ?? NaN;

  test('is near where other words say the same', () => {
    const of = meanings(A, B);
    expect(at('meaning', of.features(0, 2))).toBeGreaterThan(at('meaning', of.features(0, 3)) + 0.2);
    expect(at('meaningRow', of.features(0, 2))).toBeGreaterThan(0);
  });

  test('is the same from either side and every time', () => {
    expect(meanings(A, B).features(0, 2)).toEqual(meanings(A, B).features(2, 0));
  });

  test('says nothing of words that nobody knows', () => {
    const features = meanings(['Xqzzt vrblm.', ...A], ['Qwrtz plmkn.', ...B]).features(0, 3);
    expect(features.every(Number.isFinite)).toBe(true);
    expect(at('meaning', features)).toBe(0);
  });

  test('is left out where no article is in English', () => {
    const german = ['Die Regierung will die Steuern im nächsten Jahr für alle Familien senken.'];
    const analyses = ['a.txt', 'b.txt'].map((name) => ({ ...analysed(name, german), language: 'de' }));
    expect(new Meanings(sentenceSet(analyses, new Map())).features(0, 1)).toEqual(
      MEANING_FEATURES.map(() => 0),
    );
  });
});
