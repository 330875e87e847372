import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, ArticleId, FacetName, Filters, StoryId } from '../../../../electron/api/index.ts';
import { Browser, type Browsed, type BrowsedAnnotations } from '../../../../electron/engine/search/browse.ts';
import { prepareArticle } from '../../../../electron/engine/search/prepare.ts';
import { SearchIndex } from '../../../../electron/engine/search/search-index.ts';
import { article } from '../articles.ts';

interface Spec {
  readonly name: string;
  readonly text?: string;
  readonly topics?: readonly string[];
  readonly people?: readonly string[];
  readonly places?: readonly string[];
  readonly more?: Partial<Article>;
}

const idOf = (name: string): ArticleId => article(`${name}.txt`, []).id;

function browsed(specs: readonly Spec[], stories: Readonly<Record<string, readonly string[]>> = {}): Browsed {
  const index = new SearchIndex();
  const articles = new Map<ArticleId, Article>();
  for (const { name, text = `About ${name}.`, topics = [], people = [], places = [], more = {} } of specs) {
    const made = article(`${name}.txt`, [text], more);
    articles.set(made.id, made);
    index.put(made.id, made.contentHash, prepareArticle(made));
    index.putLabels(made.id, { topics, people, places, tags: [], notes: [] });
  }
  const labels = (kind: 'topics' | 'people' | 'places') => {
    const all = new Set(specs.flatMap((spec) => spec[kind] ?? []));
    return Array.from(all, (label) => ({
      value: label.toLowerCase(),
      label,
      articleIds: specs.filter((spec) => spec[kind]?.includes(label)).map(({ name }) => idOf(name)),
    }));
  };
  return {
    version: 1,
    articles,
    index,
    textOf: (id) => articles.get(id) ?? null,
    annotationsOf: () => ({ tags: [], marks: [] }),
    topics: { topics: labels('topics'), people: labels('people'), places: labels('places') },
    stories: Object.entries(stories).map(([title, names]) => ({
      id: title.toLowerCase() as StoryId,
      title,
      articleIds: names.map(idOf),
    })),
  };
}

const NO_FILTERS: Filters = { values: {}, match: 'all' };
const PAGE = { query: '', filters: NO_FILTERS, offset: 0, limit: 100 };
const counts = (values: readonly { label: string; count: number }[]) =>
  Object.fromEntries(values.map(({ label, count }) => [label, count]));

const library = browsed(
  [
    {
      name: 'a',
      text: 'The ferry strike ended.',
      topics: ['Strike', 'Wages'],
      people: ['Anna Klöckner'],
      more: { source: 'Courier', publishedAt: '2025-03-04' },
    },
    {
      name: 'b',
      text: 'Wages rose after the strike.',
      topics: ['Strike', 'Wages'],
      more: { source: 'Courier', publishedAt: '2025-03-05T10:00Z' },
    },
    {
      name: 'c',
      text: 'A strike of dockers.',
      topics: ['Strike'],
      places: ['Elsin'],
      more: { source: 'courier ', publishedAt: '2024-01-01' },
    },
    { name: 'd', text: 'Un orage.', topics: ['Storm'], more: { language: 'fr', source: 'Le Port' } },
    {
      name: 'e',
      text: 'A storm.',
      topics: ['Storm'],
      places: ['Elsin'],
      more: { publishedAt: '2025-03-05T10:00Z' },
    },
  ],
  { 'The strike': ['a', 'b', 'c'], 'The storm': ['d', 'e'], Alone: ['c'] },
);

describe('Browser', () => {
  it('lists all articles, newest first, then by path, undated last, when nothing is asked', () => {
    const result = new Browser(library).browse(PAGE);
    expect(result.hits.map((hit) => hit.article.path)).toEqual(['b.txt', 'e.txt', 'a.txt', 'c.txt', 'd.txt']);
    expect(result).toMatchObject({ version: 1, total: 5 });
    expect(result.hits[0]).toMatchObject({ score: 0, snippet: [], places: 0 });
    expect(result.hits[0]?.article).not.toHaveProperty('blocks');
  });

  it('counts each value, most first, with names for readers', () => {
    const { facets } = new Browser(library).browse(PAGE);
    expect(facets.topic.map(({ label, count }) => [label, count])).toEqual([
      ['Strike', 3],
      ['Storm', 2],
      ['Wages', 2],
    ]);
    expect(counts(facets.source)).toEqual({ Courier: 3, 'Le Port': 1 });
    expect(counts(facets.language)).toEqual({ English: 4, French: 1 });
    expect(counts(facets.year)).toEqual({ 2025: 3, 2024: 1 });
    expect(counts(facets.person)).toEqual({ 'Anna Klöckner': 1 });
    expect(counts(facets.place)).toEqual({ Elsin: 2 });
  });

  it('follows the query in hits, counts and stories', () => {
    const result = new Browser(library).browse({ ...PAGE, query: 'wages' });
    expect(result.hits.map((hit) => hit.article.path).sort()).toEqual(['a.txt', 'b.txt']);
    expect(result.hits.every((hit) => hit.score > 0)).toBe(true);
    expect(counts(result.facets.topic)).toEqual({ Strike: 2, Wages: 2 });
    expect(result.stories.map(({ title, count }) => [title, count])).toEqual([['The strike', 2]]);
    const found = result.hits.find((hit) => hit.article.path === 'b.txt');
    expect(found?.snippet).toEqual([
      { text: 'Wages', found: true },
      { text: ' rose after the strike.', found: false },
    ]);
    expect(found?.places).toBe(1);
  });

  it.each<[string, Filters, string[], Partial<Record<FacetName, Record<string, number>>>]>([
    [
      'narrows by one value',
      { values: { topic: ['strike'] }, match: 'all' },
      ['a', 'b', 'c'],
      { topic: { Strike: 3, Wages: 2 }, place: { Elsin: 1 } },
    ],
    [
      'asks for all values',
      { values: { topic: ['strike', 'wages'] }, match: 'all' },
      ['a', 'b'],
      { topic: { Strike: 2, Wages: 2 } },
    ],
    [
      'keeps values that leave nothing while chosen',
      { values: { topic: ['strike', 'storm'] }, match: 'all' },
      [],
      { topic: { Strike: 0, Storm: 0 } },
    ],
    [
      'asks for any value and counts the others as they would add',
      { values: { topic: ['wages', 'storm'] }, match: 'any' },
      ['a', 'b', 'd', 'e'],
      { topic: { Strike: 3, Wages: 2, Storm: 2 } },
    ],
    [
      'narrows by facets together even with any',
      { values: { topic: ['strike'], place: ['elsin'] }, match: 'any' },
      ['c'],
      { topic: { Strike: 1, Storm: 1 }, place: { Elsin: 1 } },
    ],
    [
      'takes two sources as either',
      { values: { source: ['courier', 'le port'] }, match: 'all' },
      ['a', 'b', 'c', 'd'],
      { source: { Courier: 3, 'Le Port': 1 } },
    ],
    [
      'narrows by story',
      { values: {}, match: 'all', storyId: 'the storm' as StoryId },
      ['d', 'e'],
      { topic: { Storm: 2 } },
    ],
    [
      'finds nothing of a value there is no more',
      { values: { topic: ['gone'] }, match: 'all' },
      [],
      { topic: { gone: 0 } },
    ],
  ])('%s', (_, filters, expected, facets) => {
    const result = new Browser(library).browse({ ...PAGE, filters });
    expect(result.hits.map((hit) => hit.article.path.replace('.txt', '')).sort()).toEqual(expected);
    expect(result.total).toBe(expected.length);
    for (const [facet, expectedCounts] of Object.entries(facets)) {
      expect(counts(result.facets[facet as FacetName])).toEqual(expectedCounts);
    }
    for (const [facet, chosen] of Object.entries(filters.values)) {
      const selected = result.facets[facet as FacetName].filter((value) => value.selected);
      expect(selected.map(({ value }) => value).sort()).toEqual([...chosen].sort());
    }
  });

  it('lists stories of two or more, the largest first, and one that is chosen in any case', () => {
    const all = new Browser(library).browse(PAGE).stories;
    expect(all.map(({ title, count }) => [title, count])).toEqual([
      ['The strike', 3],
      ['The storm', 2],
    ]);
    const filters: Filters = { ...NO_FILTERS, storyId: 'alone' as StoryId };
    const chosen = new Browser(library).browse({ ...PAGE, filters }).stories;
    expect(chosen.map(({ title, count }) => [title, count])).toEqual([
      ['The strike', 3],
      ['The storm', 2],
      ['Alone', 1],
    ]);
  });

  it('gives a window of the matches and their whole number', () => {
    const result = new Browser(library).browse({ ...PAGE, offset: 1, limit: 2 });
    expect(result.hits.map((hit) => hit.article.path)).toEqual(['e.txt', 'a.txt']);
    expect(result.total).toBe(5);
    expect(new Browser(library).browse({ ...PAGE, offset: 9, limit: 2 }).hits).toEqual([]);
  });

  it('passes on what is wrong with the query and gives what the rest finds', () => {
    const result = new Browser(library).browse({ ...PAGE, query: 'ferry titel:x' });
    expect(result.problem).toMatchObject({ used: 'ferry', suggestion: 'ferry title:x' });
    expect(result.total).toBe(1);
  });

  it('lists forty values at most, and those chosen beyond them', () => {
    const topics = Array.from({ length: 60 }, (_, i) => `Topic ${String(i).padStart(2, '0')}`);
    const many = browsed([{ name: 'x', topics }]);
    const filters: Filters = { values: { topic: ['topic 59'] }, match: 'all' };
    const { topic } = new Browser(many).browse({ ...PAGE, filters }).facets;
    expect(topic).toHaveLength(41);
    expect(topic.at(-1)).toEqual({ value: 'topic 59', label: 'Topic 59', count: 1, selected: true });
  });

  it('shows the newest state of what is browsed', () => {
    const before = browsed([{ name: 'a' }]);
    new Browser(before).browse(PAGE);
    const articles = new Map([...before.articles, ...browsed([{ name: 'b' }]).articles]);
    expect(new Browser({ ...before, articles, version: 2 }).browse(PAGE).total).toBe(2);
  });

  it('filters by what the reader gave: tags and marks', () => {
    const before = browsed([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    const annotated: Record<string, BrowsedAnnotations> = {
      [idOf('a')]: { tags: ['To quote', 'Port'], marks: ['starred', 'unread'] },
      [idOf('b')]: { tags: ['to quote'], marks: ['unread', 'noted'] },
      [idOf('c')]: { tags: [], marks: [] },
    };
    const browser = (annotationsVersion: number) =>
      new Browser({
        ...before,
        annotationsVersion,
        annotationsOf: (id) => annotated[id] ?? { tags: [], marks: [] },
      });
    const { facets } = browser(1).browse(PAGE);
    expect(counts(facets.tag)).toEqual({ 'to quote': 2, Port: 1 });
    expect(facets.mark.map(({ value, label, count }) => [value, label, count])).toEqual([
      ['starred', 'Starred', 1],
      ['unread', 'Unread', 2],
      ['noted', 'With notes', 1],
    ]);
    const filters: Filters = { values: { tag: ['to quote'], mark: ['noted'] }, match: 'all' };
    expect(
      browser(1)
        .browse({ ...PAGE, filters })
        .hits.map((hit) => hit.article.id),
    ).toEqual([idOf('b')]);
    annotated[idOf('a')] = { tags: [], marks: ['unread'] };
    annotated[idOf('c')] = { tags: ['Port'], marks: ['highlighted'] };
    const after = browser(2).browse(PAGE).facets;
    expect(counts(after.tag)).toEqual({ 'to quote': 1, Port: 1 });
    expect(counts(after.mark)).toEqual({ Unread: 2, Highlighted: 1, 'With notes': 1 });
  });

  it('is after any changes what it would be from the start', () => {
    const dates = fc.constantFrom(null, '2024-01-01', '2025-01-01', '2025-06-01');
    const state = fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        topics: fc.subarray(['P', 'Q']),
        more: fc.record({ publishedAt: dates, source: fc.constantFrom(null, 'S', 'T') }),
      }),
      { selector: ({ name }) => name },
    );
    fc.assert(
      fc.property(fc.array(state, { minLength: 2, maxLength: 5 }), (states) => {
        const { index } = browsed([]);
        states.forEach((specs, version) => {
          const now = browsed(specs, { Story: ['a', 'b', 'c'] });
          const followed = new Browser({ ...now, index, version }).browse(PAGE);
          expect(followed).toEqual(new Browser({ ...now, version }).browse(PAGE));
        });
      }),
    );
  });

  it('gives no snippet while the text is not at hand, and asks for those shown only', () => {
    const asked: ArticleId[] = [];
    const textOf = (id: ArticleId) => (asked.push(id), null);
    const result = new Browser({ ...library, textOf }).browse({ ...PAGE, query: 'strike', limit: 2 });
    expect(result.hits.map((hit) => hit.snippet)).toEqual([[], []]);
    expect(asked).toEqual(result.hits.map((hit) => hit.article.id));
  });

  it('counts as many as choosing the value would leave', () => {
    const labels = ['P', 'Q', 'R'];
    const sources = ['S', 'T'];
    const spec = fc.record({ topics: fc.subarray(labels), source: fc.constantFrom(...sources, null) });
    const chosen = fc.record({ topic: fc.subarray(['p', 'q', 'r']), source: fc.subarray(['s', 't']) });
    fc.assert(
      fc.property(
        fc.array(spec, { maxLength: 40 }),
        chosen,
        fc.constantFrom('all', 'any'),
        (specs, values, match) => {
          const named = specs.map(({ topics, source }, i) => ({ name: `n${i}`, topics, more: { source } }));
          const browser = new Browser(browsed(named));
          const total = (filters: Filters) => browser.browse({ ...PAGE, filters }).total;
          const { facets } = browser.browse({ ...PAGE, filters: { values, match } });
          for (const { value, count } of facets.topic) {
            const topic = match === 'all' ? [...values.topic, value] : [value];
            expect(count).toBe(total({ values: { ...values, topic }, match }));
          }
          for (const { value, count } of facets.source) {
            expect(count).toBe(total({ values: { ...values, source: [value] }, match }));
          }
        },
      ),
    );
  });
});
