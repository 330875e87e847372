import type { ArticleId } from '../../api/index.ts';
import type { Label } from '../topics/find-topics.ts';
import { Bits } from './bits.ts';

/** A value that articles can be filtered by, and how many of the given ones have it. */
export interface CountedValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The order of labels as people look for them. */
export const byLabel = new Intl.Collator('en').compare;

/** One of the things that articles can be filtered by. Articles are numbers here. */
export interface Facet {
  /** The values that some article among `base` has, and chosen ones, by their labels. */
  count(base: Bits, chosen: ReadonlySet<string>): CountedValue[];
  /** Articles that have a value. */
  having(value: string): Bits;
}

/** What an article has at most one of: a source, a language, a year. */
export class Column implements Facet {
  readonly #valueAt: (number | undefined)[] = [];
  readonly #values: { readonly value: string; readonly label: string }[] = [];
  readonly #numberOf = new Map<string, number>();
  /** Numbers of the values by their labels; null where there are new ones. */
  #order: readonly number[] | null = null;

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
      this.#order = null;
    }
    this.#valueAt[article] = number;
  }

  count(base: Bits, chosen: ReadonlySet<string>): CountedValue[] {
    const counts = new Uint32Array(this.#values.length);
    base.each((article) => {
      const number = this.#valueAt[article];
      if (number !== undefined) counts[number] = (counts[number] ?? 0) + 1;
    });
    this.#order ??= [...this.#values.keys()].sort((a, b) =>
      byLabel(this.#values[a]?.label ?? '', this.#values[b]?.label ?? ''),
    );
    const counted: CountedValue[] = [];
    for (const number of this.#order) {
      const known = this.#values[number];
      const count = counts[number] ?? 0;
      if (known && (count > 0 || chosen.has(known.value))) counted.push({ ...known, count });
    }
    return counted;
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

interface SetValue {
  readonly value: string;
  label: string;
  readonly articles: Bits;
  size: number;
}

/** What an article may have several of and the reader gives: tags and marks. */
export class Sets implements Facet {
  readonly #values = new Map<string, SetValue>();
  readonly #isFixed: boolean;
  /** Values by their labels; null where they have changed. */
  #order: readonly SetValue[] | null = null;

  /** Values named here, with their labels, are never forgotten, and all stay in the order given. */
  constructor(fixed?: Readonly<Record<string, string>>) {
    this.#isFixed = fixed !== undefined;
    for (const [value, label] of Object.entries(fixed ?? {})) {
      this.#values.set(value, { value, label, articles: new Bits(), size: 1 });
    }
  }

  add(article: number, value: string, label: string): void {
    let entry = this.#values.get(value);
    if (!entry) this.#values.set(value, (entry = { value, label: '', articles: new Bits(), size: 0 }));
    // As it was written last.
    if (entry.label !== label) this.#order = null;
    entry.label = label;
    if (entry.articles.has(article)) return;
    entry.articles.add(article);
    entry.size++;
  }

  remove(article: number, value: string): void {
    const entry = this.#values.get(value);
    if (!entry?.articles.has(article)) return;
    entry.articles.remove(article);
    if (--entry.size > 0) return;
    this.#values.delete(value);
    this.#order = null;
  }

  count(base: Bits, chosen: ReadonlySet<string>): CountedValue[] {
    this.#order ??= this.#isFixed
      ? [...this.#values.values()]
      : [...this.#values.values()].sort((a, b) => byLabel(a.label, b.label));
    const counted: CountedValue[] = [];
    for (const { value, label, articles } of this.#order) {
      const count = base.countAnd(articles);
      if (count > 0 || chosen.has(value)) counted.push({ value, label, count });
    }
    return counted;
  }

  having(value: string): Bits {
    return this.#values.get(value)?.articles ?? new Bits();
  }
}

/** Labels that were found by looking at all articles. Those whose list of articles is the same object cost little. */
export class Labels implements Facet {
  readonly #numbersOf = new WeakMap<readonly ArticleId[], Uint32Array>();
  #given: readonly Label[] = [];
  /** By their labels. */
  #labels: readonly { readonly value: string; readonly label: string; readonly articles: Uint32Array }[] = [];
  /** By article, its labels' indices: those of article n are from `#offsets[n]` to before `#offsets[n + 1]`. */
  #offsets = new Uint32Array(1);
  #labelsOf = new Uint32Array(0);
  readonly #numberOf: (id: ArticleId) => number;

  constructor(numberOf: (id: ArticleId) => number) {
    this.#numberOf = numberOf;
  }

  set(labels: readonly Label[]): void {
    if (labels === this.#given) return;
    this.#given = labels;
    this.#labels = labels
      .map(({ value, label, articleIds }) => ({ value, label, articles: this.#numbers(articleIds) }))
      .sort((a, b) => byLabel(a.label, b.label));
    this.#invert();
  }

  count(base: Bits, chosen: ReadonlySet<string>): CountedValue[] {
    const counts = new Uint32Array(this.#labels.length);
    const [offsets, labelsOf] = [this.#offsets, this.#labelsOf];
    base.each((article) => {
      const end = offsets[article + 1] ?? 0;
      for (let i = offsets[article] ?? end; i < end; i++) {
        const label = labelsOf[i] ?? 0;
        counts[label] = (counts[label] ?? 0) + 1;
      }
    });
    const counted: CountedValue[] = [];
    this.#labels.forEach(({ value, label }, i) => {
      const count = counts[i] ?? 0;
      if (count > 0 || chosen.has(value)) counted.push({ value, label, count });
    });
    return counted;
  }

  having(value: string): Bits {
    const bits = new Bits();
    for (const number of this.#labels.find((label) => label.value === value)?.articles ?? [])
      bits.add(number);
    return bits;
  }

  #invert(): void {
    let articles = 0;
    for (const label of this.#labels)
      for (const number of label.articles) articles = Math.max(articles, number + 1);
    const offsets = new Uint32Array(articles + 1);
    for (const label of this.#labels) {
      for (const number of label.articles) offsets[number + 1] = (offsets[number + 1] ?? 0) + 1;
    }
    for (let i = 0; i < articles; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
    const next = offsets.slice();
    this.#labelsOf = new Uint32Array(offsets[articles] ?? 0);
    this.#labels.forEach((label, i) => {
      for (const number of label.articles) {
        const at = next[number] ?? 0;
        this.#labelsOf[at] = i;
        next[number] = at + 1;
      }
    });
    this.#offsets = offsets;
  }

  #numbers(ids: readonly ArticleId[]): Uint32Array {
    let numbers = this.#numbersOf.get(ids);
    if (!numbers) {
      numbers = Uint32Array.from(new Set(ids), (id) => this.#numberOf(id));
      this.#numbersOf.set(ids, numbers);
    }
    return numbers;
  }
}
