import type { Article } from '../../api/index.ts';
import { Dictionary } from './dictionary.ts';
import { LABEL_FIELDS, OWN_FIELDS, type Field } from './fields.ts';
import { packSequences, SEPARATOR, type TermSequences } from './term-sequences.ts';
import { dateForms, eachForm, stemOf } from './terms.ts';

/** What an article is labelled with in its library: items that no phrase may span. */
export interface SearchLabels {
  readonly topics: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly tags: readonly string[];
  readonly notes: readonly string[];
}

/** Items of the fields, each of which stands for itself: paragraphs, labels. */
type Items = Readonly<Partial<Record<Field, readonly string[]>>>;

function sequencesOf(items: Items, names: readonly Field[], language: string): TermSequences {
  const numbers = new Map<string, number>();
  const sequence: number[] = [];
  const offsets = new Uint32Array(names.length + 1);
  const lengths = new Uint32Array(names.length);
  const add = (form: string): void => {
    let number = numbers.get(form);
    if (number === undefined) numbers.set(form, (number = numbers.size + 1));
    sequence.push(number);
  };
  names.forEach((name, f) => {
    const from = sequence.length;
    let separators = 0;
    for (const item of items[name] ?? []) {
      if (name === 'date') dateForms(item).forEach(add);
      else {
        if (sequence.length > from) separators += sequence.push(SEPARATOR) > 0 ? 1 : 0;
        eachForm(item, language, add);
      }
    }
    lengths[f] = sequence.length - from - separators;
    offsets[f + 1] = sequence.length;
  });
  const forms = [...numbers.keys()].sort();
  const ranks = new Uint32Array(forms.length + 1);
  forms.forEach((form, rank) => (ranks[numbers.get(form) ?? 0] = rank + 1));
  const numbered =
    forms.length < 0xffff ? new Uint16Array(sequence.length) : new Uint32Array(sequence.length);
  sequence.forEach((number, i) => (numbered[i] = ranks[number] ?? SEPARATOR));
  return {
    languages: [language],
    fields: names.length,
    documents: 1,
    forms: Dictionary.of(forms),
    ...stemsOf(forms, language),
    lengths,
    offsets,
    sequences: numbered,
  };
}

function stemsOf(
  forms: readonly string[],
  language: string,
): Pick<TermSequences, 'stems' | 'stemOffsets' | 'stemForms'> {
  const formsOf = new Map<string, number[]>();
  forms.forEach((form, number) => {
    const stem = stemOf(form, language);
    const known = formsOf.get(stem);
    if (known) known.push(number);
    else formsOf.set(stem, [number]);
  });
  const stems = [...formsOf.keys()].sort();
  const stemOffsets = new Uint32Array(stems.length + 1);
  const stemForms = new Uint32Array(forms.length);
  let at = 0;
  stems.forEach((stem, i) => {
    for (const number of formsOf.get(stem) ?? []) stemForms[at++] = number;
    stemOffsets[i + 1] = at;
  });
  return { stems: Dictionary.of(stems), stemOffsets, stemForms };
}

/**
 * What the index needs of an article's own fields: the forms of its words in order, as bytes that only
 * `SearchIndex.put` reads. The stemmer of the article's language must have been loaded.
 */
export function prepareArticle(article: Article): Uint8Array {
  const { title, source, publishedAt, language, blocks } = article;
  const items: Items = {
    title: title.split('\n'),
    // A line break in a preformatted block is the author's, and ends a phrase as a paragraph does.
    text: blocks.flatMap(({ sentences }) =>
      sentences
        .map(({ text }) => text)
        .join(' ')
        .split('\n'),
    ),
    source: source === null ? [] : source.split('\n'),
    date: publishedAt === null ? [] : [publishedAt],
  };
  return packSequences(sequencesOf(items, OWN_FIELDS, language));
}

/** The same of what an article is labelled with. Notes end a phrase at each line. */
export function prepareLabels(labels: SearchLabels, language: string): TermSequences {
  const items: Items = {
    topic: labels.topics,
    person: labels.people,
    place: labels.places,
    tag: labels.tags,
    note: labels.notes.flatMap((note) => note.split('\n')),
  };
  return sequencesOf(items, LABEL_FIELDS, language);
}
