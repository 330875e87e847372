import type { ArticleId } from '../../api/index.ts';
import { FIELD_WEIGHT, type Field } from './fields.ts';
import { parts, type FieldPosting, type LunrIndex, type Posting, type TokenSet } from './lunr-parts.ts';
import { stemOf } from './terms.ts';

/** A document as forms in order, by field. An empty form separates what no phrase may span. */
export interface PreparedDocument {
  readonly id: ArticleId;
  readonly language: string;
  readonly forms: Readonly<Partial<Record<Field, readonly string[]>>>;
}

// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), with lunr's own constants.
const K1 = 1.2;
const B = 0.75;
const SEPARATOR = 0;
const NO_METADATA = Object.freeze({});
const NO_DOCUMENTS: FieldPosting = Object.freeze({});

/**
 * An immutable lunr index of some documents. The weights in its vectors are BM25's without inverse document
 * frequency: that belongs to the library as a whole and is given with each query, as the boost of its clauses.
 * References are the documents' places in `documents`, as decimal numbers.
 */
export class Segment {
  readonly documents: readonly { readonly id: ArticleId; readonly language: string }[];
  readonly fields: readonly Field[];
  readonly index: LunrIndex;
  readonly tokenSet: TokenSet;
  /** All forms, sorted by code unit. */
  readonly forms: readonly string[];
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [''];
  /** Documents that have the form, by the form's number. */
  readonly #frequencies: number[] = [0];
  readonly #formsOfStem = new Map<string, string[]>();
  /** By document, then by field: numbers of the forms in order. */
  readonly #sequences: Uint32Array[][] = [];

  constructor(documents: readonly PreparedDocument[], fields: readonly Field[]) {
    this.documents = documents.map(({ id, language }) => ({ id, language }));
    this.fields = fields;
    for (const document of documents) {
      this.#sequences.push(fields.map((field) => this.#sequence(document.forms[field] ?? [])));
    }
    this.#countAndStem();
    this.forms = this.#terms.slice(1).sort();
    this.tokenSet = parts.TokenSet.fromArray([...this.forms]);
    this.index = this.#lunrIndex();
  }

  #sequence(forms: readonly string[]): Uint32Array {
    return Uint32Array.from(forms, (form) => {
      if (form === '') return SEPARATOR;
      let number = this.#numbers.get(form);
      if (number === undefined) {
        number = this.#terms.length;
        this.#numbers.set(form, number);
        this.#terms.push(form);
        this.#frequencies.push(0);
      }
      return number;
    });
  }

  #countAndStem(): void {
    const stemmed = new Map<string, Set<number>>();
    this.#sequences.forEach((byField, at) => {
      const language = this.documents[at]?.language ?? 'und';
      let done = stemmed.get(language);
      if (!done) stemmed.set(language, (done = new Set()));
      const distinct = new Set<number>();
      for (const sequence of byField) for (const number of sequence) distinct.add(number);
      distinct.delete(SEPARATOR);
      for (const number of distinct) {
        this.#frequencies[number] = (this.#frequencies[number] ?? 0) + 1;
        if (done.has(number)) continue;
        done.add(number);
        const form = this.#terms[number] ?? '';
        const stem = stemOf(form, language);
        const forms = this.#formsOfStem.get(stem);
        if (!forms) this.#formsOfStem.set(stem, [form]);
        else if (!forms.includes(form)) forms.push(form);
      }
    });
  }

  #lunrIndex(): LunrIndex {
    const postings: Posting[] = this.#terms.map((_, number) => {
      const posting: Posting = Object.create(null) as Posting;
      posting['_index'] = number;
      for (const field of this.fields) posting[field] = NO_DOCUMENTS;
      return posting;
    });
    const fieldVectors = Object.create(null) as Record<string, object>;
    this.fields.forEach((field, f) => {
      const lengths = this.#sequences.map((byField) => byField[f]?.length ?? 0);
      const filled = lengths.filter((length) => length > 0);
      const average = filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length);
      this.#sequences.forEach((byField, reference) => {
        const sequence = (byField[f] ?? new Uint32Array()).slice().sort();
        if (sequence.length === 0) return;
        const norm = K1 * (1 - B + (B * sequence.length) / average);
        const elements: number[] = [];
        for (let from = 0, to = 0; from < sequence.length; from = to) {
          const number = sequence[from] ?? SEPARATOR;
          while (to < sequence.length && sequence[to] === number) to++;
          if (number === SEPARATOR) continue;
          const count = to - from;
          elements.push(number, (FIELD_WEIGHT[field] * (K1 + 1) * count) / (norm + count));
          const posting = postings[number] as Posting;
          let inField = posting[field] as FieldPosting;
          if (inField === NO_DOCUMENTS) posting[field] = inField = Object.create(null) as FieldPosting;
          inField[reference] = NO_METADATA;
        }
        fieldVectors[`${field}/${reference}`] = new parts.Vector(elements);
      });
    });
    const invertedIndex = Object.create(null) as Record<string, Posting>;
    for (const form of this.forms) invertedIndex[form] = postings[this.#numbers.get(form) ?? 0] as Posting;
    const { fields, tokenSet } = this;
    return new parts.Index({ invertedIndex, fieldVectors, tokenSet, fields, pipeline: new parts.Pipeline() });
  }

  has(form: string): boolean {
    return this.#numbers.has(form);
  }

  /** Documents here that have the form in any field. */
  frequency(form: string): number {
    return this.#frequencies[this.#numbers.get(form) ?? 0] ?? 0;
  }

  formsWithStem(stem: string): readonly string[] {
    return this.#formsOfStem.get(stem) ?? [];
  }

  formsWithPrefix(prefix: string): string[] {
    let low = 0;
    let high = this.forms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.forms[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let i = low; this.forms[i]?.startsWith(prefix); i++) found.push(this.forms[i] ?? '');
    return found;
  }

  formsWithin(form: string, editDistance: number): string[] {
    return this.tokenSet.intersect(parts.TokenSet.fromClause({ term: form, editDistance })).toArray();
  }

  /** How often the words stand one after another in the fields of a document. One word is a phrase, too. */
  occurrences(reference: number, fields: readonly Field[], words: readonly ReadonlySet<string>[]): number {
    const numbers = words.map((forms) => {
      const known = new Set<number>();
      for (const form of forms) {
        const number = this.#numbers.get(form);
        if (number !== undefined) known.add(number);
      }
      return known;
    });
    if (numbers.some((known) => known.size === 0)) return 0;
    let count = 0;
    for (const field of fields) {
      const sequence = this.#sequences[reference]?.[this.fields.indexOf(field)] ?? new Uint32Array();
      for (let i = 0; i + words.length <= sequence.length; i++) {
        if (numbers.every((known, k) => known.has(sequence[i + k] ?? SEPARATOR))) count++;
      }
    }
    return count;
  }

  /** The document as it was put in, for a merge. */
  prepared(reference: number): PreparedDocument {
    const { id, language } = this.documents[reference] as { id: ArticleId; language: string };
    const forms: Partial<Record<Field, readonly string[]>> = {};
    this.fields.forEach((field, f) => {
      const sequence = this.#sequences[reference]?.[f] ?? new Uint32Array();
      forms[field] = Array.from(sequence, (number) => this.#terms[number] ?? '');
    });
    return { id, language, forms };
  }
}
