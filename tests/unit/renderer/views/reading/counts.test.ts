import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../../electron/api/index.ts';
import { countsOf } from '../../../../../renderer/views/reading/counts.ts';
import { claim, difference, event, quotation } from '../../state/comparison-fake.ts';

describe('what the tabs count', () => {
  it('is nothing while it is not known', () => expect(countsOf(null)).toBeNull());

  it('is differences in view, and utterances and events once, however many accounts have them', () => {
    const point = difference('point', [[claim('a', 1, 'x')], [claim('b', 1, 'y')]]);
    const comparison = {
      discrepancies: [point, { ...point, dismissed: true }],
      quotations: [quotation('a', 1, 'x', 0, { group: 'g' }), quotation('b', 1, 'x', 0, { group: 'g' })],
      timeline: [event('a', 1, 'Monday', '2025-12-15'), event('b', 1, 'Tuesday', '2025-12-16')],
    } as unknown as Comparison;
    expect(countsOf(comparison)).toEqual({ differences: 1, quotations: 1, timeline: 2 });
  });
});
