import { pack, seal, unpack } from './sections.ts';
import { sectionsOf, SEQUENCE_SECTIONS, sequencesIn, type TermSequences } from './term-sequences.ts';

/** From this count on, the sequence itself has to be counted. */
const MANY = 0xff;

/** Most documents of a segment: their numbers are of two bytes. */
export const MOST_DOCUMENTS = 0xffff;

/** Documents, in ascending order, that have a form in a field, and how often each has it. */
export interface Matches {
  readonly documents: Uint16Array;
  readonly counts: Uint8Array | Uint32Array;
}

/**
 * Some documents, inverted. Nothing in it ever changes, and all of it is numbers over one run of bytes: what is
 * saved is what is in memory.
 */
export class Segment {
  readonly terms: TermSequences;
  /** By field, then form: where the postings begin; one more at the end. */
  readonly #offsets: Uint32Array;
  readonly #documents: Uint16Array;
  readonly #counts: Uint8Array;
  constructor(terms: TermSequences, offsets: Uint32Array, documents: Uint16Array, counts: Uint8Array) {
    this.terms = terms;
    this.#offsets = offsets;
    this.#documents = documents;
    this.#counts = counts;
  }

  /** Null if these are not the bytes of a segment with so many fields. */
  static from(bytes: Uint8Array, fields: number): Segment | null {
    const sections = unpack(bytes);
    const terms = sections && sequencesIn(sections, fields);
    const [offsets, documents, counts] = sections?.slice(SEQUENCE_SECTIONS) ?? [];
    if (!terms || offsets?.length !== fields * terms.forms.size + 1) return null;
    return new Segment(terms, offsets as Uint32Array, documents as Uint16Array, counts as Uint8Array);
  }

  toBytes(): Uint8Array {
    const bytes = pack([...sectionsOf(this.terms), this.#offsets, this.#documents, this.#counts]);
    seal(bytes);
    return bytes;
  }

  get documents(): number {
    return this.terms.documents;
  }

  /** Without copying anything. A count of 255 means at least so many: see {@link exactCount}. */
  matches(field: number, form: number): Matches {
    const at = field * this.terms.forms.size + form;
    const from = this.#offsets[at] ?? 0;
    const to = this.#offsets[at + 1] ?? 0;
    return { documents: this.#documents.subarray(from, to), counts: this.#counts.subarray(from, to) };
  }

  exactCount(document: number, field: number, form: number, count: number): number {
    if (count < MANY) return count;
    let exact = 0;
    for (const each of this.sequence(document, field)) if (each === form + 1) exact++;
    return exact;
  }

  sequence(document: number, field: number): Uint16Array | Uint32Array {
    const { offsets, fields, sequences } = this.terms;
    const at = document * fields + field;
    return sequences.subarray(offsets[at], offsets[at + 1]);
  }

  length(document: number, field: number): number {
    return this.terms.lengths[document * this.terms.fields + field] ?? 0;
  }

  /** Numbers of the forms that have a stem in the language of a document here. */
  formsWithStem(stem: string): Uint32Array {
    const { stems, stemOffsets, stemForms } = this.terms;
    const number = stems.find(stem);
    return number < 0
      ? stemForms.subarray(0, 0)
      : stemForms.subarray(stemOffsets[number], stemOffsets[number + 1]);
  }
}

/** Inverts documents; a generator, since of thousands it takes a while. */
export function* invert(terms: TermSequences): Generator<void, Segment> {
  const { fields, documents, forms, offsets: starts, sequences } = terms;
  const size = forms.size;
  const offsets = new Uint32Array(fields * size + 1);
  const seen = new Uint32Array(size);
  for (let at = 0; at < documents * fields; at++) {
    const base = (at % fields) * size;
    const to = starts[at + 1] ?? 0;
    for (let i = starts[at] ?? 0; i < to; i++) {
      const form = (sequences[i] ?? 0) - 1;
      if (form < 0 || seen[form] === at + 1) continue;
      seen[form] = at + 1;
      offsets[base + form + 1] = (offsets[base + form + 1] ?? 0) + 1;
    }
    if (at % SLICE === 0) yield;
  }
  for (let i = 1; i < offsets.length; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0);
  const next = offsets.slice(0, -1);
  const total = offsets.at(-1) ?? 0;
  const postings = new Uint16Array(total);
  const counts = new Uint8Array(total);
  seen.fill(0);
  for (let at = 0; at < documents * fields; at++) {
    const document = Math.floor(at / fields);
    const base = (at % fields) * size;
    const to = starts[at + 1] ?? 0;
    for (let i = starts[at] ?? 0; i < to; i++) {
      const form = (sequences[i] ?? 0) - 1;
      if (form < 0) continue;
      const place = next[base + form] ?? 0;
      if (seen[form] === at + 1) {
        const count = counts[place - 1] ?? 0;
        if (count < MANY) counts[place - 1] = count + 1;
        continue;
      }
      seen[form] = at + 1;
      postings[place] = document;
      counts[place] = 1;
      next[base + form] = place + 1;
    }
    if (at % SLICE === 0) yield;
  }
  return new Segment(terms, offsets, postings, counts);
}

/** Fields of documents inverted between two chances to pause. */
const SLICE = 2_000;
