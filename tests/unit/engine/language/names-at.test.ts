import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesNear } from '../../../../electron/engine/language/names-at.ts';

const covers = (place: number) => (name: { start: number; end: number }) =>
  name.start <= place && place < name.end;

test('the names that cover a place are all among those near it, in their order, however many there are', () => {
  const name = fc.record({ start: fc.nat(2000), length: fc.integer({ min: 1, max: 300 }) });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 60 }), fc.nat(2400), (given, place) => {
      const names = given.map(({ start, length }) => ({ start, end: start + length }));
      const near = namesNear(names)(place);
      expect(near.filter(covers(place))).toEqual(names.filter(covers(place)));
    }),
  );
});

test('of many names, those far off are not looked at', () => {
  const names = Array.from({ length: 1000 }, (_, number) => ({ start: number * 20, end: number * 20 + 10 }));
  expect(namesNear(names)(500).length).toBeLessThan(10);
});
