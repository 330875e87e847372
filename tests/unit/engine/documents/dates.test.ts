import { describe, expect, it } from 'vitest';
import { parseDate, parseDateLine } from '../../../../electron/engine/documents/dates.ts';

describe('parseDate', () => {
  it.each<[string, string | null]>([
    ['2025-12-15', '2025-12-15'],
    ['2025-12-15T14:30:00Z', '2025-12-15T14:30Z'],
    ['2025-12-15T14:30:00.000+0100', '2025-12-15T14:30+01:00'],
    ['2025-12-15 14:30', '2025-12-15T14:30'],
    ['15 December 2025', '2025-12-15'],
    ['15th of December, 2025', '2025-12-15'],
    ['Monday, 15 Dec. 2025', '2025-12-15'],
    ['December 15, 2025', '2025-12-15'],
    ['Mon, Sept. 1, 2025 at 2:05 p.m. GMT', '2025-09-01T14:05Z'],
    ['Dec 15, 2025, 12:30 am', '2025-12-15T00:30'],
    ['15. 12. 2025', '2025-12-15'],
    ['2025/12/15', '2025-12-15'],
    ['25/12/2025', '2025-12-25'],
    ['12/25/2025', '2025-12-25'],
    ['11/12/2025', null],
    ['31 February 2025', null],
    ['15 December', null],
    ['Monday', null],
    ['15 December 2025, the council met', null],
    ['2025', null],
    ['', null],
  ])('reads %j as %s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });
});

describe('parseDateLine', () => {
  it.each([
    ['Published: 15 December 2025', { date: '2025-12-15', updated: false }],
    ['Posted on December 15, 2025', { date: '2025-12-15', updated: false }],
    ['Last updated: 2025-12-16', { date: '2025-12-16', updated: true }],
    ['(15 December 2025)', { date: '2025-12-15', updated: false }],
    ['On 15 December 2025 they met.', null],
    ['Published by the council', null],
  ])('reads %j', (line, expected) => {
    expect(parseDateLine(line)).toEqual(expected);
  });
});
