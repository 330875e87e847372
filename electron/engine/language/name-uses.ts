import type { ArticleId } from '../../api/index.ts';
import { Explanations } from './name-acronyms.ts';
import type { NameEvidence, NameUse } from './name-evidence.ts';
import { personName, type PersonName } from './name-persons.ts';

/** A way in which names are used, whoever does so. */
export interface NameSense extends Omit<NameUse, 'count'> {
  readonly person: PersonName;
}

/**
 * The names that many articles use, in the order of the articles. Each use is a number, and texts are kept once: a
 * library has hundreds of thousands of uses.
 */
export class NameUses {
  readonly articleIds: ArticleId[] = [];
  readonly explanations = new Explanations();
  private readonly senses: NameSense[] = [];
  private readonly senseIds = new Map<string, number>();
  private readonly articles: number[] = [];
  private readonly senseOf: number[] = [];
  private readonly counts: number[] = [];

  add({ articleId, uses, explained }: NameEvidence): void {
    const article = this.articleIds.push(articleId) - 1;
    for (const use of uses) {
      this.articles.push(article);
      this.senseOf.push(this.senseId(use));
      this.counts.push(use.count);
    }
    for (const each of explained) this.explanations.add(each);
  }

  private senseId({ text, kind, certain, located }: NameUse): number {
    const key = `${kind} ${certain ? '1' : '0'}${located ? '1' : '0'} ${text}`;
    let id = this.senseIds.get(key);
    if (id === undefined) {
      id = this.senses.push({ text, kind, certain, located, person: personName(text) }) - 1;
      this.senseIds.set(key, id);
    }
    return id;
  }

  get size(): number {
    return this.articles.length;
  }

  /** Index of the article that has a use. */
  article(use: number): number {
    return this.articles[use] ?? -1;
  }

  /** How often the article has it. */
  count(use: number): number {
    return this.counts[use] ?? 0;
  }

  sense(use: number): NameSense {
    const sense = this.senses[this.senseOf[use] ?? -1];
    if (!sense) throw new RangeError(`There is no use ${String(use)}.`);
    return sense;
  }

  /** How often some uses are there, all together. */
  total(uses: readonly number[]): number {
    return uses.reduce((sum, use) => sum + this.count(use), 0);
  }

  /** The articles of some uses, ascending. */
  articlesOf(uses: readonly number[]): number[] {
    const articles = uses.map((use) => this.article(use));
    if (articles.some((article, i) => article < (articles[i - 1] ?? 0))) articles.sort((a, b) => a - b);
    return articles.filter((article, i) => article !== articles[i - 1]);
  }

  /** How often each text stands among some uses, most frequent first. */
  tally(uses: readonly number[], form: (text: string) => string = (text) => text): [string, number][] {
    const counts = new Map<string, number>();
    for (const use of uses) {
      const text = form(this.sense(use).text);
      counts.set(text, (counts.get(text) ?? 0) + this.count(use));
    }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
}
