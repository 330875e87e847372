import type { FacetValue } from '../../../electron/api/index.ts';

/** The chosen values and the first of the others, as many as `first` in all, in their own order. */
export function firstOf(values: readonly FacetValue[], first: number): readonly FacetValue[] {
  let room = first - values.filter(({ selected }) => selected).length;
  return values.filter(({ selected }) => selected || room-- > 0);
}
