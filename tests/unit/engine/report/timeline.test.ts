import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../../../electron/api/index.ts';
import { briefModel } from '../../../../electron/engine/report/model.ts';
import { article, entry, input, parts } from './sample.ts';

const a = article('a', [
  {
    type: 'paragraph',
    text: ['Talks began on Sunday, as planned.', 'They met on Monday.', 'In 2014 it began.'],
  },
]);
const b = article('b', [{ type: 'paragraph', text: ['They began on December 14.'] }]);

function view(timeline: readonly TimelineEntry[]) {
  return briefModel(input([a, b], { parts: parts('timeline'), timeline })).timeline;
}

describe('the timeline of a brief', () => {
  it('has an event once, with the words by which each article dates it', () => {
    const found = view([
      entry(a, 'on Sunday', 'Talks began on Sunday', '2025-12-14', { group: 'g' }),
      entry(b, 'on December 14', 'They began on December 14', '2025-12-14', { group: 'g' }),
      entry(a, 'on Monday', 'They met on Monday', '2025-12-15'),
    ]);
    const [sunday] = found?.dates ?? [];
    const [event] = sunday?.events ?? [];
    expect(event?.cut).toEqual({
      pieces: [{ text: 'Talks began on Sunday', tone: 'plain' }],
      before: false,
      after: true,
    });
    expect(event?.marks.map(({ source, kind }) => `${kind} ${source.letter}`)).toEqual([
      'own A',
      'reports B',
    ]);
    expect(
      event?.expressions.map(({ text, sources }) => [text, sources.map(({ letter }) => letter)]),
    ).toEqual([
      ['on Sunday', ['A']],
      ['on December 14', ['B']],
    ]);
    expect([found?.shown, found?.total]).toEqual([2, 2]);
  });

  it('goes by date, and keeps a day apart from a range that begins with it', () => {
    const found = view([
      entry(a, 'on Monday', 'They met on Monday', '2025-12-14', { end: '2025-12-15', group: 'x' }),
      entry(a, 'on Sunday', 'Talks began on Sunday', '2025-12-14', { group: 'y' }),
      entry(b, 'on December 14', 'They began on December 14', '2025-12-14', { group: 'z' }),
      entry(a, 'In 2014', 'In 2014 it began', '2014'),
    ]);
    expect(found?.dates.map(({ date, events }) => [date.date, date.end, events.length])).toEqual([
      ['2014', null, 1],
      ['2025-12-14', null, 2],
      ['2025-12-14', '2025-12-15', 1],
    ]);
  });

  it('has sixty events at most, those of the most accounts', () => {
    const days = Array.from({ length: 70 }, (_, index) =>
      entry(a, 'on Monday', 'They met on Monday', '2025-12-15', { group: `g${index}` }),
    );
    const shared = [a, b].map((of) =>
      of === a
        ? entry(a, 'on Sunday', 'Talks began on Sunday', '2025-12-16', { group: 'shared' })
        : entry(b, 'on December 14', 'They began', '2025-12-16', { group: 'shared' }),
    );
    const found = view([...days, ...shared]);
    expect([found?.shown, found?.total]).toEqual([60, 71]);
    expect(found?.dates.at(-1)?.events[0]?.entry.group).toBe('shared');
  });
});
