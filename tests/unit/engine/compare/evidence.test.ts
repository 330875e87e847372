import { describe, expect, test } from 'vitest';
import { evidenceFor } from '../../../../electron/engine/compare/evidence.ts';
import { analysed } from '../articles.ts';

const A = analysed('a.txt', [
  'The Tern left Karsholm at dawn with 214 passengers, the port authority said.',
  'The company abandoned its plan on Monday.',
]);
const B = analysed('b.txt', [
  'Some 214 passengers were on board when the Tern left Karsholm.',
  'The company relinquished its plan.',
]);
const [a0, a1] = A.sentences;
const [b0, b1] = B.sentences;

const words = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('evidence', () => {
  test('shows the words of both sentences that agree, by kind, with weights that sum to 1', () => {
    if (!a0 || !b0) throw new Error('no sentences');
    const evidence = evidenceFor([A, B], a0.id, b0.id);
    const kinds = new Map(evidence.map((each) => [each.kind, each]));
    expect(words(a0.text, kinds.get('number')?.a ?? []).join(' ')).toContain('214');
    expect(words(b0.text, kinds.get('name')?.b ?? [])).toContain('Karsholm');
    expect(words(b0.text, kinds.get('term')?.b ?? []).join(' ')).toContain('left');
    expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });

  test('shows words of near meaning', () => {
    if (!a1 || !b1) throw new Error('no sentences');
    const near = evidenceFor([A, B], a1.id, b1.id).find(({ kind }) => kind === 'synonym');
    expect(words(a1.text, near?.a ?? [])).toEqual(['abandoned']);
    expect(words(b1.text, near?.b ?? [])).toEqual(['relinquished']);
  });

  test('is empty for a sentence that is none of these', () => {
    if (!a0) throw new Error('no sentence');
    expect(evidenceFor([A, B], a0.id, 'none' as never)).toEqual([]);
  });
});
