import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../../../electron/api/index.ts';
import { likelihood, reasonsOf, reasonsText } from '../../../../../renderer/views/inspector/evidence.ts';

const A = 'Steve Witkoff met Zelensky for five hours.';
const B = 'Mr Zelensky spoke with Witkoff, a five-hour meeting.';
const spans = (text: string, ...words: string[]) =>
  words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));

describe('reasons', () => {
  it('tell the same words once, and others side by side, as published', () => {
    const evidence: Evidence[] = [
      {
        kind: 'name',
        a: spans(A, 'Steve Witkoff', 'Zelensky'),
        b: spans(B, 'Zelensky', 'Witkoff'),
        weight: 0.62,
      },
      { kind: 'neighbours', a: [], b: [], weight: 0.38 },
    ];
    const reasons = reasonsOf(evidence, A, B);
    expect(reasons).toEqual([
      {
        kind: 'Names',
        words: [
          { a: 'Zelensky', b: null },
          { a: 'Steve Witkoff', b: 'Witkoff' },
        ],
        share: 62,
      },
      { kind: 'The sentences around them agree', words: [], share: 38 },
    ]);
    expect(reasonsText({ score: 0.8, strength: 'partial' }, reasons)).toBe(
      'The same, very likely: they share a fact, and one says more.\n' +
        'Names: “Zelensky”, “Steve Witkoff” and “Witkoff”\n' +
        'The sentences around them agree',
    );
  });

  it('say what is known where nothing more is', () => {
    expect(reasonsText({ score: 0.95, strength: 'full' }, [])).toBe(
      'The same, almost certainly: one could stand for the other.',
    );
  });
});

it.each([
  [0.95, 'almost certainly'],
  [0.7, 'very likely'],
  [0.5, 'likely'],
  [0.2, 'perhaps'],
])('a score of %d is %s', (score, words) => expect(likelihood(score)).toBe(words));
