import { languageParts } from '../language/languages.ts';
import { partsOf, stemOf } from './terms.ts';
import { eachWord } from './words.ts';

/** Words known at a time: as many as a few thousand articles have. */
const MOST_WORDS = 60_000;
const TABLE = 1 << 18;
/** Longer words are not looked up: none of them comes twice. */
const LONGEST = 64;

/**
 * The words met so far, each with the forms it is searched under, so that a word that comes again costs a look at
 * its letters: no piece of the text is cut out for it. Forms have numbers, which hold until {@link trim}.
 */
export class Lexicon {
  #table = new Int32Array(TABLE);
  /** Letters of all words, one after another. */
  #units = new Uint16Array(MOST_WORDS * 8);
  #unitsEnd = 0;
  /** By word: where its letters begin, and its parts; one more at the end. */
  #unitsOf: number[] = [0];
  #partsOf: number[] = [0];
  /** Threes: form, offset in the word, length in the word. */
  #parts: number[] = [];
  #numbers = new Map<string, number>();
  #forms: string[] = [];
  #stems = new Map<string, number[]>();
  #generation = 0;

  /** Another number says that the numbers of forms are void. */
  get generation(): number {
    return this.#generation;
  }

  /** Forgets everything if there is too much of it. Numbers that were given before are void then. */
  trim(): void {
    if (this.#unitsOf.length <= MOST_WORDS && this.#forms.length <= MOST_WORDS) return;
    this.#generation++;
    this.#table.fill(0);
    this.#unitsEnd = 0;
    this.#unitsOf = [0];
    this.#partsOf = [0];
    this.#parts = [];
    this.#numbers = new Map();
    this.#forms = [];
    this.#stems = new Map();
  }

  form(number: number): string {
    return this.#forms[number] ?? '';
  }

  /** The number of a form's stem: stems and forms are numbered together. */
  stem(number: number, language: string): number {
    const lasting = language === 'en' || language === 'und' || languageParts(language) !== null;
    // The stemmer may be loaded later.
    if (!lasting) return this.number(stemOf(this.form(number), language));
    let stems = this.#stems.get(language);
    if (!stems) this.#stems.set(language, (stems = []));
    return (stems[number] ??= this.number(stemOf(this.form(number), language)));
  }

  /** The forms of the words of a text in order, with their places: UTF-16 offsets, end exclusive. */
  each(text: string, language: string, visit: (form: number, start: number, end: number) => void): void {
    eachWord(text, language, (start, end, units) => {
      const word = this.#word(text, start, end, units);
      const to = this.#partsOf[word + 1] ?? 0;
      for (let i = this.#partsOf[word] ?? 0; i < to; i += 3) {
        const from = start + (this.#parts[i + 1] ?? 0);
        visit(this.#parts[i] ?? 0, from, from + (this.#parts[i + 2] ?? 0));
      }
    });
  }

  #word(text: string, start: number, end: number, units: Uint16Array): number {
    if (end - start > LONGEST) return this.#add(text.slice(start, end), false);
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (units[i] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    for (let at = hash & (TABLE - 1); ; at = (at + 1) & (TABLE - 1)) {
      const word = (this.#table[at] ?? 0) - 1;
      if (word < 0) {
        const added = this.#add(text.slice(start, end), true);
        // A table that is nearly full would be slow and, full, endless.
        if (added < TABLE / 2) this.#table[at] = added + 1;
        return added;
      }
      if (this.#isAt(word, units, start, end)) return word;
    }
  }

  #isAt(word: number, units: Uint16Array, start: number, end: number): boolean {
    const from = this.#unitsOf[word] ?? 0;
    if ((this.#unitsOf[word + 1] ?? 0) - from !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#units[from + i - start] !== units[i]) return false;
    return true;
  }

  #add(word: string, kept: boolean): number {
    if (kept) {
      if (this.#unitsEnd + word.length > this.#units.length) {
        const grown = new Uint16Array(2 * this.#units.length);
        grown.set(this.#units);
        this.#units = grown;
      }
      for (let i = 0; i < word.length; i++) this.#units[this.#unitsEnd++] = word.charCodeAt(i);
    }
    this.#unitsOf.push(this.#unitsEnd);
    for (const { form, offset, length } of partsOf(word)) this.#parts.push(this.number(form), offset, length);
    return this.#partsOf.push(this.#parts.length) - 2;
  }

  /** The number of a form. */
  number(form: string): number {
    let number = this.#numbers.get(form);
    if (number === undefined) {
      number = this.#forms.length;
      this.#numbers.set(form, number);
      this.#forms.push(form);
    }
    return number;
  }
}

/** One for a thread: what one text taught it serves the next. */
export const lexicon = new Lexicon();

/** A searchable word of a text: its folded form and its place (UTF-16 offsets, end exclusive). */
export interface Term {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** The searchable words of a text in order. */
export function termsOf(text: string, language: string): Term[] {
  const terms: Term[] = [];
  lexicon.trim();
  lexicon.each(text, language, (form, start, end) => terms.push({ form: lexicon.form(form), start, end }));
  return terms;
}
