import { describe, expect, it, vi } from 'vitest';
import { LIMITS, type StoryId } from '../../../../electron/api/index.ts';
import { step } from '../../../../renderer/state/reading-steps.ts';
import { Reading } from '../../../../renderer/state/reading.svelte.ts';
import { claim, difference } from './comparison-fake.ts';
import { article, articleId, fakeClient, fakeStorage, noChange, pair, sentenceId } from './reading-fake.ts';

const [a, b, c] = ['a', 'b', 'c'].map(articleId) as [never, never, never];
const storyId = 'story' as StoryId;

function library() {
  return {
    articles: [
      article('a', ['HEADING', 'One.', 'Two.']),
      article('b', ['Eins.', 'Zwei.']),
      article('c', ['Un.', 'Deux.']),
    ],
    pairs: [pair(sentenceId('a', 2), sentenceId('b', 1))],
    accounts: [
      { id: 'one', articleIds: [a], reason: '' },
      { id: 'two', articleIds: [b, c], reason: '' },
    ],
  };
}

async function reading(world: Parameters<typeof fakeClient>[0] = library(), storage = fakeStorage()) {
  const client = fakeClient(world);
  const made = new Reading(client, storage);
  await made.show({ articleIds: [a, b, c], storyId });
  return { made, world, storage, calls: client.calls };
}

describe('a set', () => {
  it('has letters, a title and a line about its accounts', async () => {
    const { made } = await reading();
    expect(made.articleIds.map((id) => made.letterOf(id))).toEqual(['A', 'B', 'C']);
    expect(made.letterOf(articleId('z'))).toBeNull();
    expect(made.title).toBe('Made of what they share');
    expect(made.accountsText).toBe('3 articles, 2 independent: B and C rewrite one text');
  });

  it("of one article has that one's title before there is anything else to tell", async () => {
    const client = fakeClient(library());
    const { promise, resolve } = Promise.withResolvers<never>();
    const compared = vi.spyOn(client.api, 'compare').mockReturnValueOnce(promise);
    const made = new Reading(client, fakeStorage());
    const shown = made.show({ articleIds: [a] });
    await vi.waitFor(() => expect(compared).toHaveBeenCalled());
    expect(made.title).toBe('Title of a');
    resolve((await client.api.compare({ articleIds: [a] })) as never);
    await shown;
    expect(made.title).toBe('Made of what they share');
  });

  it('of more articles than can be compared is its first, and says so', async () => {
    const { made } = await reading();
    const many = Array.from({ length: LIMITS.articles + 3 }, (_, index) => articleId(`n${index}`));
    await made.show({ articleIds: many });
    expect(made.articleIds).toEqual(many.slice(0, LIMITS.articles));
    expect(made.accountsText).toMatch(/^The first 200 articles.*; 3 more are left out$/);
  });

  it('knows counterparts by article and what nobody else has', async () => {
    const { made } = await reading();
    expect([...made.counterpartsOf(sentenceId('a', 2)).keys()]).toEqual([b]);
    expect(made.isUnique(sentenceId('a', 3))).toBe(true);
    expect([...made.sharedIn(b, [a])]).toEqual([sentenceId('b', 1)]);
  });

  it('keeps its letters when the story grows and shrinks', async () => {
    const { made, world } = await reading();
    world.articles.push(article('d', ['New.']));
    await made.show({ articleIds: [articleId('d'), c, a], storyId });
    expect([a, c, articleId('d')].map((id) => made.letterOf(id))).toEqual(['A', 'C', 'B']);
  });

  it('keeps its letters at the next start, whatever order the story then has', async () => {
    const storage = fakeStorage();
    const { made } = await reading(library(), storage);
    await made.show({ articleIds: [c, a], storyId });
    made.remember();
    const again = new Reading(fakeClient(library()), storage);
    await again.show({ articleIds: [b, c, a], storyId });
    expect([a, b, c].map((id) => again.letterOf(id))).toEqual(['A', 'B', 'C']);
    expect(again.articleIds).toEqual([a, b, c]);
  });

  it('comes back as it was left', async () => {
    const storage = fakeStorage();
    const { made } = await reading(library(), storage);
    made.columns.moveTo(c, 0);
    made.selection.select({ articleId: a, sentenceId: sentenceId('a', 2) });
    made.keepPlace(a, { sentenceId: sentenceId('a', 2), offset: 12 });
    made.story.setLength(250);
    made.remember();
    const again = (await reading(library(), storage)).made;
    expect(again.columns.open).toEqual([c, a, b]);
    expect(again.selection.selected?.sentenceId).toBe(sentenceId('a', 2));
    expect(again.placeOf(a)).toEqual({ sentenceId: sentenceId('a', 2), offset: 12 });
    expect(again.budget).toEqual({ words: 250 });
  });

  it('says why it could not be compared', async () => {
    const client = fakeClient({ articles: [] });
    const made = new Reading(client, null);
    await made.show({ articleIds: [a] });
    expect(made.problem?.code).toBe('internal');
    expect(made.shelf.problem(a)?.code).toBe('internal');
  });
});

describe('opening an article', () => {
  it('goes to the sentence in its column', async () => {
    const { made } = await reading();
    made.columns.remove(b);
    await made.openArticle(b, sentenceId('b', 2));
    expect(made.columns.unfolded).toContain(b);
    expect(made.selection.selected).toEqual({ articleId: b, sentenceId: sentenceId('b', 2) });
    expect(made.selection.movement?.mode).toBe('bring');
  });

  it('shows an article of no set by itself', async () => {
    const { made, world } = await reading();
    world.articles.push(article('d', ['New.']));
    await made.openArticle(articleId('d'));
    expect(made.articleIds).toEqual([articleId('d')]);
  });
});

describe('a change of the library', () => {
  it('of other articles asks for nothing', async () => {
    const { made, calls } = await reading();
    const before = calls.length;
    await made.refresh({ ...noChange, added: [articleId('x')], changed: [articleId('y')] });
    expect(calls).toHaveLength(before);
  });

  it('keeps the place and the selection in an edited article', async () => {
    const { made, world } = await reading();
    const place = { sentenceId: sentenceId('a', 3), offset: 5 };
    made.keepPlace(a, place);
    made.selection.select({ articleId: a, sentenceId: sentenceId('a', 3) });
    world.articles[0] = article('a', ['HEADING', 'One.', 'Two.', 'Three.']);
    await made.refresh({ ...noChange, changed: [a] });
    expect(made.shelf.article(a)?.blocks).toHaveLength(4);
    expect(made.placeOf(a)).toEqual(place);
    expect(made.selection.selected?.sentenceId).toBe(sentenceId('a', 3));
  });

  it('takes everything over to the new name of a renamed article', async () => {
    const { made, world } = await reading();
    const z = articleId('z');
    made.columns.remove(c);
    made.keepPlace(b, { sentenceId: sentenceId('b', 2), offset: 5 });
    made.selection.select({ articleId: b, sentenceId: sentenceId('b', 1) });
    world.articles[1] = article('z', ['Eins.', 'Zwei.']);
    world.pairs = [];
    await made.refresh({ ...noChange, renamed: [{ from: b, to: z }] });
    expect(made.articleIds).toEqual([a, z, c]);
    expect(made.letterOf(z)).toBe('B');
    expect(made.columns.open).toEqual([a, z]);
    expect(made.placeOf(z)).toEqual({ sentenceId: sentenceId('z', 2), offset: 5 });
    expect(made.selection.selected).toEqual({ articleId: z, sentenceId: sentenceId('z', 1) });
  });

  it('leaves a removed article to be read until its column is closed', async () => {
    const { made, world, calls } = await reading();
    world.articles.splice(0, 1);
    world.accounts = [{ id: 'two', articleIds: [b, c], reason: '' }];
    world.pairs = [];
    await made.refresh({ ...noChange, removed: [a] });
    expect(made.isGone(a)).toBe(true);
    expect(made.shelf.article(a)).not.toBeNull();
    expect(made.presentIds).toEqual([b, c]);
    expect(calls.filter(([name]) => name === 'compare').at(-1)?.[1]).toEqual([b, c]);
    made.close(a);
    expect(made.articleIds).toEqual([b, c]);
    expect(made.letterOf(b)).toBe('B');
  });
});

it('an answer for an earlier set is dropped', async () => {
  const world = library();
  const { api } = fakeClient(world);
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  const made = new Reading(
    {
      api: {
        ...api,
        compare: async (argument) => {
          if (argument.articleIds.length === 2) await slow;
          return api.compare(argument);
        },
      },
    },
    null,
  );
  const first = made.show({ articleIds: [a, b] });
  await made.show({ articleIds: [c] });
  release();
  await first;
  expect(made.comparison?.articles.map(({ id }) => id)).toEqual([c]);
});

describe('what accounts differ about', () => {
  const point = difference('point', [[claim('a', 2, 'One')], [claim('b', 1, 'Eins')]]);

  it('is known of each sentence, until it is put aside', async () => {
    const { made, world } = await reading({ ...library(), comparison: { discrepancies: [point] } });
    expect(made.disputesOn(sentenceId('a', 2))).toEqual([point]);
    world.comparison = { discrepancies: [{ ...point, dismissed: true }] };
    await made.recompare();
    expect(made.disputesOn(sentenceId('a', 2))).toEqual([]);
  });

  it('is where the next step goes', async () => {
    const { made } = await reading({ ...library(), comparison: { discrepancies: [point] } });
    step(made, 1, 'disputed');
    expect(made.selection.selected?.sentenceId).toBe(sentenceId('a', 2));
    step(made, 1, 'disputed');
    expect(made.selection.selected?.sentenceId).toBe(sentenceId('b', 1));
  });
});

describe('the panel that is shown', () => {
  it('is remembered with the story, and stays when the story grows', async () => {
    const storage = fakeStorage();
    const { made, world } = await reading(library(), storage);
    made.panels.choose('timeline');
    world.articles.push(article('d', ['New.']));
    await made.show({ articleIds: [a, b, c, articleId('d')], storyId: 'grown' as StoryId });
    expect(made.panels.chosen).toBe('timeline');
    const again = (await reading(library(), storage)).made;
    expect(again.panels.chosen).toBe('timeline');
    await again.show({ articleIds: [a] });
    expect(again.panels.chosen).toBe('summary');
  });
});
