import { detect } from 'tinyld';
import { isStopword } from './stopwords.ts';

export interface DetectedLanguage {
  /** BCP 47 primary subtag, `und` where the text is too short or belongs to no known language. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Enough to tell a language; more only costs time. */
const SAMPLE_LENGTH = 10_000;
/** Below this many letters statistics say little. */
const MIN_LETTERS = 25;

type Script = 'Latin' | 'Cyrillic' | 'Han' | 'Kana' | 'Hangul' | 'Arabic' | 'Hebrew' | 'other right to left';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Han', /\p{Script=Han}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['other right to left', /[\p{Script=Thaana}\p{Script=Syriac}]/u],
];

/** Scripts that one language of the news uses. */
const SCRIPT_LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ['el', /\p{Script=Greek}/u],
  ['th', /\p{Script=Thai}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['ta', /\p{Script=Tamil}/u],
  ['te', /\p{Script=Telugu}/u],
  ['bn', /\p{Script=Bengali}/u],
  ['km', /\p{Script=Khmer}/u],
  ['lo', /\p{Script=Lao}/u],
  ['my', /\p{Script=Myanmar}/u],
  ['am', /\p{Script=Ethiopic}/u],
  ['hi', /\p{Script=Devanagari}/u],
];

/** No character is of two of these. */
const KINDS = [...SCRIPTS, ...SCRIPT_LANGUAGES];
const NO_KIND = KINDS.length;

/**
 * Of each character that was seen: twice the place of its script in KINDS, one more for letters, and one more
 * again so that nought is for those not seen. A text has few different ones, and looking up is much faster.
 */
const seen = new Uint8Array(0x10000);

function kindOf(codePoint: number): number {
  const known = seen[codePoint];
  if (known) return known - 1;
  const character = String.fromCodePoint(codePoint);
  const place = KINDS.findIndex(([, pattern]) => pattern.test(character));
  const kind = 2 * (place < 0 ? NO_KIND : place) + (/\p{L}/u.test(character) ? 1 : 0);
  if (codePoint < seen.length) seen[codePoint] = kind + 1;
  return kind;
}

/** How many letters a text has, and how many characters of each script. */
class Characters {
  readonly letters: number;
  readonly #counts = new Uint32Array(NO_KIND + 1);

  constructor(text: string) {
    let letters = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const codePoint = unit < 0xd800 ? unit : (text.codePointAt(at) ?? unit);
      if (codePoint > 0xffff) at++;
      const kind = kindOf(codePoint);
      letters += kind & 1;
      const place = kind >> 1;
      this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    }
    this.letters = letters;
  }

  of(name: string): number {
    return this.#counts[KINDS.findIndex(([kind]) => kind === name)] ?? 0;
  }
}

const RTL_LANGUAGES = new Set(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'sd', 'ug', 'ckb', 'dv', 'syr']);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RTL_LANGUAGES.has(language) ? 'rtl' : 'ltr';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Letters that Persian and Urdu have and Arabic has not tell them apart. */
function arabicScriptLanguage(text: string): string {
  if (count(text, /[ٹڈڑںےھ]/g) >= 2) return 'ur';
  if (count(text, /[پچژگک‌ی]/g) >= 2) return 'fa';
  return 'ar';
}

function cyrillicLanguage(text: string, letters: number): string {
  if (/[єїґ]/i.test(text)) return 'uk';
  if (/ў/i.test(text)) return 'be';
  if (/[ђћ]/i.test(text)) return 'sr';
  if (/[ѓќѕ]/i.test(text)) return 'mk';
  if (letters < MIN_LETTERS) return 'und';
  return detect(text, { only: ['ru', 'uk', 'bg', 'sr', 'be', 'mk', 'kk'] }) || 'und';
}

/** Those grammar words of English that are no common words of other languages in Latin script. */
const ONLY_ENGLISH = new Set(
  'the of and that with for from was were has have had this which who would said by are it be not'.split(' '),
);

function latinLanguage(text: string, letters: number): string {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}']+/gu) ?? [];
  let english = 0;
  let grammar = 0;
  for (const word of words) {
    if (!isStopword(word)) continue;
    grammar++;
    if (ONLY_ENGLISH.has(word)) english++;
  }
  if (words.length >= 5 && english >= 2 && grammar >= words.length * 0.25) return 'en';
  if (letters < MIN_LETTERS || words.length < 4) return 'und';
  return detect(text) || 'und';
}

/**
 * The language of a text by its script, by grammar words for English, and by tinyld's letter statistics for
 * the rest. Text without letters, and short text whose script many languages share, is `und`.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const sample = text.slice(0, SAMPLE_LENGTH).toWellFormed();
  const characters = new Characters(sample);
  const { letters } = characters;
  const language = letters === 0 ? 'und' : languageOf(sample, characters);
  const rtl = characters.of('Arabic') + characters.of('Hebrew') + characters.of('other right to left');
  return { language, direction: rtl > letters / 2 ? 'rtl' : directionOf(language) };
}

function languageOf(text: string, characters: Characters): string {
  const { letters } = characters;
  const of = (script: Script) => characters.of(script) / letters;
  // Japanese mixes kana with Chinese characters; a tenth of kana is enough to tell.
  if (of('Kana') + of('Han') > 0.4 && of('Kana') > 0.05) return 'ja';
  if (of('Hangul') > 0.3) return 'ko';
  if (of('Han') > 0.3) return 'zh';
  if (of('Arabic') > 0.5) return arabicScriptLanguage(text);
  if (of('Hebrew') > 0.5) return 'he';
  if (of('Cyrillic') > 0.5) return cyrillicLanguage(text, letters);
  for (const [language] of SCRIPT_LANGUAGES) {
    if (characters.of(language) > letters / 2) {
      return language === 'hi' && letters >= MIN_LETTERS
        ? detect(text, { only: ['hi', 'mr', 'ne'] }) || 'hi'
        : language;
    }
  }
  return of('Latin') > 0.5 ? latinLanguage(text, letters) : 'und';
}
