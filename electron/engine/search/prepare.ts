import type { Article } from '../../api/index.ts';
import { Dictionary } from './dictionary.ts';
import { LABEL_FIELDS, OWN_FIELDS, type Field } from './fields.ts';
import { inOrder } from './in-order.ts';
import { lexicon } from './lexicon.ts';
import { packSequences, SEPARATOR, type TermSequences } from './term-sequences.ts';
import { dateForms } from './terms.ts';

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

/** By number in the lexicon: its place in the document, from one on. Zeroes when nobody is at work. */
let numbers = new Uint32Array(1 << 16);

/** The place of a form or stem among those known, from one on; it is added to them if it is none. */
function take(number: number, known: number[]): number {
  if (number >= numbers.length) {
    const grown = new Uint32Array(2 * number);
    grown.set(numbers);
    numbers = grown;
  }
  let place = numbers[number] ?? 0;
  if (place === 0) numbers[number] = place = known.push(number);
  return place;
}

function forget(known: readonly number[]): void {
  for (const number of known) numbers[number] = 0;
}

function sequencesOf(items: Items, names: readonly Field[], language: string): TermSequences {
  lexicon.trim();
  const known: number[] = [];
  const sequence: number[] = [];
  const offsets = new Uint32Array(names.length + 1);
  const lengths = new Uint32Array(names.length);
  const add = (form: number): void => {
    sequence.push(take(form, known));
  };
  names.forEach((name, f) => {
    const from = sequence.length;
    let separators = 0;
    for (const item of items[name] ?? []) {
      if (name === 'date') dateForms(item).forEach((form) => add(lexicon.number(form)));
      else {
        if (sequence.length > from) {
          sequence.push(SEPARATOR);
          separators++;
        }
        lexicon.each(item, language, add);
      }
    }
    lengths[f] = sequence.length - from - separators;
    offsets[f + 1] = sequence.length;
  });
  forget(known);
  const { sorted, ranks } = inOrder(known.map((form) => lexicon.form(form)));
  const sequences =
    known.length < 0xffff ? new Uint16Array(sequence.length) : new Uint32Array(sequence.length);
  for (let i = 0; i < sequence.length; i++) sequences[i] = ranks[sequence[i] ?? 0] ?? SEPARATOR;
  return {
    languages: [language],
    fields: names.length,
    documents: 1,
    forms: Dictionary.of(sorted),
    ...stemsOf(known, ranks, language),
    lengths,
    offsets,
    sequences,
  };
}

/**
 * @param known forms by their numbers in the lexicon.
 * @param ranks the number of the n-th in the document, plus one, at n + 1.
 */
function stemsOf(
  known: readonly number[],
  ranks: Uint32Array,
  language: string,
): Pick<TermSequences, 'stems' | 'stemOffsets' | 'stemForms'> {
  const distinct: number[] = [];
  const places = known.map((form) => take(lexicon.stem(form, language), distinct));
  forget(distinct);
  const order = inOrder(distinct.map((stem) => lexicon.form(stem)));
  const stemOf = (place: number) => (order.ranks[place] ?? 1) - 1;
  const stemOffsets = new Uint32Array(distinct.length + 1);
  for (const place of places) {
    const stem = stemOf(place);
    stemOffsets[stem + 1] = (stemOffsets[stem + 1] ?? 0) + 1;
  }
  for (let i = 1; i < stemOffsets.length; i++) {
    stemOffsets[i] = (stemOffsets[i] ?? 0) + (stemOffsets[i - 1] ?? 0);
  }
  const next = stemOffsets.slice();
  const stemForms = new Uint32Array(known.length);
  places.forEach((place, i) => {
    const stem = stemOf(place);
    const at = next[stem] ?? 0;
    stemForms[at] = (ranks[i + 1] ?? 1) - 1;
    next[stem] = at + 1;
  });
  return { stems: Dictionary.of(order.sorted), stemOffsets, stemForms };
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
