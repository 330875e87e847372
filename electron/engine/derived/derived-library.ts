import type { ArticleId, StoryId } from '../../api/index.ts';
import type { StoryCluster } from '../stories/cluster.ts';
import { TermVectors } from '../stories/term-vectors.ts';
import { titleOf } from '../stories/title.ts';
import type { TopicIndex } from '../topics/find-topics.ts';
import { phraseKey } from '../topics/phrases.ts';
import type { Derived, SketchedArticle } from './derive-library.ts';
import { derivedOf } from './derived-of.ts';
import { NameLabels } from './known-names.ts';
import { LabelTable, type ArticleLabels, type LabelKind } from './label-table.ts';
import { decodeSketch, decodeStoryPart, type ArticleSketch } from './sketch.ts';
import { StoryGroups } from './story-groups.ts';

export interface DerivedSource {
  /** Where an article is: what stories and labels list articles by. Asked once for each, when it comes. */
  pathOf(id: ArticleId): string;
  /** The sketch of an article; null where it cannot be had at once. */
  sketch(id: ArticleId): Uint8Array | null;
  /** Gives other work a turn, if it is time for that. */
  breathe(): Promise<void>;
}

/** What one change of the library changed. */
export interface DerivedChange {
  /** Articles whose labels are others than before, those that came included. */
  readonly labelled: readonly ArticleId[];
  /** Stories that are new or have other articles or another title. */
  readonly stories: readonly StoryCluster[];
  /** Stories that are no more. */
  readonly gone: readonly StoryId[];
}

/** After so many changes, or this part of the library if that is less, the whole should be looked at again. */
const MANY = 50;
const PART = 0.02;

/**
 * Topics, names and stories of a library whose articles come and go. A change costs as much as there are similar
 * articles. New topics and names are only found by looking at the whole again, for which `drift` says when it is time.
 */
export class DerivedLibrary {
  private readonly source: DerivedSource;
  private readonly labels: LabelTable;
  private readonly groups: StoryGroups;
  private readonly names: NameLabels;
  private readonly topicOf: ReadonlyMap<string, string>;
  private readonly paths: Map<ArticleId, string>;
  /** What has just come and may not be kept anywhere else yet. */
  private newest: { readonly id: ArticleId; readonly sketch: ArticleSketch } | null = null;
  private changes = 0;

  private constructor(
    derived: Derived,
    vectors: TermVectors,
    paths: Map<ArticleId, string>,
    source: DerivedSource,
  ) {
    this.source = source;
    this.paths = paths;
    const pathOf = (id: ArticleId) => this.paths.get(id) ?? '';
    this.labels = new LabelTable(derived.topics, pathOf);
    this.groups = new StoryGroups(vectors, derived.stories, { pathOf, titleOf: (ids) => this.titleOf(ids) });
    this.names = new NameLabels(derived.known.names);
    this.topicOf = new Map(
      derived.topics.topics.map(({ value }, i) => [derived.known.topicKeys[i] ?? '', value]),
    );
  }

  /**
   * @param articles those from which `derived` was made, in the same order. What it says of others is left out: they
   *   can come later.
   * @throws Error where a sketch is damaged or of another version.
   */
  static async build(
    derived: Derived,
    articles: Iterable<SketchedArticle> | AsyncIterable<SketchedArticle>,
    source: DerivedSource,
  ): Promise<DerivedLibrary> {
    const vectors = new TermVectors();
    const paths = new Map<ArticleId, string>();
    for await (const { id, sketch } of articles) {
      vectors.add(decodeStoryPart(sketch).terms);
      paths.set(id, source.pathOf(id));
      await source.breathe();
    }
    vectors.weigh();
    await source.breathe();
    const library = new DerivedLibrary(derivedOf(derived, paths), vectors, paths, source);
    for (const id of paths.keys()) {
      library.groups.place(id);
      await source.breathe();
    }
    library.groups.placed();
    return library;
  }

  get topics(): TopicIndex {
    return this.labels.topics;
  }

  get stories(): readonly StoryCluster[] {
    return this.groups.stories;
  }

  /** The labels of an article; none where it has none or is not here. */
  labelsOf(id: ArticleId): ArticleLabels {
    return this.labels.of(id);
  }

  has(id: ArticleId): boolean {
    return this.groups.has(id);
  }

  /** How far this is from what looking at the whole would give: 1 and more when that should be done. */
  get drift(): number {
    return this.changes / Math.max(1, Math.min(MANY, PART * this.paths.size));
  }

  /** Takes an article, or a new version of one that is here. */
  add(id: ArticleId, sketch: Uint8Array): DerivedChange {
    const decoded = decodeSketch(sketch);
    return this.changed([id], () => {
      if (this.has(id)) {
        this.labels.remove(id);
        this.groups.remove(id);
      }
      this.paths.set(id, this.source.pathOf(id));
      this.newest = { id, sketch: decoded };
      this.labels.add(id, this.valuesFor(decoded));
      this.groups.add(id, decoded.terms);
      this.newest = null;
    });
  }

  remove(id: ArticleId): DerivedChange {
    return this.changed([], () => {
      this.labels.remove(id);
      this.groups.remove(id);
      this.paths.delete(id);
    });
  }

  /** Follows an article that has another id and path now, its text being the same. */
  rename(from: ArticleId, to: ArticleId): DerivedChange {
    if (!this.has(from) || from === to) return { labelled: [], stories: [], gone: [] };
    const change = this.changed([to], () => {
      this.paths.set(to, this.source.pathOf(to));
      const values = this.labels.valuesOf(from);
      this.labels.remove(from);
      this.labels.add(to, values);
      this.groups.rename(from, to);
      this.paths.delete(from);
    });
    // What is found does not change by it.
    this.changes--;
    return change;
  }

  private changed(labelled: readonly ArticleId[], change: () => void): DerivedChange {
    const before = new Set(this.stories);
    change();
    this.changes++;
    const after = new Set(this.stories);
    const stories = [...after].filter((story) => !before.has(story));
    const ids = new Set([...after].map(({ id }) => id));
    const gone = [...before].filter((story) => !after.has(story) && !ids.has(story.id)).map(({ id }) => id);
    return { labelled, stories, gone };
  }

  private valuesFor({ phrases, names }: ArticleSketch): Record<LabelKind, Set<string>> {
    const values = { topics: new Set<string>(), people: new Set<string>(), places: new Set<string>() };
    for (const { stems } of phrases) {
      const topic = this.topicOf.get(phraseKey(stems));
      if (topic !== undefined) values.topics.add(topic);
    }
    for (const { kind, value } of this.names.of(names)) values[kind].add(value);
    return values;
  }

  private titleOf(ids: readonly ArticleId[]): string | null {
    const openings = ids.flatMap((id) => {
      if (id === this.newest?.id) return this.newest.sketch.opening;
      const sketch = this.source.sketch(id);
      return sketch ? decodeStoryPart(sketch).opening : [];
    });
    return openings.length > 0 ? titleOf(openings) : null;
  }
}
