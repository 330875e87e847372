import type { ArticleId } from '../../api/index.ts';
import type { Label } from '../topics/find-topics.ts';
import { Bits } from './bits.ts';

/** A value that articles can be filtered by, and how many of the given ones have it. */
export interface CountedValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** One of the things that articles can be filtered by. Articles are numbers here. */
export interface Facet {
  /** All values, also those that no article among `base` has. */
  count(base: Bits): Iterable<CountedValue>;
  /** Articles that have a value. */
  having(value: string): Bits;
}

/** What an article has at most one of: a source, a language, a year. */
export class Column implements Facet {
  readonly #valueAt: (number | undefined)[] = [];
  readonly #values: { readonly value: string; readonly label: string }[] = [];
  readonly #numberOf = new Map<string, number>();

  set(article: number, value: string | null, label: (value: string) => string): void {
    if (!value) {
      this.#valueAt[article] = undefined;
      return;
    }
    let number = this.#numberOf.get(value);
    if (number === undefined) {
      number = this.#values.length;
      this.#numberOf.set(value, number);
      this.#values.push({ value, label: label(value) });
    }
    this.#valueAt[article] = number;
  }

  count(base: Bits): CountedValue[] {
    const counts = new Uint32Array(this.#values.length);
    base.each((article) => {
      const number = this.#valueAt[article];
      if (number !== undefined) counts[number] = (counts[number] ?? 0) + 1;
    });
    return this.#values.map(({ value, label }, i) => ({ value, label, count: counts[i] ?? 0 }));
  }

  having(value: string): Bits {
    const bits = new Bits();
    const number = this.#numberOf.get(value);
    if (number === undefined) return bits;
    this.#valueAt.forEach((each, article) => {
      if (each === number) bits.add(article);
    });
    return bits;
  }
}

/** What an article may have several of and the reader gives: tags and marks. */
export class Sets implements Facet {
  readonly #values = new Map<string, { label: string; readonly articles: Bits; size: number }>();

  /** A value without any articles is forgotten unless it was named here, with its label. */
  constructor(fixed: Readonly<Record<string, string>> = {}) {
    for (const [value, label] of Object.entries(fixed)) {
      this.#values.set(value, { label, articles: new Bits(), size: 1 });
    }
  }

  add(article: number, value: string, label: string): void {
    let entry = this.#values.get(value);
    if (!entry) this.#values.set(value, (entry = { label, articles: new Bits(), size: 0 }));
    // As it was written last.
    entry.label = label;
    if (entry.articles.has(article)) return;
    entry.articles.add(article);
    entry.size++;
  }

  remove(article: number, value: string): void {
    const entry = this.#values.get(value);
    if (!entry?.articles.has(article)) return;
    entry.articles.remove(article);
    if (--entry.size === 0) this.#values.delete(value);
  }

  count(base: Bits): CountedValue[] {
    return Array.from(this.#values, ([value, { label, articles }]) => ({
      value,
      label,
      count: base.countAnd(articles),
    }));
  }

  having(value: string): Bits {
    return this.#values.get(value)?.articles ?? new Bits();
  }
}

/** Labels that were found by looking at all articles. Those whose list of articles is the same object cost nothing. */
export class Labels implements Facet {
  readonly #articlesOf = new WeakMap<readonly ArticleId[], Bits>();
  #labels: readonly Label[] = [];
  #byValue: Map<string, Bits> | null = null;
  readonly #numberOf: (id: ArticleId) => number;

  constructor(numberOf: (id: ArticleId) => number) {
    this.#numberOf = numberOf;
  }

  set(labels: readonly Label[]): void {
    if (labels === this.#labels) return;
    this.#labels = labels;
    this.#byValue = null;
  }

  count(base: Bits): CountedValue[] {
    return this.#labels.map(({ value, label, articleIds }) => ({
      value,
      label,
      count: base.countAnd(this.#articles(articleIds)),
    }));
  }

  having(value: string): Bits {
    this.#byValue ??= new Map(this.#labels.map((label) => [label.value, this.#articles(label.articleIds)]));
    return this.#byValue.get(value) ?? new Bits();
  }

  #articles(ids: readonly ArticleId[]): Bits {
    let bits = this.#articlesOf.get(ids);
    if (!bits) {
      bits = new Bits();
      for (const id of ids) bits.add(this.#numberOf(id));
      this.#articlesOf.set(ids, bits);
    }
    return bits;
  }
}
