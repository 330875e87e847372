import { isStopword } from '../stopwords.ts';
import { wordClass } from '../word-tables.ts';
import { BE, cueOf, DETERMINERS, HELPERS, PREPOSITIONS } from './cues.ts';
import type { Item, Placed, Unit } from './items.ts';
import { lowerAt } from './phrases.ts';

const NAMED =
  /^(called|dubbed|codenamed|code-named|named|nicknamed|titled|entitled|subtitled|hashtag|headlined|so-called|known|alias|aka)$/;
const WORKS =
  /^(book|books|film|films|movie|movies|song|songs|single|album|albums|show|shows|series|programme|program|novel|play|episode|documentary|musical|memoir|poem|magazine|newsletter|podcast|sitcom|drama|comedy|opera|soundtrack|track|hit|anthem|hymn|painting|sculpture|exhibition|game|app|website|blog|sketch|classic|thriller|sequel|trilogy|autobiography|bestseller|column|account|username|handle|user|section|segment|assignment|essay|paper|report)$/;
/** Nouns whose "of" names a thing rather than quotes somebody: "the concept of “subsidiarity”". */
const TERMS =
  /^(concept|notion|principle|doctrine|teaching|term|definition|category|genre|title|name|nickname)$/;

/** What a name between marks may stand before. */
const POLICIES =
  /^(policy|policies|provision|law|laws|rule|bill|act|amendment|doctrine|movement|hashtag|sketch|show|program|programme|series|video|song|film|movie|franchise|column|segment|host|star|actor|actress|author|director|sandwich|album|tour|debate)$/;

const WORD = /[\p{L}\p{N}’'-]+/gu;

/** Whether words are written as a title of a work is: all but small ones with a capital. */
function isTitleCase(words: readonly string[]): boolean {
  const heavy = words.filter((word) => !isStopword(word.toLowerCase(), 'en') || /^\p{Lu}/u.test(word));
  return (
    words.length <= 12 &&
    /^[\p{Lu}\p{N}]/u.test(words[0] ?? '') &&
    heavy.length > 0 &&
    heavy.every((word) => /^[\p{Lu}\p{N}]/u.test(word))
  );
}

const isCapital = (item: Item | undefined) =>
  item?.type === 'name' || (item?.type === 'word' && /^\p{Lu}/u.test(item.text));

/**
 * Whether what stands between marks is the name of something: a work, a code name, a nickname, a term.
 * `beside`: a verb of speech stands right beside it.
 */
export function isName({ items }: Unit, { item, whole }: Placed, beside: boolean): boolean {
  const words = whole.match(WORD) ?? [];
  const [second, before] = [lowerAt(items, item - 2), lowerAt(items, item - 1)];
  if (words.length <= 2 && before === 'of' && TERMS.test(second)) return true;
  // The "don't ask, don't tell" policy.
  if (!beside && POLICIES.test(lowerAt(items, item + 1)) && !/[,.?!]$/.test(whole)) return true;
  if (!isTitleCase(words)) return false;
  if (NAMED.test(before) || (NAMED.test(second) && /^(as|the|a|an)$/.test(before))) return true;
  if (WORKS.test(before) || (/^(the|of|)$/.test(before) && WORKS.test(second))) return true;
  const [previous, next] = [items[item - 1], items[item + 1]];
  // Dwayne "The Rock" Johnson.
  if (words.length <= 3 && isCapital(previous) && isCapital(next)) return true;
  // 'NYT' reports.
  const subject = next?.type === 'word' && cueOf(next.lower)?.form === 'present' && !/[,?!.]$/.test(whole);
  if (subject && words.length <= 4) return true;
  if (beside) return false;
  if (words.length > 3) return !/[.?!]$/.test(whole);
  if (words.length > 1 && previous?.type === 'name' && previous.possessive) return true;
  if (/^(on|in|from|by|via)$/.test(before)) return true;
  return (
    words.length > 1 &&
    (DETERMINERS.has(before) ||
      PREPOSITIONS.has(before) ||
      /^(wrote|directed|starring|playing|sang|singing|watching)$/.test(before) ||
      wordClass(before) === 'adjective')
  );
}

const SUBJECTS =
  /^(i|you|he|she|it|we|they|this|that|there|these|those|who|what|nobody|everybody|everyone|nothing|i'm|you're|he's|she's|it's|we're|they're|i've|you've|we've|they've|that's|there's|i'll|we'll|you'll|it'll|i'd|we'd|you'd|don't|let's|let|please|if|when|how|why|where)$/;

/** Whether words are less than a clause of their own. */
export function isFragment(text: string): boolean {
  if (/[.?!…]["'”’)]?\s+["'“‘(]?\p{Lu}/u.test(text.slice(0, 600)) || /[?!]$/.test(text)) return false;
  const words = (text.slice(0, 600).match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? []).map((word) =>
    word.toLowerCase().replaceAll('’', "'").replace(/\.+$/, ''),
  );
  if (words.length > 30) return false;
  const isVerb = (word: string, at: number) => {
    if (BE.has(word) || HELPERS.has(word) || /n't$|'(s|re|ve|ll|m|d)$/.test(word)) return true;
    if (at === 0) return false;
    const cue = cueOf(word);
    return (
      (wordClass(word) === 'verb' && !word.endsWith('ing')) || (cue?.form === 'past' && cue.kind === 'speech')
    );
  };
  const at = words.findIndex(isVerb);
  if (SUBJECTS.test(words[0] ?? '')) return words.length < 3 || (at < 0 && words.length < 5);
  if (/^["'“‘([]?\p{Lu}/u.test(text)) return at < 0 && words.length < 7;
  return (
    at < 1 ||
    words.slice(0, at).some((word) => /^(that|which|who|to|because|in|on|at|of|with|for|by|as)$/.test(word))
  );
}
