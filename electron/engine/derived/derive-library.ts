import type { ArticleId } from '../../api/index.ts';
import { mergeUses } from '../language/name-merge.ts';
import { NameUses } from '../language/name-uses.ts';
import { groupVectors, storyIdOf, type StoryCluster } from '../stories/cluster.ts';
import type { Opening } from '../stories/opening.ts';
import { TermVectors } from '../stories/term-vectors.ts';
import { titleOf } from '../stories/title.ts';
import { leastArticles, topicsFrom, type TopicIndex } from '../topics/find-topics.ts';
import { GatheredPhrases } from '../topics/gathered.ts';
import { PhraseCounts } from '../topics/phrase-counts.ts';
import { knownNames, NO_NAMES, type KnownNames } from './known-names.ts';
import { decodeSketch, decodeStoryPart, type ArticleSketch } from './sketch.ts';

/** An article by its id, with what is to be known of it here. */
export interface SketchedArticle {
  readonly id: ArticleId;
  readonly sketch: Uint8Array;
}

/** What is found by looking at all articles of a library together. Plain data: it can be sent and kept as JSON. */
export interface Derived {
  readonly topics: TopicIndex;
  /** Every article is in exactly one. */
  readonly stories: readonly StoryCluster[];
  /** What it takes to give another article its topics and names. */
  readonly known: {
    /** The key of each topic's phrase, in step with the topics. */
    readonly topicKeys: readonly string[];
    readonly names: KnownNames;
  };
}

export const EMPTY_DERIVED: Derived = {
  topics: { topics: [], people: [], places: [] },
  stories: [],
  known: { topicKeys: [], names: NO_NAMES },
};

/** Sketches by their articles' indices, decoded whenever they are asked for: many do not fit into memory. */
interface Sketches {
  whole(index: number): ArticleSketch;
  opening(index: number): Opening;
}

function storiesFrom(
  vectors: TermVectors,
  ids: readonly ArticleId[],
  titles: readonly string[],
  sketches: Sketches,
): StoryCluster[] {
  return groupVectors(vectors).map((members) => {
    const articleIds = members.flatMap((member) => ids[member] ?? []);
    const [first = -1] = members;
    const title =
      members.length === 1
        ? (titles[first] ?? '')
        : titleOf(members.map((member) => sketches.opening(member)));
    return { id: storyIdOf(articleIds), title, articleIds };
  });
}

/** The phrases that enough articles have for them to be topics. */
function frequentPhrases(counts: PhraseCounts, total: number, sketches: Sketches): GatheredPhrases {
  const least = leastArticles(total);
  const gathered = new GatheredPhrases();
  for (let i = 0; i < total; i++) {
    gathered.add(
      i,
      sketches.whole(i).phrases.filter((phrase) => counts.of(phrase) >= least),
    );
  }
  return gathered;
}

interface Evidence {
  readonly uses: NameUses;
  readonly vectors: TermVectors;
  readonly titles: readonly string[];
  readonly phrases: GatheredPhrases;
}

function evidenceOf(ids: readonly ArticleId[], sketches: Sketches): Evidence {
  const least = leastArticles(ids.length);
  const uses = new NameUses();
  const vectors = new TermVectors();
  const titles: string[] = [];
  // Where one or two articles are enough nothing is left out, and nothing needs to be read twice.
  const counts = least > 2 ? new PhraseCounts() : null;
  const gathered = new GatheredPhrases();
  ids.forEach((articleId, i) => {
    const { terms, phrases, names, opening } = sketches.whole(i);
    vectors.add(terms);
    uses.add({ articleId, ...names });
    titles.push(opening.title);
    if (counts) counts.add(phrases);
    else gathered.add(i, phrases);
  });
  vectors.weigh();
  const phrases = counts ? frequentPhrases(counts, ids.length, sketches) : gathered;
  return { uses, vectors, titles, phrases };
}

function labelsFrom(
  ids: readonly ArticleId[],
  { uses, phrases }: Pick<Evidence, 'uses' | 'phrases'>,
): Pick<Derived, 'topics' | 'known'> {
  const merged = mergeUses(uses);
  const { index, topicKeys } = topicsFrom({ phrases, names: merged.names, articleIds: ids });
  return { topics: index, known: { topicKeys, names: knownNames(merged, index) } };
}

function deriveFrom(ids: readonly ArticleId[], sketches: Sketches): Derived {
  // What names and phrases take is given back before stories are looked for.
  const { vectors, titles, ...labels } = labelled(ids, sketches);
  return { ...labels, stories: storiesFrom(vectors, ids, titles, sketches) };
}

function labelled(ids: readonly ArticleId[], sketches: Sketches) {
  const { vectors, titles, uses, phrases } = evidenceOf(ids, sketches);
  return { vectors, titles, ...labelsFrom(ids, { uses, phrases }) };
}

function at<T>(list: readonly T[], index: number): T {
  const each = list[index];
  if (each === undefined) throw new RangeError(`There is no article ${String(index)}.`);
  return each;
}

/** {@link deriveLibrary} for sketches that are at hand. */
export function deriveSketches(
  articles: readonly { readonly id: ArticleId; readonly sketch: ArticleSketch }[],
): Derived {
  return deriveFrom(
    articles.map(({ id }) => id),
    {
      whole: (index) => at(articles, index).sketch,
      opening: (index) => at(articles, index).sketch.opening,
    },
  );
}

/**
 * Finds topics, names and stories of a whole library, by a cost that grows as the library does. Articles come in the
 * order in which stories and labels shall list them.
 * @throws Error where a sketch is damaged or of another version.
 */
export function deriveLibrary(articles: readonly SketchedArticle[]): Derived {
  return deriveFrom(
    articles.map(({ id }) => id),
    {
      whole: (index) => decodeSketch(at(articles, index).sketch),
      opening: (index) => decodeStoryPart(at(articles, index).sketch).opening,
    },
  );
}
