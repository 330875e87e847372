import { FIELD_WEIGHT, type Field } from './fields.ts';
import type { Forms } from './forms.ts';
import type { Matches } from './segment.ts';
import type { Held, SegmentSet } from './segment-set.ts';

// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), with lunr's own constants.
const K1 = 1.2;
const B = 0.75;

/** A set of segments as a query sees it. */
export interface Searched {
  readonly fields: readonly Field[];
  readonly held: readonly Held[];
  /** By field: words of a document. */
  readonly averages: Float64Array;
}

export function searched(set: SegmentSet): Searched {
  return { fields: set.fields, held: set.held(), averages: set.averages() };
}

/** Where a word is: in one field of one segment, with the exact counts where they were summed. */
interface Found {
  readonly held: Held;
  /** By place in the set's fields. */
  readonly field: number;
  readonly name: Field;
  readonly average: number;
  readonly matches: Matches;
  /** The one form, or null where several were summed and the counts are exact. */
  readonly form: number | null;
}

/** How often each document has any of several forms; in no order. */
function summed(held: Held, field: number, forms: Uint32Array, scratch: Uint32Array): Matches {
  const { segment } = held;
  const touched: number[] = [];
  for (const form of forms) {
    const { documents, counts } = segment.matches(field, form);
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] ?? 0;
      const known = scratch[document] ?? 0;
      if (known === 0) touched.push(document);
      scratch[document] = known + segment.exactCount(document, field, form, counts[i] ?? 0);
    }
  }
  const documents = Uint16Array.from(touched);
  const counts = new Uint32Array(touched.length);
  for (let i = 0; i < touched.length; i++) {
    counts[i] = scratch[touched[i] ?? 0] ?? 0;
    scratch[touched[i] ?? 0] = 0;
  }
  return { documents, counts };
}

function liveIn({ segment, live, slots }: Held, { documents }: Matches): number {
  if (live === segment.documents) return documents.length;
  let count = 0;
  for (const document of documents) if ((slots[document] ?? -1) >= 0) count++;
  return count;
}

/** A word, as one or several forms, and everywhere that it is. */
export class Weighed {
  readonly #found: Found[] = [];
  /** Documents that have it, counted once for each field, as lunr counts. */
  readonly #frequency: number;

  constructor(forms: Forms, sets: readonly Searched[]) {
    let frequency = 0;
    let scratch = new Uint32Array(0);
    for (const { fields, held: all, averages } of sets) {
      for (const held of all) {
        const numbers = forms.numbersIn(held.segment);
        if (numbers.length === 0) continue;
        const [only] = numbers;
        if (scratch.length < held.segment.documents) scratch = new Uint32Array(held.segment.documents);
        for (const [field, name] of fields.entries()) {
          const form = numbers.length === 1 ? (only ?? 0) : null;
          const matches =
            form === null ? summed(held, field, numbers, scratch) : held.segment.matches(field, form);
          if (matches.documents.length === 0) continue;
          frequency += liveIn(held, matches);
          this.#found.push({ held, field, name, average: averages[field] ?? 1, matches, form });
        }
      }
    }
    this.#frequency = frequency;
  }

  /** Inverse document frequency by lunr's formula, among so many documents. */
  idf(documents: number): number {
    return Math.log(1 + Math.abs((documents - this.#frequency + 0.5) / (this.#frequency + 0.5)));
  }

  get nowhere(): boolean {
    return this.#frequency === 0;
  }

  /**
   * Adds to the score of each document what the word weighs in it, and marks that it has it.
   *
   * @param only the field that is looked into; null for all.
   */
  add(weight: number, only: Field | null, scores: Float64Array, having: Uint8Array | null): void {
    for (const { held, field, name, average, matches, form } of this.#found) {
      if (only !== null && only !== name) continue;
      const { segment, slots } = held;
      const { documents, counts } = matches;
      const factor = weight * FIELD_WEIGHT[name] * (K1 + 1);
      const perWord = (K1 * B) / average;
      for (let i = 0; i < documents.length; i++) {
        const document = documents[i] ?? 0;
        const slot = slots[document] ?? -1;
        if (slot < 0) continue;
        let count = counts[i] ?? 0;
        if (form !== null) count = segment.exactCount(document, field, form, count);
        const norm = K1 * (1 - B) + perWord * segment.length(document, field);
        scores[slot] = (scores[slot] ?? 0) + (factor * count) / (norm + count);
        if (having) having[slot] = 1;
      }
    }
  }
}
