import { expect, it } from 'vitest';
import { Pace } from '../../../../electron/engine/library/pace.ts';

it('tells of the last seconds how many files are read in one, and what the rest takes', () => {
  const pace = new Pace();
  pace.note(0, 0);
  expect(pace.tell(10, 90, 500)).toEqual({});
  for (let ms = 100; ms <= 2000; ms += 100) pace.note(ms / 10, ms);
  expect(pace.tell(200, 300, 2000)).toEqual({ rate: 100, secondsLeft: 3 });
  // Slower, since: what was before five seconds counts no more.
  for (let ms = 2100; ms <= 20_000; ms += 100) pace.note(200 + (ms - 2000) / 100, ms);
  const { rate, secondsLeft } = pace.tell(380, 20, 20_000);
  expect(rate).toBeCloseTo(10, 0);
  expect(secondsLeft).toBeCloseTo(2, 0);
});

it('tells nothing while nothing is read, and begins anew after a pause', () => {
  const pace = new Pace();
  pace.note(5, 0);
  expect(pace.tell(5, 10, 3000)).toEqual({});
  pace.note(50, 3000);
  pace.restart();
  expect(pace.tell(60, 10, 9000)).toEqual({});
});
