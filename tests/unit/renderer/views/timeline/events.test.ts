import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../../../../electron/api/index.ts';
import { Reading } from '../../../../../renderer/state/reading.svelte.ts';
import { eventsOf, yearOf } from '../../../../../renderer/views/timeline/events.ts';
import { event, excerpt, ids } from '../../state/comparison-fake.ts';
import { article, fakeClient } from '../../state/reading-fake.ts';

const [a, b] = ids('a', 'b') as [never, never];
const datings = [{ articleId: a, date: '2025-12-15', origin: 'inferred', reason: '' }] as const;

async function events(timeline: readonly TimelineEntry[]) {
  const articles = [
    article('a', ['On Sunday they met.', 'They spoke.']),
    article('b', ['December 14 it was.']),
  ];
  const made = new Reading(fakeClient({ articles, comparison: { timeline, datings } }), null);
  await made.show({ articleIds: [a, b] });
  return eventsOf(made);
}

describe('the timeline', () => {
  it('tells an event of several accounts once, with the words each has for its date', async () => {
    const met = { group: 'met' };
    const [only, ...more] = await events([
      event('a', 1, 'On Sunday', '2025-12-14', { ...met, event: excerpt('a', 1, 'they met.', 10) }),
      event('b', 1, 'December 14', '2025-12-14', met),
    ]);
    expect(more).toEqual([]);
    expect(only?.when).toEqual({
      text: 'Sunday 14 December',
      iso: '2025-12-14',
      approximate: false,
      exact: true,
    });
    expect(only?.expressions).toEqual(['A: “On Sunday”', 'B: “December 14”']);
    expect(only?.passage).toMatchObject({ opened: true, before: 'they met.' });
    expect(only?.voices).toHaveLength(2);
  });

  it('writes a date once for all that happened then', async () => {
    const [first, second, third] = await events([
      event('a', 1, 'On Sunday', '2025-12-14'),
      event('a', 2, 'On Sunday', '2025-12-14'),
      event('b', 1, 'January 2026', '2026-01', { approximate: true }),
    ]);
    expect(first?.when?.exact).toBe(true);
    expect(second?.when).toBeNull();
    expect(third?.when).toMatchObject({ text: 'January 2026', approximate: true, exact: false });
    expect(third?.expressions, 'the date says it already').toEqual([]);
  });

  it('is told by the account that knows the day', async () => {
    const [only] = await events([
      event('a', 1, 'December', '2025-12', { group: 'met' }),
      event('b', 1, 'December 14', '2025-12-14', { group: 'met' }),
    ]);
    expect(only?.at.articleId).toBe('b');
  });

  it('stands by the dates that are shown', async () => {
    const shown = await events([
      event('a', 1, 'In 2025', '2025', { group: 'met' }),
      event('a', 2, 'In May', '2025-05'),
      event('b', 1, 'December 14', '2025-12-14', { group: 'met' }),
    ]);
    expect(shown.map(({ at }) => at.date)).toEqual(['2025-05', '2025-12-14']);
  });
});

it('the year that is understood is that of most articles', () => {
  const dated = (date: string | null) => ({ articleId: a, date, origin: 'stated', reason: '' }) as const;
  expect(yearOf({ datings: [dated('2024-01-01'), dated('2025-01-01'), dated('2025-02-01')] })).toBe('2025');
  expect(yearOf({ datings: [dated(null)] })).toBeNull();
});
