import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../../electron/api/index.ts';
import {
  deriveLibrary,
  labelsIn,
  sketchOf,
  type SketchedArticle,
} from '../../../../electron/engine/derived.ts';
import { DerivedLibrary } from '../../../../electron/engine/derived/derived-library.ts';
import { storyIdOf } from '../../../../electron/engine/stories/cluster.ts';
import type { Label } from '../../../../electron/engine/topics/find-topics.ts';
import { article } from '../articles.ts';
import { eventArticles, largeLibrary } from './events.ts';

const articles = eventArticles();
const pathOf = new Map<ArticleId, string>(articles.map(({ id, path }) => [id, path]));
const sketches = new Map(articles.map((each) => [each.id, sketchOf(each)]));
const all: SketchedArticle[] = [...sketches].map(([id, sketch]) => ({ id, sketch }));
const byPath = (list: readonly SketchedArticle[]) =>
  [...list].sort((a, b) => ((pathOf.get(a.id) ?? '') < (pathOf.get(b.id) ?? '') ? -1 : 1));

interface Build {
  readonly breathe?: () => Promise<void>;
  /** Articles from which the rest was derived; the same where it is not said. */
  readonly derived?: readonly SketchedArticle[];
}

function build(
  list: readonly SketchedArticle[],
  { breathe = () => Promise.resolve(), derived = list }: Build = {},
) {
  const both = byPath(list.filter((each) => derived.includes(each)));
  return DerivedLibrary.build(deriveLibrary(byPath(derived)), both, {
    pathOf: (id) => pathOf.get(id) ?? id,
    sketch: (id) => sketches.get(id) ?? null,
    breathe,
  });
}

const storyOf = (library: { stories: DerivedLibrary['stories'] }, id: ArticleId) =>
  library.stories.find(({ articleIds }) => articleIds.includes(id));

function without(id: ArticleId): SketchedArticle[] {
  return all.filter((each) => each.id !== id);
}

const labelLists = ({ topics }: DerivedLibrary): (readonly Label[])[] => [
  topics.topics,
  topics.people,
  topics.places,
];

describe('DerivedLibrary', () => {
  it('is what was derived, before anything changes', async () => {
    const derived = deriveLibrary(byPath(all));
    const library = await build(all);
    expect(library.topics).toEqual(derived.topics);
    expect(library.stories).toEqual(derived.stories);
    for (const { id } of all) expect(library.labelsOf(id)).toEqual(labelsIn(derived, id));
    expect(library.drift).toBe(0);
  });

  it.each(all.map(({ id }) => [pathOf.get(id) ?? '', id] as const))(
    'puts %s into the story that looking at the whole does',
    async (_path, id) => {
      const library = await build(without(id));
      const { stories } = library.add(id, sketches.get(id) ?? new Uint8Array());
      expect(storyOf(library, id)).toEqual(storyOf(deriveLibrary(byPath(all)), id));
      expect(stories).toContain(storyOf(library, id));
    },
  );

  it('gives a new article the topics and names that the library knows, and lists it under them in order', async () => {
    const whole = deriveLibrary(byPath(all));
    let given = 0;
    for (const { id } of all) {
      const library = await build(without(id));
      const known = new Set(
        labelLists(library)
          .flatMap((list) => [...list])
          .map(({ label }) => label),
      );
      const { labelled } = library.add(id, sketches.get(id) ?? new Uint8Array());
      expect(labelled).toEqual([id]);
      const { people, places } = library.labelsOf(id);
      const wanted = labelsIn(whole, id);
      expect([...people].sort()).toEqual(wanted.people.filter((label) => known.has(label)).sort());
      expect([...places].sort()).toEqual(wanted.places.filter((label) => known.has(label)).sort());
      for (const list of labelLists(library)) {
        for (const { label, articleIds } of list) {
          expect(articleIds.map((each) => pathOf.get(each))).toEqual(
            articleIds.map((each) => pathOf.get(each)).sort(),
          );
          const own = library.labelsOf(id);
          expect(articleIds.includes(id)).toBe([...own.topics, ...own.people, ...own.places].includes(label));
        }
      }
      given += library.labelsOf(id).topics.length;
    }
    expect(given).toBeGreaterThan(10);
  });

  it('knows a person by the surname and in another spelling', async () => {
    const text = 'President Volodymyr Zelensky met Chancellor Olaf Scholz in Berlin.';
    const list = [0, 1, 2].map((i) => article(`${String(i)}.txt`, [text]));
    const library = await build(list.map((each) => ({ id: each.id, sketch: sketchOf(each) })));
    const came = article('9.txt', ['Volodymyr Zelenskyy arrived late.', 'Scholz had waited for him.']);
    library.add(came.id, sketchOf(came));
    expect([...library.labelsOf(came.id).people].sort()).toEqual(['Olaf Scholz', 'Volodymyr Zelensky']);
  });

  it('takes an article away, with its labels, and its story where it was alone', async () => {
    const library = await build(all);
    const [first] = all;
    if (!first) throw new Error('There are no articles.');
    library.remove(first.id);
    expect(library.has(first.id)).toBe(false);
    expect(storyOf(library, first.id)).toBeUndefined();
    expect(library.labelsOf(first.id)).toEqual({ topics: [], people: [], places: [] });
    for (const list of labelLists(library)) {
      for (const { articleIds } of list) {
        expect(articleIds).not.toContain(first.id);
        expect(articleIds.length).toBeGreaterThan(0);
      }
    }
    const alone = article('alone.txt', ['Quartz zebras juggled vexing boxes.']);
    library.add(alone.id, sketchOf(alone));
    expect(library.remove(alone.id).gone).toEqual([storyIdOf([alone.id])]);
  });

  it('takes a new version of an article in place of the old one', async () => {
    const library = await build(all);
    const [first] = all;
    const [last] = articles.slice(-1);
    if (!first || !last) throw new Error('There are no articles.');
    library.add(first.id, sketches.get(last.id) ?? new Uint8Array());
    expect(storyOf(library, first.id)?.articleIds).toContain(last.id);
    expect(library.stories.flatMap(({ articleIds }) => articleIds).sort()).toEqual(
      all.map(({ id }) => id).sort(),
    );
  });

  it('follows a renamed article, whose story is the same one as if it had always been called so', async () => {
    const library = await build(all);
    const [first] = all;
    if (!first) throw new Error('There are no articles.');
    const before = library.labelsOf(first.id);
    const members = storyOf(library, first.id)?.articleIds ?? [];
    const to = 'zzzzzzzzzzzz' as ArticleId;
    library.rename(first.id, to);
    expect(library.labelsOf(to)).toEqual(before);
    expect(library.has(first.id)).toBe(false);
    const story = storyOf(library, to);
    expect(story?.articleIds).toEqual([...members.filter((id) => id !== first.id), to]);
    expect(story?.id).toBe(storyIdOf(story?.articleIds ?? []));
    expect(library.drift).toBe(0);
  });

  it('says when the whole should be looked at again', async () => {
    const { list } = largeLibrary(900);
    const library = await build(list.slice(0, 800));
    list.slice(800, 815).forEach(({ id, sketch }) => library.add(id, sketch));
    expect(library.drift).toBeLessThan(1);
    list.slice(815, 820).forEach(({ id, sketch }) => library.add(id, sketch));
    expect(library.drift).toBeGreaterThanOrEqual(1);
  });

  it('finds the story of a new article in a large library', async () => {
    const { list, events } = largeLibrary(900);
    const [came] = list.slice(-1);
    if (!came) throw new Error('There are no articles.');
    let turns = 0;
    const breathe = () => {
      turns++;
      return Promise.resolve();
    };
    const library = await build(list.slice(0, -1), { breathe });
    expect(turns).toBeGreaterThan(900);
    library.add(came.id, came.sketch);
    const story = storyOf(library, came.id);
    expect(story?.articleIds).toHaveLength(3);
    expect(new Set(story?.articleIds.map((id) => events.get(id))).size).toBe(1);
  });

  it('has every article in one story and under its own labels, whatever comes and goes', async () => {
    const ids = all.map(({ id }) => id);
    const steps = fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...ids)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.subarray(all), fc.subarray(all), steps, async (derived, start, changes) => {
        // Not all from which it was derived can be had any more.
        const library = await build(start, { derived });
        const here = new Set(start.filter((each) => derived.includes(each)).map(({ id }) => id));
        for (const [comes, id] of changes) {
          if (comes) library.add(id, sketches.get(id) ?? new Uint8Array());
          else library.remove(id);
          if (comes) here.add(id);
          else here.delete(id);
        }
        const placed = library.stories.flatMap(({ articleIds }) => articleIds);
        expect([...placed].sort()).toEqual([...here].sort());
        expect(new Set(library.stories.map(({ id }) => id)).size).toBe(library.stories.length);
        for (const { id, articleIds } of library.stories) expect(id).toBe(storyIdOf(articleIds));
        for (const kind of ['topics', 'people', 'places'] as const) {
          for (const { label, articleIds } of library.topics[kind]) {
            const having = [...here].filter((id) => library.labelsOf(id)[kind].includes(label));
            expect([...articleIds].sort()).toEqual(having.sort());
          }
        }
        // Looked at as a whole again, nothing of what came and went is left.
        const again = byPath(all.filter(({ id }) => here.has(id)));
        const anew = await build(again);
        expect({ topics: anew.topics, stories: anew.stories }).toEqual({
          topics: deriveLibrary(again).topics,
          stories: deriveLibrary(again).stories,
        });
      }),
      { numRuns: 10 },
    );
  });
});
