import { analyse } from 'chardet';
import { decode, encodingExists } from 'iconv-lite';
import { detectAll } from 'tinyld';

/** Languages that an 8-bit encoding is for. An encoding under which the text reads as one of them is likely. */
const LANGUAGES: Record<string, readonly string[]> = {
  'windows-1250': ['cs', 'pl', 'hu', 'sk', 'sl', 'hr', 'ro', 'sr'],
  'iso-8859-2': ['cs', 'pl', 'hu', 'sk', 'sl', 'hr', 'ro', 'sr'],
  'windows-1251': ['ru', 'uk', 'bg', 'sr', 'be', 'mk'],
  'iso-8859-5': ['ru', 'uk', 'bg', 'sr', 'be', 'mk'],
  'koi8-r': ['ru', 'bg'],
  'windows-1252': ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'no', 'fi', 'is', 'ga', 'ca'],
  'windows-1253': ['el'],
  'iso-8859-7': ['el'],
  'windows-1254': ['tr'],
  'windows-1255': ['he'],
  'windows-1256': ['ar', 'fa', 'ur'],
  'iso-8859-6': ['ar', 'fa', 'ur'],
  'windows-1257': ['lt', 'lv', 'et'],
  shift_jis: ['ja'],
  'euc-jp': ['ja'],
  'euc-kr': ['ko'],
  gb18030: ['zh'],
  big5: ['zh'],
};

// Each is a superset of the ISO part, and is what such files are in practice (WHATWG Encoding, 4.2).
const SUPERSET: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-8': 'windows-1255',
  ascii: 'windows-1252',
};

const ALWAYS_TRIED = ['windows-1252', 'windows-1250', 'windows-1251', 'windows-1254', 'windows-1257'];

// What wrong encodings make of letters: signs inside words, capitals after small letters, scripts mixed in
// one word, C1 controls and characters nobody writes.
const ODD =
  /\p{L}[¡-©«-´¶-¿×÷€‚„†‡‰]\p{L}|\p{Ll}\p{Lu}|\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Greek}|\p{Script=Greek}\p{Script=Latin}|[\u0080-\u009f\ufffd\p{Co}\p{Cn}]|[¢-©¬®-³¶¹¼-¾]/gu;

const LETTERS_BEYOND_ASCII = /\P{ASCII}/gu;

/** A share of odd signs among the letters beyond ASCII, above which what was decoded is no text. */
const MAX_ODD_SHARE = 0.1;
/** A few odd signs are in every text. */
const ALLOWED_ODD = 3;

/** From -100 to 60: what speaks for `text` being what was written. Null where it is plainly no text. */
function plausibility(text: string, encoding: string): number | null {
  const odd = text.match(ODD)?.length ?? 0;
  const beyond = Math.max(1, text.match(LETTERS_BEYOND_ASCII)?.length ?? 0);
  if (odd > ALLOWED_ODD + beyond * MAX_ODD_SHARE) return null;
  const languages = LANGUAGES[encoding] ?? [];
  const guesses = detectAll(text.slice(0, 4000));
  const agreement = guesses.find(({ lang }) => languages.includes(lang))?.accuracy ?? 0;
  return 60 * agreement - (100 * odd) / beyond;
}

/**
 * The likeliest legacy encoding of bytes that are not UTF-8: chardet's candidates, weighed by how the text
 * reads under each. Null where nothing reads as text.
 */
export function guessEncoding(sample: Uint8Array): string | null {
  const confidence = new Map<string, number>(ALWAYS_TRIED.map((name) => [name, 0]));
  for (const match of analyse(sample)) {
    const found = match.name.toLowerCase();
    const name = SUPERSET[found] ?? found;
    if (/^utf/.test(name) || !encodingExists(name)) continue;
    confidence.set(name, Math.max(confidence.get(name) ?? 0, match.confidence));
  }
  let best: { name: string; score: number } | null = null;
  for (const [name, sure] of confidence) {
    const text = decode(sample, name);
    const broken = text.match(/[\u0080-\u009f\ufffd\p{Cn}]/gu)?.length ?? 0;
    if (broken > 1 + text.length / 50) continue;
    const plausible = plausibility(text, name);
    if (plausible === null) continue;
    const score = sure + plausible;
    if (!best || score > best.score) best = { name, score };
  }
  return best?.name ?? null;
}
