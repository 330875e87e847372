import lunr from 'lunr';
import { languageParts } from './languages.ts';

const cache = new Map<string, string>();
const CACHE_SIZE = 50_000;

/** The form under which words are looked up: lower case, no possessive, straight apostrophes. */
export function normalise(word: string): string {
  const lower = word.toLowerCase().replace(/[’‘]/g, "'").replace(/[‐‑]/g, '-');
  const bare = lower.replace(/'s?$/, '');
  return bare.includes('.') && /^\p{L}\.(\p{L}\.)*$/u.test(bare) ? bare.replaceAll('.', '') : bare;
}

/**
 * The stem of a word. English: Porter's (M. F. Porter, "An algorithm for suffix stripping", 1980) by lunr's
 * implementation; other languages: Snowball's where {@link loadLanguage} has loaded one, else the normal form.
 */
export function stem(word: string, language = 'en'): string {
  const normal = normalise(word);
  if (language !== 'en' && language !== 'und') return languageParts(language)?.stem(normal) ?? normal;
  let result = cache.get(normal);
  if (result === undefined) {
    result = lunr.stemmer(new lunr.Token(normal, {})).toString();
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(normal, result);
  }
  return result;
}
