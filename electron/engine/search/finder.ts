import type { Wanted } from './evaluate.ts';
import type { Forms } from './forms.ts';
import { lexicon, termsOf } from './lexicon.ts';

/** A place in a text: UTF-16 offsets, end exclusive, and which part of the query is found there. */
export interface FoundRange {
  readonly start: number;
  readonly end: number;
  readonly atom: number;
}

/** Marks in a text what a query looks for in titles and texts. */
export class Finder {
  readonly #wanted: readonly Wanted[];
  /** By the number of a form: whether anything that is looked for begins with it. */
  #begins: boolean[] = [];
  #generation = -1;

  constructor(wanted: readonly Wanted[]) {
    this.#wanted = wanted.filter(
      ({ atom }) => atom.field === null || atom.field === 'title' || atom.field === 'text',
    );
  }

  /** How many parts of the query can be found. */
  get size(): number {
    return this.#wanted.length;
  }

  /** The first words of what can be found: a text without any of them has nothing of it. */
  get firsts(): readonly Forms[] {
    return this.#wanted.flatMap(({ words: [first] }) => first ?? []);
  }

  /** In order, without overlaps. */
  find(text: string, language: string): FoundRange[] {
    if (!this.#mayHave(text, language)) return [];
    const terms = termsOf(text, language);
    const found: FoundRange[] = [];
    for (let i = 0; i < terms.length;) {
      const atom = this.#wanted.findIndex(({ words }) =>
        words.every((forms, k) => forms.has(terms[i + k]?.form ?? '')),
      );
      const length = this.#wanted[atom]?.words.length ?? 1;
      const first = terms[i];
      const last = terms[i + length - 1];
      if (atom >= 0 && first && last) found.push({ start: first.start, end: last.end, atom });
      i += length;
    }
    return found;
  }

  /** Most sentences have nothing of a query: they are told without making anything for their words. */
  #mayHave(text: string, language: string): boolean {
    if (this.#wanted.length === 0) return false;
    lexicon.trim();
    if (this.#generation !== lexicon.generation) {
      this.#generation = lexicon.generation;
      this.#begins = [];
    }
    let found = false;
    lexicon.each(text, language, (form) => {
      found ||= this.#begins[form] ??= this.#isFirst(lexicon.form(form));
    });
    return found;
  }

  #isFirst(form: string): boolean {
    return this.#wanted.some(({ words: [first] }) => first?.has(form) ?? false);
  }
}
