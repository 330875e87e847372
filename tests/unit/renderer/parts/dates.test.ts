import { expect, it } from 'vitest';
import { dateText, dayText } from '../../../../renderer/parts/dates.ts';

it.each([
  ['2014', null, null, '2014'],
  ['2022-02', null, '2025', 'February 2022'],
  ['2025-11', null, '2025', 'November'],
  ['2025-12-14', null, '2025', 'Sunday 14 December'],
  ['2025-12-14', null, null, 'Sunday 14 December 2025'],
  ['2025-12-14', '2025-12-14', '2025', 'Sunday 14 December'],
  ['2025-12-14', '2025-12-16', '2025', '14–16 December'],
  ['2025-11-30', '2025-12-01', '2025', '30 November – 1 December'],
  ['2024-12', '2025-01', '2025', 'December 2024 – January 2025'],
  ['2025-11', '2025-12-14', '2025', 'November to Sunday 14 December'],
  ['early', null, null, 'early'],
  ['2025-13-40', null, null, '2025-13-40'],
] as const)('%s to %s in %s is written %s', (date, end, year, text) => {
  expect(dateText(date, end, year).replaceAll(/\s/gu, ' ').replaceAll(' ', '')).toBe(
    text.replaceAll(' ', ''),
  );
});

it.each([
  ['2025-12-15', '15 December 2025'],
  ['2025-12-15T23:30:00+01:00', '15 December 2025'],
  ['December 2025', 'December 2025'],
  ['2025-13-40', '2025-13-40'],
])('the day of %s is %s', (iso, day) => {
  expect(dayText(iso)).toBe(day);
});
