import type { ArticleId } from '../../api/index.ts';
import type { Label, TopicIndex } from '../topics/find-topics.ts';

/** Topics, people and places of one article, in the order of their rank. */
export interface ArticleLabels {
  readonly topics: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
}

export const NO_LABELS: ArticleLabels = { topics: [], people: [], places: [] };

export const LABEL_KINDS = ['topics', 'people', 'places'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** The labels of each article that has any. */
export function labelsByArticle(topics: TopicIndex): Map<ArticleId, ArticleLabels> {
  const byArticle = new Map<ArticleId, Record<LabelKind, string[]>>();
  for (const kind of LABEL_KINDS) {
    for (const { label, articleIds } of topics[kind]) {
      for (const id of articleIds) {
        let own = byArticle.get(id);
        if (!own) byArticle.set(id, (own = { topics: [], people: [], places: [] }));
        own[kind].push(label);
      }
    }
  }
  return byArticle;
}

/** Where a value is or belongs in an ascending list. */
export function placeIn<T>(list: readonly T[], isBefore: (each: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = list[middle];
    if (each !== undefined && isBefore(each)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The labels of a library whose articles come and go. The labels themselves stay. */
export class LabelTable {
  private index: TopicIndex;
  private readonly byArticle: Map<ArticleId, ArticleLabels>;
  private readonly pathOf: (id: ArticleId) => string;

  /** `pathOf` gives what articles are sorted by. */
  constructor(index: TopicIndex, pathOf: (id: ArticleId) => string) {
    this.index = index;
    this.byArticle = labelsByArticle(index);
    this.pathOf = pathOf;
  }

  /** Those that some article has. */
  get topics(): TopicIndex {
    const used = (labels: readonly Label[]) =>
      labels.some(({ articleIds }) => articleIds.length === 0)
        ? labels.filter(({ articleIds }) => articleIds.length > 0)
        : labels;
    const { topics, people, places } = this.index;
    return { topics: used(topics), people: used(people), places: used(places) };
  }

  of(id: ArticleId): ArticleLabels {
    return this.byArticle.get(id) ?? NO_LABELS;
  }

  /** Gives an article that has none the labels of these values. */
  add(id: ArticleId, values: Readonly<Record<LabelKind, ReadonlySet<string>>>): void {
    const path = this.pathOf(id);
    const own: Record<LabelKind, string[]> = { topics: [], people: [], places: [] };
    const change = (kind: LabelKind): readonly Label[] =>
      values[kind].size === 0
        ? this.index[kind]
        : this.index[kind].map((label) => {
            if (!values[kind].has(label.value)) return label;
            own[kind].push(label.label);
            const at = placeIn(label.articleIds, (other) => this.pathOf(other) < path);
            return { ...label, articleIds: label.articleIds.toSpliced(at, 0, id) };
          });
    this.index = { topics: change('topics'), people: change('people'), places: change('places') };
    this.byArticle.set(id, own);
  }

  /** Takes an article's labels away. */
  remove(id: ArticleId): void {
    const own = this.byArticle.get(id);
    if (!own) return;
    this.byArticle.delete(id);
    const change = (kind: LabelKind): readonly Label[] => {
      const labels = new Set(own[kind]);
      if (labels.size === 0) return this.index[kind];
      return this.index[kind].map((label) =>
        labels.has(label.label)
          ? { ...label, articleIds: label.articleIds.filter((other) => other !== id) }
          : label,
      );
    };
    this.index = { topics: change('topics'), people: change('people'), places: change('places') };
  }

  /** The values of an article's labels. */
  valuesOf(id: ArticleId): Record<LabelKind, ReadonlySet<string>> {
    const { topics, people, places } = this.of(id);
    const values = (labels: readonly string[]) => new Set(labels.map((label) => label.toLowerCase()));
    return { topics: values(topics), people: values(people), places: values(places) };
  }
}
