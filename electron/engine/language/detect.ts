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

type Script = 'Latin' | 'Cyrillic' | 'Han' | 'Kana' | 'Hangul' | 'Arabic' | 'Hebrew' | 'Other';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Han', /\p{Script=Han}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hangul', /\p{Script=Hangul}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
];

/** Scripts that one language of the news uses. */
const SCRIPT_LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

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

/** Grammar words of English that are no common words of other languages in Latin script. */
const ONLY_ENGLISH = new Set(
  'the of and that with for from was were has have had this which who would said by are it be not'.split(' '),
);

function latinLanguage(text: string, letters: number): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? [];
  const english = words.filter((word) => ONLY_ENGLISH.has(word)).length;
  const grammar = words.filter((word) => isStopword(word.replaceAll('’', "'"))).length;
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
  const letters = count(sample, /\p{L}/gu);
  const language = letters === 0 ? 'und' : languageOf(sample, letters);
  const rtl = count(sample, /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/gu);
  return { language, direction: rtl > letters / 2 ? 'rtl' : directionOf(language) };
}

function languageOf(text: string, letters: number): string {
  const share = new Map(SCRIPTS.map(([script, pattern]) => [script, count(text, pattern) / letters]));
  const of = (script: Script) => share.get(script) ?? 0;
  // Japanese mixes kana with Chinese characters; a tenth of kana is enough to tell.
  if (of('Kana') + of('Han') > 0.4 && of('Kana') > 0.05) return 'ja';
  if (of('Hangul') > 0.3) return 'ko';
  if (of('Han') > 0.3) return 'zh';
  if (of('Arabic') > 0.5) return arabicScriptLanguage(text);
  if (of('Hebrew') > 0.5) return 'he';
  if (of('Cyrillic') > 0.5) return cyrillicLanguage(text, letters);
  for (const [language, pattern] of SCRIPT_LANGUAGES) {
    if (count(text, pattern) > letters / 2) {
      return language === 'hi' && letters >= MIN_LETTERS
        ? detect(text, { only: ['hi', 'mr', 'ne'] }) || 'hi'
        : language;
    }
  }
  return of('Latin') > 0.5 ? latinLanguage(text, letters) : 'und';
}
