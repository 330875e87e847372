import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterStories } from '../../../../electron/engine/stories/cluster.ts';
import cases from '../../../quality/cases/stories.json' with { type: 'json' };
import { analysed } from '../articles.ts';
import { analysedSeeds } from '../seeds.ts';

const seeds = await analysedSeeds();
const events = cases.events.map(({ event, accounts }) =>
  accounts.map(({ title, text }, i) =>
    analysed(`${event}/${String(i)}.txt`, [text], { title, titleOrigin: 'heading' }),
  ),
);
const all = events.flat();
const sets = (articles: typeof all) =>
  clusterStories(articles)
    .map(({ articleIds }) => [...articleIds].sort().join(' '))
    .sort();
const wanted = (groups: readonly (typeof all)[]) =>
  groups
    .map((group) =>
      group
        .map(({ articleId }) => articleId)
        .sort()
        .join(' '),
    )
    .sort();

describe('clusterStories', () => {
  it('takes the sample library for one story', () => {
    expect(sets(seeds)).toEqual(wanted([seeds]));
  });

  it.each([20, 100])('takes a folder full of accounts of one event for one story: %i articles', (count) => {
    const many = Array.from({ length: count }, (_, i) => {
      const seed = seeds[i % seeds.length];
      if (!seed) throw new Error('There are no seeds.');
      return { ...seed, articleId: `copy${String(i)}` as typeof seed.articleId };
    });
    expect(clusterStories(many)).toHaveLength(1);
  });

  it('takes numbered editions of one text for one story', () => {
    const text = 'Herring prices in Karsholm doubled within a week, traders said on Friday.';
    const editions = Array.from({ length: 40 }, (_, i) =>
      analysed(`${String(i)}.txt`, [text], { title: `Notice ${String(i)}`, titleOrigin: 'heading' }),
    );
    expect(clusterStories(editions)).toHaveLength(1);
  });

  it('keeps the sample library together among other stories, and those apart', () => {
    expect(sets([...all, ...seeds])).toEqual(wanted([...events, seeds]));
  });

  it.each([
    ['two floods', 0, 1],
    ['two elections', 2, 3],
    ['two fires', 4, 5],
  ])('tells %s apart when there is nothing else in the library', (_what, a, b) => {
    const pair = [events[a] ?? [], events[b] ?? []];
    expect(sets(pair.flat())).toEqual(wanted(pair));
    const [first, second] = [pair[0]?.[0], pair[1]?.[0]];
    expect(first && second && sets([first, second]).length).toBe(2);
  });

  it('finds the same stories whatever the order of the articles', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 1 }), (articles) => {
        const ordered = all.filter((article) => articles.includes(article));
        expect(sets(articles)).toEqual(sets(ordered));
      }),
      { numRuns: 20 },
    );
  });

  it('puts every article into exactly one story', () => {
    const words = fc.array(fc.constantFrom('flood', 'Berlin', 'vote', 'court', 'the', 'NATO', 'river', '—'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (texts) => {
        const articles = texts.map((text, i) => analysed(`article-${String(i)}`, [text.join(' ')]));
        const stories = clusterStories(articles);
        expect(stories.flatMap(({ articleIds }) => [...articleIds]).sort()).toEqual(
          articles.map(({ articleId }) => articleId).sort(),
        );
        expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
      }),
    );
  });

  it('keeps the id of a story when an article joins it', () => {
    const [group = []] = events;
    const sorted = [...group].sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
    const ids = [sorted.slice(0, 2), sorted].map((articles) => clusterStories(articles)[0]?.id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^[0-9a-f]{12}$/);
  });

  it('finds no story in an empty library', () => {
    expect(clusterStories([])).toEqual([]);
  });
});
