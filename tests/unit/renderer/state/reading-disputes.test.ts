import { describe, expect, it } from 'vitest';
import { dismissalOf, disputesBySentence } from '../../../../renderer/state/reading-disputes.ts';
import { claim, difference } from './comparison-fake.ts';
import { sentenceId } from './reading-fake.ts';

const one = difference('one', [[claim('a', 1, 'x'), claim('b', 1, 'x')], [claim('c', 2, 'y')]]);
const two = difference('two', [[claim('a', 1, 'p')], [claim('c', 3, 'q')]]);

describe('disputes', () => {
  it('are known for every sentence that has a claim, in their order', () => {
    const disputes = disputesBySentence([one, two]);
    expect(disputes.get(sentenceId('a', 1))?.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(disputes.get(sentenceId('c', 3))?.map(({ id }) => id)).toEqual(['two']);
    expect(disputes.has(sentenceId('b', 2))).toBe(false);
  });

  it('that were put aside are left out', () => {
    expect(disputesBySentence([{ ...one, dismissed: true }]).size).toBe(0);
  });

  it('are put aside by their kind and the words of all their claims', () => {
    const twice = difference('twice', [[claim('a', 1, 'x'), claim('a', 1, 'z')], [claim('b', 1, 'y')]]);
    const spans = twice.readings.flatMap(({ claims }) =>
      claims.map(({ value: { start, end } }) => ({ start, end })),
    );
    expect(dismissalOf(twice)).toEqual({
      kind: 'status',
      sentenceIds: [sentenceId('a', 1), sentenceId('a', 1), sentenceId('b', 1)],
      spans,
    });
  });
});
