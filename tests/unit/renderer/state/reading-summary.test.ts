import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Budget, Summary } from '../../../../electron/api/index.ts';
import { PREFERENCES } from '../../../../renderer/state/reading-memory.ts';
import { StorySummary } from '../../../../renderer/state/reading-summary.svelte.ts';
import { articleId } from './reading-fake.ts';

const ids = [articleId('a'), articleId('b')];

function engine() {
  const asked: { budget: Budget; answer: (words: number) => void; fail: () => void }[] = [];
  const summarise = ({ budget }: { budget: Budget }) =>
    new Promise<Summary>((resolve, reject) => {
      asked.push({
        budget,
        answer: (words) => resolve({ sentences: [], words, onlyOne: [] }),
        fail: () => reject(new Error('no')),
      });
    });
  return { asked, story: new StorySummary({ summarise }, PREFERENCES, () => undefined) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a summary', () => {
  it('is asked for once when the length has settled', async () => {
    const { asked, story } = engine();
    void story.show(ids);
    for (const length of [105, 110, 200]) story.setLength(length);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked.map(({ budget }) => budget)).toEqual([{ words: 100 }, { words: 200 }]);
  });

  it('drops an answer that comes after a newer question', async () => {
    const { asked, story } = engine();
    void story.show(ids);
    story.setLength(200);
    await vi.advanceTimersByTimeAsync(500);
    asked[1]?.answer(190);
    await vi.advanceTimersByTimeAsync(0);
    asked[0]?.answer(90);
    await vi.advanceTimersByTimeAsync(0);
    expect(story.summary?.words).toBe(190);
  });

  it('keeps what is shown until the next answer, and says why there is none', async () => {
    const { asked, story } = engine();
    void story.show(ids);
    asked[0]?.answer(90);
    await vi.advanceTimersByTimeAsync(0);
    void story.update(ids);
    expect(story.summary?.words).toBe(90);
    asked[1]?.fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(story.problem?.code).toBe('internal');
    expect(story.summary?.words).toBe(90);
  });
});

describe('the length', () => {
  it.each([
    ['words', 100, { words: 100 }, '100 words'],
    ['sentences', 1, { sentences: 1 }, '1 sentence'],
    ['percent', 5, { ratio: 0.05 }, '5% of the text'],
  ] as const)('in %s is kept for itself', (unit, length, budget, text) => {
    const { story } = engine();
    story.setUnit(unit);
    story.setLength(length);
    expect(story.budget).toEqual(budget);
    expect(story.lengthText).toBe(text);
    story.setUnit('words');
    expect(story.budget).toEqual({ words: 100 });
  });

  it('stays within what the control offers', () => {
    const { story } = engine();
    for (let press = 0; press < 30; press += 1) story.lengthen(1);
    expect(story.budget).toEqual({ words: 400 });
    for (let press = 0; press < 30; press += 1) story.lengthen(-1);
    expect(story.budget).toEqual({ words: 25 });
  });
});
