import { describe, expect, it, vi } from 'vitest';
import {
  SynopticError,
  type ArgumentOf,
  type ArticleId,
  type BrowseResult,
  type Hit,
  type StoryId,
} from '../../../../electron/api/index.ts';
import { Browse } from '../../../../renderer/state/browse.svelte.ts';
import type { Client } from '../../../../renderer/state/client.ts';
import { NO_FILTERS } from '../../../../renderer/state/stored.ts';

type Asked = ArgumentOf<'browse'>;

const hit = (number: number): Hit => ({
  article: { id: `a${number}` as ArticleId } as Hit['article'],
  score: 0,
  snippet: [],
  places: 0,
});

/** An answer with `total` matches, of which the window asked for is given. */
function answer({ offset, limit }: Asked, total: number, version = 1): BrowseResult {
  const size = Math.max(0, Math.min(limit, total - offset));
  return {
    version,
    total,
    hits: Array.from({ length: size }, (_, index) => hit(offset + index)),
    facets: { topic: [], person: [], place: [], source: [], language: [], year: [], tag: [], mark: [] },
    stories: [{ id: 's1' as StoryId, title: 'One', articleIds: [], count: total }],
  };
}

function browseOn(reply: (asked: Asked) => Promise<BrowseResult>) {
  const asked: Asked[] = [];
  const api = {
    browse: (given: Asked) => {
      asked.push(given);
      return reply(given);
    },
  };
  const browse = new Browse({ api } as unknown as Client, NO_FILTERS, () => undefined);
  return { browse, asked };
}

describe('Browse', () => {
  it('drops an answer that another question has overtaken', async () => {
    const slow = Promise.withResolvers<undefined>();
    const { browse } = browseOn(async (asked) => {
      if (asked.query === 'slow') await slow.promise;
      return answer(asked, asked.query === 'slow' ? 7 : 3);
    });
    const first = browse.search('slow');
    await browse.search('quick');
    slow.resolve(undefined);
    await first;
    expect([browse.answered, browse.total]).toEqual(['quick', 3]);
  });

  it('has a place for every match and loads those that are reached, once', async () => {
    const { browse, asked } = browseOn((given) => Promise.resolve(answer(given, 250)));
    await browse.refresh();
    expect(browse.hits).toHaveLength(250);
    expect(browse.hits[200]).toBeUndefined();
    await Promise.all([browse.reach(200), browse.reach(249), browse.reach(5)]);
    expect(browse.hits[200]?.article.id).toBe('a200');
    expect(browse.hits[100]).toBeUndefined();
    expect(asked.map(({ offset }) => offset)).toEqual([0, 200]);
  });

  it('keeps no place in memory for what nobody has looked at', async () => {
    const { browse } = browseOn((given) => Promise.resolve(answer(given, 30_000)));
    await browse.refresh();
    expect(browse.hits).toHaveLength(30_000);
    expect(Object.keys(browse.hits)).toHaveLength(50);
  });

  it('tells how the list is to move where articles came before the one that is looked at', async () => {
    let added = 0;
    const { browse, asked } = browseOn((given) => {
      const { hits, ...rest } = answer({ ...given, offset: given.offset - added, limit: given.limit }, 1000);
      return Promise.resolve({ ...rest, hits, total: 1000 + added });
    });
    await browse.refresh();
    await browse.reach(350);
    browse.look({ index: 350, id: 'a350' as ArticleId });
    added = 70;
    await browse.refresh();
    expect(browse.move).toEqual({ from: 350, to: 420 });
    expect(browse.hits[420]?.article.id).toBe('a350');
    expect(asked.slice(-4).map(({ offset }) => offset)).toEqual([0, 350, 400, 450]);
  });

  it('moves nothing for another question', async () => {
    const { browse } = browseOn((given) => Promise.resolve(answer(given, 1000)));
    await browse.refresh();
    browse.look({ index: 350, id: 'a350' as ArticleId });
    await browse.search('Porto');
    expect(browse.move).toBeNull();
  });

  it('asks once for a word that is typed without a pause', async () => {
    vi.useFakeTimers();
    const { browse, asked } = browseOn((given) => Promise.resolve(answer(given, 1)));
    for (const text of ['d', 'do', 'don']) browse.type(text);
    expect(browse.query).toBe('don');
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(asked.filter(({ limit }) => limit > 0).map(({ query }) => query)).toEqual(['don']);
  });

  it('knows every story while a query narrows those that are listed', async () => {
    const { browse } = browseOn((given) => Promise.resolve(answer(given, given.query === '' ? 5 : 0)));
    await browse.search('nothing');
    expect(browse.stories).toEqual([]);
    expect(browse.allStories.map(({ id }) => id)).toEqual(['s1']);
  });

  it('keeps what it shows when a question fails, and says why', async () => {
    let broken = false;
    const { browse } = browseOn((given) =>
      broken
        ? Promise.reject(new SynopticError('library-unavailable', 'The folder is gone.'))
        : Promise.resolve(answer(given, 5)),
    );
    await browse.refresh();
    broken = true;
    await browse.refresh();
    expect(browse.total).toBe(5);
    expect(browse.error?.message).toBe('The folder is gone.');
    broken = false;
    await browse.refresh();
    expect(browse.error).toBeNull();
  });

  it('says nothing of an engine that stopped: it is asked again when it is back', async () => {
    const { browse } = browseOn(() => Promise.reject(new SynopticError('engine-stopped', 'Stopped.')));
    await browse.refresh();
    expect(browse.error).toBeNull();
  });
});
