import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from '../../../../electron/engine/search/in-order.ts';

it('sorts texts by their units and tells the place of each', () => {
  const unit = fc.constantFrom('a', 'b', '\0', '\uffff', 'é', '\ud800');
  const text = fc.array(unit, { maxLength: 6 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 60 }), (texts) => {
      const { sorted, ranks } = inOrder(texts);
      expect(sorted).toEqual([...texts].sort());
      expect(texts.map((_, n) => sorted[(ranks[n + 1] ?? 0) - 1])).toEqual(texts);
    }),
  );
});
