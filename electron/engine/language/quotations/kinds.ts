import { wordClass } from '../word-tables.ts';
import { isStopword } from '../stopwords.ts';
import { BE, cueOf, HELPERS } from './cues.ts';
import type { Item, Placed, Unit } from './items.ts';
import { lowerAt } from './phrases.ts';

const NAMED =
  /^(called|dubbed|codenamed|code-named|named|nicknamed|titled|entitled|subtitled|hashtag|headlined|so-called|known|alias|aka)$/;
const WORKS =
  /^(book|books|film|films|movie|movies|song|songs|single|album|albums|show|shows|series|programme|program|novel|play|episode|documentary|musical|memoir|poem|magazine|newsletter|podcast|sitcom|drama|comedy|opera|soundtrack|track|hit|anthem|hymn|painting|sculpture|exhibition|game|app|website|blog|sketch|classic|thriller|sequel|trilogy|autobiography|bestseller|column|account|username|handle|user|section|segment)$/;

/** Words written with a capital where a title of a work has one. */
function isTitleCase(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const heavy = words.filter((word) => !isStopword(word.toLowerCase(), 'en') || /^\p{Lu}/u.test(word));
  return heavy.length > 0 && heavy.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) && words.length <= 12;
}

/** Whether what stands between marks is the name of something: a work, a code name, a nickname. */
export function isName(unit: Unit, { item, whole }: Placed, direct: boolean): boolean {
  const { items } = unit;
  if (!isTitleCase(whole)) return false;
  const words = (whole.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length;
  const [second, before] = [lowerAt(items, item - 2), lowerAt(items, item - 1)];
  if (NAMED.test(before) || (NAMED.test(second) && /^(as|the|a|an)$/.test(before))) return true;
  if (WORKS.test(before) || (/^(the|of|,)$/.test(before) && WORKS.test(second))) return true;
  if (direct) return false;
  const previous = items[item - 1];
  const next = items[item + 1];
  const capital = (each: Item | undefined) =>
    each?.type === 'name' || (each?.type === 'word' && /^\p{Lu}/u.test(each.text));
  // Dwayne "The Rock" Johnson.
  if (words <= 3 && capital(previous) && capital(next)) return true;
  if (/[.?!]$/.test(whole) && words > 4) return false;
  return (
    /^(on|in|of|to|from|for|with|by|like|the|its|his|her|their|at|and|or|a|an|via|as|wrote|directed|starring|playing|sang|singing|watching)$/.test(
      before,
    ) &&
    (words > 1 || /^(on|in|from|by|via)$/.test(before))
  );
}

const SUBJECTS =
  /^(i|you|he|she|it|we|they|this|that|there|these|those|who|what|nobody|everybody|everyone|nothing|i'm|you're|he's|she's|it's|we're|they're|i've|you've|we've|they've|that's|there's|i'll|we'll|you'll|it'll|i'd|we'd|you'd|don't|let's|let|please|if|when|how|why|where)$/;

/** Whether words are less than a clause of their own. */
export function isFragment(text: string): boolean {
  const words = (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? []).map((word) =>
    word.toLowerCase().replace(/’/g, "'").replace(/[.]+$/, ''),
  );
  if (/[.?!…]["'”’)]?\s+["'“‘(]?\p{Lu}/u.test(text) || /[?!]$/.test(text)) return false;
  if (words.length > 30) return false;
  const verb = (word: string, at: number) =>
    BE.has(word) ||
    HELPERS.has(word) ||
    /n't$|'(s|re|ve|ll|m|d)$/.test(word) ||
    (at > 0 &&
      ((wordClass(word) === 'verb' && !/ing$/.test(word)) ||
        (cueOf(word)?.form === 'past' && cueOf(word)?.kind === 'speech')));
  const at = words.findIndex(verb);
  const capital = /^["'“‘([]?\p{Lu}/u.test(text);
  const first = words[0] ?? '';
  if (SUBJECTS.test(first)) return words.length < 3 || (at < 0 && words.length < 5);
  if (capital) return at < 0 && words.length < 7;
  return (
    at < 1 ||
    words.slice(0, at).some((word) => /^(that|which|who|to|because|in|on|at|of|with|for|by|as)$/.test(word))
  );
}
