import type { ArticleId } from '../../api/index.ts';
import { averageLink } from '../stories/average-link.ts';
import { CandidateIndex, heaviest } from '../stories/candidates.ts';
import { storyIdOf, THRESHOLD, type StoryCluster } from '../stories/cluster.ts';
import { Dense, PROMISING } from '../stories/near-pairs.ts';
import type { TermUses, TermVectors } from '../stories/term-vectors.ts';
import { placeIn } from './label-table.ts';

/** Up to so many articles are put into stories again when one comes or goes; beside larger stories they stay. */
const AGAIN = 100;

/** What stories need to know of their articles. */
export interface StoryArticles {
  /** What articles are sorted by. */
  pathOf(id: ArticleId): string;
  /** A title for some articles; null where it cannot be told now. */
  titleOf(ids: readonly ArticleId[]): string | null;
}

interface Group {
  /** Indices of the vectors. */
  readonly members: readonly number[];
  readonly story: StoryCluster;
}

/** The stories of a library whose articles come and go: each change costs as much as there are similar articles. */
export class StoryGroups {
  private readonly vectors: TermVectors;
  private readonly candidates = new CandidateIndex();
  private readonly articles: StoryArticles;
  /** By index of the vector; undefined where the article is gone. */
  private readonly ids: (ArticleId | undefined)[] = [];
  private readonly indices = new Map<ArticleId, number>();
  private readonly groupOf = new Map<number, Group>();
  private list: readonly StoryCluster[];

  /**
   * To be completed with `place` for each of the articles, in the order of the vectors.
   * @param vectors weighed.
   */
  constructor(vectors: TermVectors, stories: readonly StoryCluster[], articles: StoryArticles) {
    this.vectors = vectors;
    this.list = stories;
    this.articles = articles;
  }

  /** Makes the next vector that of an article. */
  place(id: ArticleId): void {
    const index = this.ids.push(id) - 1;
    this.indices.set(id, index);
    this.candidates.add(index, heaviest(this.vectors.vector(index)));
  }

  /** To be called when all articles have their place. */
  placed(): void {
    for (const story of this.list) {
      const members = story.articleIds.flatMap((id) => this.indices.get(id) ?? []);
      const group = { members, story };
      for (const member of members) this.groupOf.set(member, group);
    }
  }

  /** In the order of their first articles. */
  get stories(): readonly StoryCluster[] {
    return this.list;
  }

  has(id: ArticleId): boolean {
    return this.indices.has(id);
  }

  add(id: ArticleId, terms: TermUses): void {
    const index = this.vectors.add(terms);
    this.place(id);
    const concerned = new Set<Group>();
    const similar = this.similarTo(index);
    for (const other of similar) {
      const group = this.groupOf.get(other);
      if (group) concerned.add(group);
    }
    const count = [...concerned].reduce((sum, { members }) => sum + members.length, 1);
    if (count <= AGAIN) {
      this.regroup([...concerned], [...[...concerned].flatMap(({ members }) => members), index]);
      return;
    }
    const best = this.closest(index, concerned);
    this.replace(best ? [best] : [], [best ? [...best.members, index] : [index]]);
  }

  remove(id: ArticleId): void {
    const index = this.indices.get(id);
    if (index === undefined) return;
    const group = this.groupOf.get(index);
    this.indices.delete(id);
    this.ids[index] = undefined;
    this.groupOf.delete(index);
    if (!group) return;
    const left = group.members.filter((member) => member !== index);
    if (left.length <= AGAIN) this.regroup([group], left);
    else this.replace([group], [left]);
  }

  rename(from: ArticleId, to: ArticleId): void {
    const index = this.indices.get(from);
    if (index === undefined) return;
    this.indices.delete(from);
    this.indices.set(to, index);
    this.ids[index] = to;
    const group = this.groupOf.get(index);
    if (group) this.replace([group], [group.members]);
  }

  private similarTo(index: number): number[] {
    const vector = this.vectors.vector(index);
    const own = new Dense(this.vectors.dimensions);
    own.load(vector);
    return this.candidates
      .near(heaviest(vector), PROMISING * THRESHOLD)
      .filter((other) => other !== index && this.ids[other] !== undefined)
      .filter((other) => own.dot(this.vectors.vector(other)) >= THRESHOLD);
  }

  /** The group whose articles are most similar to one on average, if they are similar enough. */
  private closest(index: number, groups: Iterable<Group>): Group | null {
    const own = new Dense(this.vectors.dimensions);
    own.load(this.vectors.vector(index));
    let best: Group | null = null;
    let highest = THRESHOLD;
    for (const group of groups) {
      const sum = group.members.reduce((total, member) => total + own.dot(this.vectors.vector(member)), 0);
      const average = sum / group.members.length;
      if (average < highest) continue;
      highest = average;
      best = group;
    }
    return best;
  }

  /** Finds the stories of some articles anew; the groups that they were in go. */
  private regroup(gone: readonly Group[], members: readonly number[]): void {
    const found = averageLink(
      members.map((member) => this.vectors.vector(member)),
      THRESHOLD,
    );
    this.replace(
      gone,
      found.map((positions) => positions.flatMap((position) => members[position] ?? [])),
    );
  }

  private replace(gone: readonly Group[], come: readonly (readonly number[])[]): void {
    const stories = new Set(gone.map(({ story }) => story));
    const list = this.list.filter((story) => !stories.has(story));
    for (const members of come) {
      const story = this.storyOf(members, gone);
      const group: Group = { members, story };
      for (const member of members) this.groupOf.set(member, group);
      const path = this.pathOf(story);
      list.splice(
        placeIn(list, (other) => this.pathOf(other) < path),
        0,
        story,
      );
    }
    this.list = list;
  }

  private pathOf({ articleIds: [first] }: StoryCluster): string {
    return first === undefined ? '' : this.articles.pathOf(first);
  }

  private storyOf(members: readonly number[], before: readonly Group[]): StoryCluster {
    const articleIds = members
      .flatMap((member) => this.ids[member] ?? [])
      .map((id) => ({ id, path: this.articles.pathOf(id) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ id }) => id);
    const same = before.find(
      ({ story }) =>
        story.articleIds.length === articleIds.length &&
        story.articleIds.every((id, i) => id === articleIds[i]),
    );
    if (same) return same.story;
    const largest = before.reduce<Group | null>(
      (most, group) => (!most || group.members.length > most.members.length ? group : most),
      null,
    );
    const title =
      articleIds.length <= AGAIN || !largest
        ? (this.articles.titleOf(articleIds) ?? largest?.story.title ?? '')
        : largest.story.title;
    return { id: storyIdOf(articleIds), title, articleIds };
  }
}
