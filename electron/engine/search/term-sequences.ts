import { Dictionary } from './dictionary.ts';
import { pack, unpack, type Section } from './sections.ts';

/** In a sequence: what no phrase may span. Forms are numbered from one there. */
export const SEPARATOR = 0;

/** Some documents as the forms of their words in order, field by field. */
export interface TermSequences {
  /** Languages of the documents, together. */
  readonly languages: readonly string[];
  readonly fields: number;
  readonly documents: number;
  readonly forms: Dictionary;
  readonly stems: Dictionary;
  /** The forms of stem s are `stemForms` from `stemOffsets[s]` to `stemOffsets[s + 1]`. */
  readonly stemOffsets: Uint32Array;
  readonly stemForms: Uint32Array;
  /** Words of each field of each document, separators not counted; by document, then field. */
  readonly lengths: Uint32Array;
  /** Where the sequence of each field of each document begins; one more at the end. */
  readonly offsets: Uint32Array;
  /** Numbers of forms plus one, or {@link SEPARATOR}. */
  readonly sequences: Uint16Array | Uint32Array;
}

/** How many sections {@link sectionsOf} gives. */
export const SEQUENCE_SECTIONS = 10;

export function sectionsOf(terms: TermSequences): Section[] {
  const languages = terms.languages.join(' ');
  return [
    Uint16Array.from(languages, (letter) => letter.charCodeAt(0)),
    terms.forms.offsets,
    terms.forms.units,
    terms.stems.offsets,
    terms.stems.units,
    terms.stemOffsets,
    terms.stemForms,
    terms.lengths,
    terms.offsets,
    terms.sequences,
  ];
}

export function sequencesIn(sections: readonly Section[], fields: number): TermSequences | null {
  if (sections.length < SEQUENCE_SECTIONS || sections[SEQUENCE_SECTIONS - 1] instanceof Uint8Array)
    return null;
  const long = (i: number) => sections[i] as Uint32Array;
  const short = (i: number) => sections[i] as Uint16Array;
  const lengths = long(7);
  return {
    languages: String.fromCharCode(...short(0)).split(' '),
    fields,
    documents: lengths.length / fields,
    forms: new Dictionary(long(1), short(2)),
    stems: new Dictionary(long(3), short(4)),
    stemOffsets: long(5),
    stemForms: long(6),
    lengths,
    offsets: long(8),
    sequences: sections[9] as Uint16Array | Uint32Array,
  };
}

export function packSequences(terms: TermSequences): Uint8Array {
  return pack(sectionsOf(terms));
}

/** @throws RangeError if these are other bytes. */
export function unpackSequences(bytes: Uint8Array, fields: number): TermSequences {
  const sections = unpack(bytes);
  const terms = sections && sequencesIn(sections, fields);
  if (!terms) throw new RangeError('These bytes are no article that was prepared for search.');
  return terms;
}
