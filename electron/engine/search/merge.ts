import { Dictionary } from './dictionary.ts';
import { mergeDictionaries } from './merge-dictionaries.ts';
import { invert, type Segment } from './segment.ts';
import { SEPARATOR, type TermSequences } from './term-sequences.ts';

/** Documents to go into one segment: all, or those that are kept (1, by document). */
export interface MergeSource {
  readonly terms: TermSequences;
  readonly kept: Uint8Array | null;
}

/** Forms that a kept document has. */
function usedForms({ terms, kept }: MergeSource): Uint8Array | null {
  if (!kept) return null;
  const used = new Uint8Array(terms.forms.size + 1);
  for (let document = 0; document < terms.documents; document++) {
    if (kept[document] === 0) continue;
    const to = terms.offsets[(document + 1) * terms.fields] ?? 0;
    for (let i = terms.offsets[document * terms.fields] ?? 0; i < to; i++) used[terms.sequences[i] ?? 0] = 1;
  }
  return used.subarray(1);
}

function usedStems(terms: TermSequences, used: Uint8Array | null): Uint8Array | null {
  if (!used) return null;
  const stems = new Uint8Array(terms.stems.size);
  for (let stem = 0; stem < stems.length; stem++) {
    const to = terms.stemOffsets[stem + 1] ?? 0;
    for (let i = terms.stemOffsets[stem] ?? 0; i < to; i++) {
      if (used[terms.stemForms[i] ?? 0] === 1) stems[stem] = 1;
    }
  }
  return stems;
}

/** The forms of each merged stem, each once. */
function formsOfStems(
  sources: readonly MergeSource[],
  used: readonly (Uint8Array | null)[],
  forms: readonly Uint32Array[],
  stems: readonly Uint32Array[],
  size: number,
): Pick<TermSequences, 'stemOffsets' | 'stemForms'> {
  const first = new Int32Array(size).fill(-1);
  const next: number[] = [];
  const form: number[] = [];
  const add = (stem: number, number: number): void => {
    let at = first[stem] ?? -1;
    for (; at >= 0; at = next[at] ?? -1) if (form[at] === number) return;
    next.push(first[stem] ?? -1);
    form.push(number);
    first[stem] = form.length - 1;
  };
  sources.forEach(({ terms }, s) => {
    for (let stem = 0; stem < terms.stems.size; stem++) {
      const to = terms.stemOffsets[stem + 1] ?? 0;
      for (let i = terms.stemOffsets[stem] ?? 0; i < to; i++) {
        const old = terms.stemForms[i] ?? 0;
        if (used[s]?.[old] !== 0) add(stems[s]?.[stem] ?? 0, forms[s]?.[old] ?? 0);
      }
    }
  });
  const stemOffsets = new Uint32Array(size + 1);
  const stemForms = new Uint32Array(form.length);
  let count = 0;
  for (let stem = 0; stem < size; stem++) {
    for (let at = first[stem] ?? -1; at >= 0; at = next[at] ?? -1) stemForms[count++] = form[at] ?? 0;
    stemOffsets[stem + 1] = count;
  }
  return { stemOffsets, stemForms };
}

/** Documents remapped between two chances to pause. */
const SLICE = 500;

/** One segment of the kept documents of several, in their order. A generator, since of thousands it takes a while. */
export function* mergeSegments(sources: readonly MergeSource[], fields: number): Generator<void, Segment> {
  const used = sources.map(usedForms);
  const forms = yield* mergeDictionaries(
    sources.map(({ terms }) => terms.forms),
    used,
  );
  const stems = yield* mergeDictionaries(
    sources.map(({ terms }) => terms.stems),
    sources.map(({ terms }, s) => usedStems(terms, used[s] ?? null)),
  );
  const ofStems = formsOfStems(sources, used, forms.numbers, stems.numbers, stems.dictionary.size);
  yield;
  let documents = 0;
  let size = 0;
  for (const { terms, kept } of sources) {
    for (let document = 0; document < terms.documents; document++) {
      if (kept?.[document] === 0) continue;
      documents++;
      size += (terms.offsets[(document + 1) * fields] ?? 0) - (terms.offsets[document * fields] ?? 0);
    }
  }
  const lengths = new Uint32Array(documents * fields);
  const offsets = new Uint32Array(documents * fields + 1);
  const sequences = forms.dictionary.size < 0xffff ? new Uint16Array(size) : new Uint32Array(size);
  let to = 0;
  let row = 0;
  for (const [s, { terms, kept }] of sources.entries()) {
    const numbers = forms.numbers[s] as Uint32Array;
    for (let document = 0; document < terms.documents; document++) {
      if (kept?.[document] === 0) continue;
      for (let field = 0; field < fields; field++) {
        const at = document * fields + field;
        lengths[row] = terms.lengths[at] ?? 0;
        const end = terms.offsets[at + 1] ?? 0;
        for (let i = terms.offsets[at] ?? 0; i < end; i++) {
          const old = terms.sequences[i] ?? 0;
          sequences[to++] = old === SEPARATOR ? SEPARATOR : (numbers[old - 1] ?? 0) + 1;
        }
        offsets[++row] = to;
      }
      if (document % SLICE === 0) yield;
    }
  }
  const languages = [...new Set(sources.flatMap(({ terms }) => terms.languages))].sort();
  return yield* invert({
    languages,
    fields,
    documents,
    forms: new Dictionary(forms.dictionary.offsets, forms.dictionary.units),
    stems: stems.dictionary,
    ...ofStems,
    lengths,
    offsets,
    sequences,
  });
}

/** Runs a generator to its end at once. */
export function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
