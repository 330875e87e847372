import { expect, it } from 'vitest';
import { keyed } from '../../../../renderer/state/reading-collections.ts';

it('keys are those given, and told apart where one is given twice', () => {
  expect(keyed(['a', 'b', 'a', 'a'], (item) => item).map(({ key }) => key)).toEqual(['a', 'b', 'a 1', 'a 2']);
});
