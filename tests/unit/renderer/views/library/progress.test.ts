import { expect, it } from 'vitest';
import { progressText } from '../../../../../renderer/views/library/progress.ts';

it.each([
  [
    { done: 3120, total: 10_000, rate: 540.4, secondsLeft: 12.7 },
    '3,120 of 10,000 · 540 a second · 13 s left',
  ],
  [{ done: 3120, total: 10_000 }, '3,120 of 10,000'],
  [{ done: 10, total: 4000, rate: 0.5, secondsLeft: 7980 }, '10 of 4,000 · 30 a minute · about 2 h left'],
  [{ done: 10, total: 4000, rate: 10, secondsLeft: 399 }, '10 of 4,000 · 10 a second · 7 min left'],
  [
    { done: 9999, total: 10_000, rate: 540, secondsLeft: 0.2 },
    '9,999 of 10,000 · 540 a second · nearly done',
  ],
  [{ done: 3120, total: 10_000, rate: 540, secondsLeft: 13, paused: true }, '3,120 of 10,000'],
  [{ done: 0, total: 0 }, ''],
])('tells %o as %o', (progress, text) => {
  expect(progressText(progress)).toBe(text);
});
