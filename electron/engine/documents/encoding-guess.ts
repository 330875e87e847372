import { analyse } from 'chardet';
import { decode, encodingExists } from 'iconv-lite';
import { detectAll } from 'tinyld';

/** What an encoding is for: its languages (English text is in any Latin one), and the letters beyond ASCII that are usual in them. */
interface Use {
  readonly languages: readonly string[];
  readonly letters: RegExp;
  /** Its texts are made of them nearly throughout. */
  readonly dense?: true;
}

const WESTERN: Use = {
  languages: ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'no', 'fi', 'is', 'ga', 'ca'],
  letters: /[àâçéèêëîïôûùüœæäößñáíóúåøãõ]/giu,
};
const CENTRAL: Use = {
  languages: ['en', 'cs', 'pl', 'hu', 'sk', 'sl', 'hr', 'ro', 'sr'],
  letters: /[áčďéěíňóřšťúůýžąćęłńśźżőűöüäôľşţăâîđ]/giu,
};
const CYRILLIC: Use = {
  languages: ['ru', 'uk', 'bg', 'sr', 'be', 'mk'],
  letters: /[а-яёіїєґў]/giu,
};
const GREEK: Use = { languages: ['el'], letters: /\p{Script=Greek}/gu };
const HEBREW: Use = { languages: ['he'], letters: /\p{Script=Hebrew}/gu };
const ARABIC: Use = { languages: ['ar', 'fa', 'ur'], letters: /\p{Script=Arabic}/gu };
const JAPANESE: Use = { dense: true, languages: ['ja'], letters: /[\u3041-\u30ff\u4e00-\u9fff]/gu };
const CHINESE: Use = { dense: true, languages: ['zh'], letters: /[\u4e00-\u9fff]/gu };

const USES: Readonly<Record<string, Use>> = {
  'windows-1250': CENTRAL,
  'iso-8859-2': CENTRAL,
  'windows-1251': CYRILLIC,
  'iso-8859-5': CYRILLIC,
  'koi8-u': CYRILLIC,
  'windows-1252': WESTERN,
  'iso-8859-15': WESTERN,
  'windows-1253': GREEK,
  'iso-8859-7': GREEK,
  'windows-1254': { languages: ['en', 'tr'], letters: /[çğıİöşüâîû]/gu },
  'windows-1255': HEBREW,
  'windows-1256': ARABIC,
  'iso-8859-6': ARABIC,
  'windows-1257': { languages: ['en', 'lt', 'lv', 'et'], letters: /[ąčęėįšųūžāēģīķļņäöõü]/giu },
  shift_jis: JAPANESE,
  'euc-jp': JAPANESE,
  'euc-kr': { dense: true, languages: ['ko'], letters: /\p{Script=Hangul}/gu },
  gb18030: CHINESE,
  big5: CHINESE,
};

// Each is a superset of the ISO part, and is what such files are in practice (WHATWG Encoding, 4.2).
const SUPERSET: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-8': 'windows-1255',
  'koi8-r': 'koi8-u',
  ascii: 'windows-1252',
};

/** Tried whatever the detector says, likelier ones first: of equals the first is taken. */
const ALWAYS_TRIED = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'koi8-u',
];

/** What is the euro sign in ISO 8859-15 is the sign for any currency in others, which nobody writes. */
const CURRENCY_SIGN = 0xa4;

// What wrong encodings make of letters: signs inside words, capitals after small letters, scripts mixed in
// one word, letters beyond ASCII next to a digit (a pound sign that became one), half-width kana, C1 controls and
// characters nobody writes.
const ODD =
  /\p{L}[\p{S}¡§«»¿‚„†‡‰]\p{L}|\p{Ll}\p{Lu}|\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}]\p{Script=Latin}|(?!\p{ASCII})[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\d|\d(?!\p{ASCII})[\p{Script=Latin}\p{Script=Greek}]|[\uff61-\uff9f\u0080-\u009f\ufffd\p{Co}\p{Cn}\u2500-\u259f¤¦¨¬¯²³¶¸¹]/gu;

const BEYOND_ASCII = /\P{ASCII}/gu;
const LETTERS_BEYOND_ASCII = /(?!\p{ASCII})\p{L}/gu;
const CAPITALS_BEYOND_ASCII = /(?!\p{ASCII})\p{Lu}/gu;

/** A share of odd signs among the characters beyond ASCII, above which what was decoded is no text. */
const MAX_ODD_SHARE = 0.1;
/** A few odd signs are in every text. */
const ALLOWED_ODD = 3;
/** With a smaller share of characters beyond ASCII, the text is Western: pound signs, dashes and a few names. */
const TELLING_SHARE = 0.02;
/** With a smaller share of them a text is none of East Asia. */
const DENSE_SHARE = 0.2;
/** Capitals above this share of the letters beyond ASCII are the small letters of another encoding. */
const MANY_CAPITALS = 0.5;

/** Characters that no decoded text has. */
const BROKEN = /[\u0080-\u009f\ufffd\p{Cn}]/gu;

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

/** What speaks for `text` being what was written, about -100 to 130. Null where it is plainly no text. */
function plausibility(text: string, encoding: string): number | null {
  const odd = count(text, ODD);
  const beyond = Math.max(1, count(text, BEYOND_ASCII));
  if (odd > ALLOWED_ODD + beyond * MAX_ODD_SHARE) return null;
  const use = Object.hasOwn(USES, encoding) ? USES[encoding] : undefined;
  const letters = count(text, LETTERS_BEYOND_ASCII);
  const usual = use ? count(text, use.letters) / beyond : 0;
  // Related languages share what the detector is sure of.
  const agreement = detectAll(text.slice(0, 4000))
    .filter(({ lang }) => use?.languages.includes(lang))
    .reduce((sum, { accuracy }) => sum + accuracy, 0);
  const shouting = Math.max(0, count(text, CAPITALS_BEYOND_ASCII) / Math.max(1, letters) - MANY_CAPITALS);
  const western = use === WESTERN && beyond < text.length * TELLING_SHARE ? 60 : 0;
  const scarce = use?.dense && beyond < text.length * DENSE_SHARE ? 60 : 0;
  return 50 * usual + 30 * agreement + western - scarce - (100 * odd) / beyond - 80 * shouting;
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
  // The detector does not know it, and it differs from others in eight characters only.
  if (sample.includes(CURRENCY_SIGN)) confidence.set('iso-8859-15', confidence.get('windows-1252') ?? 0);
  let best: { name: string; score: number } | null = null;
  for (const [name, sure] of confidence) {
    // The sample may end within a character.
    const text = decode(sample, name).replace(/\ufffd$/, '');
    if (count(text, BROKEN) > text.length / 50) continue;
    const plausible = plausibility(text, name);
    if (plausible === null) continue;
    const score = sure / 2 + plausible;
    if (!best || score > best.score) best = { name, score };
  }
  return best?.name ?? null;
}
