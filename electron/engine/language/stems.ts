import lunr from 'lunr';
import { languageParts } from './languages.ts';

const cache = new Map<string, string>();
const CACHE_SIZE = 50_000;

/** Most words are: the same string is given back, so that its hash is worked out once. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
}

/** The form under which words are looked up: lower case, no possessive, straight apostrophes. */
export function normalise(word: string): string {
  if (isPlain(word)) return word;
  const lower = word.toLowerCase().replace(/[’‘]/g, "'").replace(/[‐‑]/g, '-');
  const bare = lower.replace(/'s?$/, '');
  return bare.includes('.') && /^\p{L}\.(\p{L}\.)*$/u.test(bare) ? bare.replaceAll('.', '') : bare;
}

/**
 * The stem of a word. English: Porter's (M. F. Porter, "An algorithm for suffix stripping", 1980) by lunr's
 * implementation; other languages: Snowball's where {@link loadLanguage} has loaded one, else the normal form.
 */
export function stem(word: string, language = 'en'): string {
  return stemOfNormal(normalise(word), language);
}

/** {@link stem} of a word that {@link normalise} gave. */
export function stemOfNormal(normal: string, language = 'en'): string {
  if (language !== 'en' && language !== 'und') return languageParts(language)?.stem(normal) ?? normal;
  let result = cache.get(normal);
  if (result === undefined) {
    result = lunr.stemmer(new lunr.Token(normal, {})).toString();
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(normal, result);
  }
  return result;
}
