import { describe, expect, it } from 'vitest';
import { briefModel } from '../../../../electron/engine/report/model.ts';
import {
  dateOf,
  differencesNote,
  expressionOf,
  factsNote,
  quotationsNote,
  timelineNote,
} from '../../../../electron/engine/report/wording-parts.ts';
import { article, input } from './sample.ts';

describe('the words of a timeline', () => {
  it.each([
    ['2025-12-14', null, false, 'Sunday 14 December 2025'],
    ['2025-12-14', '2025-12-14', false, 'Sunday 14 December 2025'],
    ['2025-12-14', '2025-12-16', false, '14 to 16 December 2025'],
    ['2025-11-30', '2025-12-02', true, 'About 30 November to 2 December 2025'],
    ['2025-12-30', '2026-01-02', false, '30 December 2025 to 2 January 2026'],
    ['2022-02', null, true, 'About February 2022'],
    ['2022-02', '2022-04', false, 'February to April 2022'],
    ['2014', '2016', false, '2014 to 2016'],
    ['2014', '2015-03', false, '2014 to March 2015'],
  ])('write %s to %s (about: %s) as %s', (date, end, approximate, words) => {
    expect(dateOf({ date, end, approximate })).toBe(words);
  });

  it('name who dates an event so only where there are several articles', () => {
    const one = briefModel(input([article('a')]));
    const two = briefModel(input([article('a'), article('b')]));
    expect(expressionOf(one, { text: 'on Sunday', sources: one.sources })).toBe('“on Sunday”');
    expect(expressionOf(two, { text: 'on Sunday', sources: two.sources })).toBe('A, B: “on Sunday”');
  });
});

describe('the notes beside the parts', () => {
  it('say how much is shown of how much', () => {
    expect(differencesNote({ shown: [], total: 0, dismissed: 2 })).toBe('2 put aside by the reader');
    expect(differencesNote({ shown: [], total: 0, dismissed: 0 })).toBe('');
    expect(quotationsNote({ speakers: [], shown: 40, total: 1200 })).toBe('By speaker; 40 of 1,200');
    expect(quotationsNote({ speakers: [], shown: 4, total: 4 })).toBe('By speaker');
    expect(timelineNote({ dates: [], shown: 60, total: 61 })).toBe(
      'With the words that give the date. 60 of 61',
    );
    expect(factsNote({ rows: [], several: 0, alone: 1200, columns: null })).toBe(
      '1,200 more in one account alone',
    );
  });
});
