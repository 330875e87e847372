import { normalise, stem } from '../language/stems.ts';

// Letters that Unicode does not decompose, as people without the key type them.
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower case without accents: "Klöckner" and "Klockner" are one. Vowel signs of other scripts stay. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\u0020-\u007e]/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** Characters of a word that count: the longest words that people write are shorter, and the index keeps every one. */
const LONGEST_FORM = 100;

/** The form a single word is indexed under: folded, without possessive, digit groups joined, no per cent sign. */
export function formOf(word: string): string {
  const form = fold(normalise(word.slice(0, LONGEST_FORM)));
  return /^\d/.test(form) ? form.replace(/,(?=\d{3}(?!\d))/g, '').replace(/%$/, '') : form;
}

/** A form of a word and the place of its letters in the word. */
export interface Part {
  readonly form: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * The forms a word of a text is searched under: hyphens join words that are looked for singly
 * ("Ukrainian-American"); so does the elided article.
 */
export function partsOf(word: string): Part[] {
  return Array.from(word.matchAll(/(?:^(?:l|d|qu)['’](?=\p{L}{2}))?([^\-‐‑]+)/giu), (match) => {
    const piece = match[1] ?? '';
    const offset = match.index + match[0].length - piece.length;
    return { form: formOf(piece), offset, length: piece.length };
  }).filter(({ form }) => form !== '');
}

/** What makes two forms one word to a reader: the stem in the language of the document. */
export function stemOf(form: string, language: string): string {
  return stem(form, language);
}

/** The forms a date is indexed under: year, month and day of an ISO 8601 date, each from the start. */
export function dateForms(date: string): string[] {
  const [day] = date.match(/^\d{4}(?:-\d\d(?:-\d\d)?)?/) ?? [];
  if (day === undefined) return [];
  return [4, 7, 10].filter((length) => day.length >= length).map((length) => day.slice(0, length));
}
