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
const NOTHING = new Uint32Array();
const NO_METADATA = Object.freeze({});

/** Pairs of a form's number and how often it comes, by ascending number. */
function countsOf(sequence: Uint32Array): Float64Array {
  const sorted = sequence.slice().sort();
  const counts = new Float64Array(sorted.length * 2);
  let length = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (sorted[from] === SEPARATOR) continue;
    counts[length++] = sorted[from] ?? SEPARATOR;
    counts[length++] = to - from;
  }
  return counts.slice(0, length);
}

/**
 * The documents of each form in one field. lunr wants an object for each, of which a query reads a few: they are
 * made when read, since keeping them took six times the memory.
 */
class Postings {
  readonly #references: (number | number[] | undefined)[];

  constructor(forms: number) {
    this.#references = new Array<number | number[] | undefined>(forms).fill(undefined);
  }

  add(number: number, reference: number): void {
    const known = this.#references[number];
    if (known === undefined) this.#references[number] = reference;
    else if (typeof known === 'number') this.#references[number] = [known, reference];
    else known.push(reference);
  }

  of(number: number): FieldPosting {
    const posting: FieldPosting = {};
    for (const reference of [this.#references[number] ?? []].flat()) posting[reference] = NO_METADATA;
    return posting;
  }
}

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
    const sequence = new Uint32Array(forms.length);
    forms.forEach((form, i) => {
      if (form === '') return;
      let number = this.#numbers.get(form);
      if (number === undefined) {
        number = this.#terms.length;
        this.#numbers.set(form, number);
        this.#terms.push(form);
        this.#frequencies.push(0);
      }
      sequence[i] = number;
    });
    return sequence;
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
    const fieldVectors = Object.create(null) as Record<string, object>;
    const postings = this.fields.map((field, f) => {
      const sequences = this.#sequences.map((byField) => byField[f] ?? NOTHING);
      const filled = sequences.filter(({ length }) => length > 0);
      const average = filled.reduce((sum, { length }) => sum + length, 0) / Math.max(1, filled.length);
      const postingsOfField = new Postings(this.#terms.length);
      sequences.forEach((sequence, reference) => {
        const counts = countsOf(sequence);
        const norm = K1 * (1 - B + (B * sequence.length) / average);
        for (let i = 0; i < counts.length; i += 2) {
          const count = counts[i + 1] ?? 0;
          postingsOfField.add(counts[i] ?? SEPARATOR, reference);
          counts[i + 1] = (FIELD_WEIGHT[field] * (K1 + 1) * count) / (norm + count);
        }
        if (counts.length > 0) fieldVectors[`${field}/${reference}`] = new parts.Vector(counts);
      });
      return postingsOfField;
    });
    const { fields, tokenSet } = this;
    const invertedIndex = new Proxy({} as Record<string, Posting>, {
      get: (_, form): Posting => {
        const number = this.#numbers.get(String(form)) ?? SEPARATOR;
        const posting: Posting = { _index: number };
        fields.forEach((field, f) => (posting[field] = postings[f]?.of(number) ?? {}));
        return posting;
      },
    });
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
      const sequence = this.#sequences[reference]?.[this.fields.indexOf(field)] ?? NOTHING;
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
      const sequence = this.#sequences[reference]?.[f] ?? NOTHING;
      forms[field] = Array.from(sequence, (number) => this.#terms[number] ?? '');
    });
    return { id, language, forms };
  }
}
