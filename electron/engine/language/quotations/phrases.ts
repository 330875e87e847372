import { ROLES, TITLE_MODIFIERS, TITLES } from '../names-words.ts';
import { isDemonym } from '../names-places.ts';
import type { NameMention } from '../names.ts';
import { wordClass } from '../word-tables.ts';
import { BE, cueOf, DETERMINERS, HELPERS, PREPOSITIONS, RELATIVES, SUBORDINATORS, TIMES } from './cues.ts';
import { genderOfWord } from './gender.ts';
import type { Item } from './items.ts';

/** Who is named in a place of a unit, not yet who that is. */
export type Reference =
  | { readonly type: 'name'; readonly mention: NameMention; readonly from: number; readonly to: number }
  | { readonly type: 'pronoun'; readonly lower: string; readonly from: number; readonly to: number }
  | {
      readonly type: 'role';
      /** Lower case, the determiner left out. */
      readonly words: readonly string[];
      readonly head: string;
      readonly definite: boolean;
      readonly from: number;
      readonly to: number;
    };

export const PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'they',
  'it',
  'i',
  'we',
  "he's",
  "she's",
  'someone',
  'somebody',
  'everyone',
  'others',
  'many',
  'some',
]);
const DEFINITE = /^(the|this|that|these|those|his|her|their|its)$/;
const LONGEST = 9;

/** Nouns, other than by their endings, that stand for somebody who speaks or something that says. */
const SPEAKERS: ReadonlySet<string> = new Set(
  `official officials spokesperson people police parents family families friend friends colleague colleagues man men woman women boy girl boys
girls child children kid kids teen teenager student students critic critics ally allies aide aides source sources expert experts chief
president chancellor king queen prince princess pope judge jury coach captain star host candidate nominee victim witness
witnesses suspect resident residents neighbor neighbour neighbors neighbours mother father mom mum dad son daughter brother sister wife husband
uncle aunt cousin lawyer attorney attorneys counsel prosecutor prosecutors mp mps congressman congresswoman representative representatives
democrat democrats republican republicans conservative conservatives liberal liberals lawmaker guy guys mayor governor
sheriff general colonel major sergeant lieutenant officer officers deputy secretary ambassador diplomat diplomats envoy envoys
executive executives head heads guest guests doctor doctors nurse patient patients teacher teachers pastor priest bishop rabbi imam
statement statements report reports letter letters memo document documents email e-mail tweet tweets post posts message note release
filing complaint lawsuit indictment affidavit ruling opinion editorial article column essay headline sign signs banner banners placard
poster slogan caption testimony transcript communique communiqué declaration resolution text advert ad ads website page site blog book study survey poll
government administration ministry ministries department agency agencies office company companies firm bank group groups organisation organization
organizations organisations party campaign committee commission council court panel union association team teams club board authority authorities
regime opposition army military navy kremlin palace church university school hospital network newspaper paper magazine channel station
intelligence side sides crowd audience protesters fans voters leaders capital embassy consulate watchdog charity publisher media press
press-secretary delegation nobody everybody anybody crew staff members member minister ministers premier senator senators fan
crowds analyst analysts economist economists scientist scientists researcher researchers author authors writer reader
reporter reporters journalist journalists correspondent cameraman passer-by bystander manager boss worker workers employee employees
activist activists campaigner campaigners veteran veterans soldier soldiers fighter fighters rebel rebels militant militants
hacker scholar historian professor singer actor actress comedian commentator columnist commentators pundits pundit insider insiders
supporter supporters opponent opponents rival rivals winner player players defender trainer owner owners founder partner`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a head noun stands for what can speak: a person, a body of them, or something written. */
export function maySpeak(head: string): boolean {
  if (SPEAKERS.has(head) || TITLES.has(head) || ROLES.has(head)) return true;
  return (
    /(wo)?(man|men)$|persons?$|[a-z]{3}(ers?|ors?|ists?|ians?|crats?)$/.test(head) && !NO_SPEAKERS.test(head)
  );
}

const NO_SPEAKERS =
  /^(number|power|order|offer|matter|letter|weather|water|paper|border|error|factor|sector|center|centre|color|labor|behavior|favor|chapter|answer|barriers?|quarter|october|november|december|september|summer|winter|dinner|danger|murder|disorder|corner|cover|tower|river|computers?|servers?|orders?|numbers?|powers?|matters?|offers?|borders?|errors?|factors?|sectors?|centers?|centres?|measures?|shoulders?|either|neither|other|another|after|former|earlier|later|together|whether|never|ever|over|under|rather|however|further|chargers?|terror|horror|mirror|motor|tenor|major|minor|prior|exterior|interior|superior)$/;

const isWord = (item: Item | undefined): item is Extract<Item, { type: 'word' }> => item?.type === 'word';
export const lowerAt = (items: readonly Item[], at: number): string => {
  const item = items[at];
  return isWord(item) ? item.lower : '';
};
export const markAt = (items: readonly Item[], at: number): string => {
  const item = items[at];
  return item?.type === 'mark' ? item.text : '';
};

function isOffice(word: string): boolean {
  return TITLES.has(word) || ROLES.has(word) || TITLE_MODIFIERS.has(word) || genderOfWord(word) !== undefined;
}

/** Whether a word ends a noun phrase read from its start, or begins what stands before one read from its end. */
function bounds(lower: string): boolean {
  return (
    (PREPOSITIONS.has(lower) && lower !== 'of') ||
    SUBORDINATORS.has(lower) ||
    RELATIVES.has(lower) ||
    BE.has(lower) ||
    HELPERS.has(lower) ||
    PRONOUNS.has(lower)
  );
}

/** Whether a word looks like a verb of speech in a form that only verbs have. */
function isPlainVerb(lower: string): boolean {
  const cue = cueOf(lower);
  return (
    cue !== null &&
    cue.form !== 'base' &&
    !/^(reports|claims|states|views|terms|attacks|bills|plans|comments|notes|posts|appeals|questions|charges|champions|directs|orders)$/.test(
      lower,
    )
  );
}

function roleOf(items: readonly Item[], from: number, to: number): Reference | null {
  const words: string[] = [];
  let definite = false;
  for (let i = from; i <= to; i++) {
    const item = items[i];
    if (item?.type === 'name') {
      words.push(item.text.toLowerCase());
      definite ||= item.possessive;
    } else if (isWord(item)) {
      if (DETERMINERS.has(item.lower) && i === from) definite = DEFINITE.test(item.lower);
      else words.push(item.lower);
    }
  }
  let head = '';
  for (let i = from; i <= to; i++) {
    const lower = lowerAt(items, i);
    if (PREPOSITIONS.has(lower)) break;
    if (lower && !DETERMINERS.has(lower)) head = lower;
  }
  if (!head || TIMES.has(head)) return null;
  return { type: 'role', words, head, definite, from, to };
}

/** The noun phrase whose last item is at `to`, a name with what stands before it included; null where there is none. */
export function phraseEnding(items: readonly Item[], to: number): Reference | null {
  const last = items[to];
  if (!last || last.type === 'mark' || last.type === 'quote') return null;
  if (last.type === 'word' && PRONOUNS.has(last.lower)) {
    return { type: 'pronoun', lower: last.lower, from: to, to };
  }
  let from = to;
  if (last.type === 'name' && !last.possessive) {
    for (let i = to - 1; i >= 0 && i > to - LONGEST; i--) {
      const item = items[i];
      if (item?.type === 'name') from = i;
      else if (isWord(item) && DETERMINERS.has(item.lower)) {
        from = i;
        break;
      } else if (
        isWord(item) &&
        (isOffice(item.lower) || isDemonym(item.lower)) &&
        !PREPOSITIONS.has(item.lower)
      )
        from = i;
      else break;
    }
    return { type: 'name', mention: last.mention, from, to };
  }
  if (last.type === 'name' || bounds(last.lower) || DETERMINERS.has(last.lower)) return null;
  for (let i = to - 1; i >= 0 && i > to - LONGEST; i--) {
    const item = items[i];
    if (!item || item.type === 'mark' || item.type === 'quote') break;
    if (item.type === 'word') {
      if (bounds(item.lower) || isPlainVerb(item.lower)) break;
      if (item.lower === 'of') break;
      from = i;
      if (DETERMINERS.has(item.lower)) break;
    } else from = i;
  }
  return roleOf(items, from, to);
}

/** The noun phrase that begins at `from`; null where there is none. */
export function phraseStarting(items: readonly Item[], from: number): Reference | null {
  const first = items[from];
  if (!first || first.type === 'mark' || first.type === 'quote') return null;
  if (
    first.type === 'word' &&
    PRONOUNS.has(first.lower) &&
    !(first.lower === 'some' || first.lower === 'many')
  ) {
    return { type: 'pronoun', lower: first.lower, from, to: from };
  }
  let to = from - 1;
  let named: Extract<Item, { type: 'name' }> | null = null;
  let namedAt = -1;
  for (let i = from; i < from + LONGEST + 3; i++) {
    const item = items[i];
    if (!item || item.type === 'mark' || item.type === 'quote') break;
    if (item.type === 'name') {
      named = item.possessive ? null : item;
      namedAt = i;
      to = i;
      const next = items[i + 1];
      const goesOn =
        isWord(next) &&
        !bounds(next.lower) &&
        next.lower !== 'of' &&
        !isPlainVerb(next.lower) &&
        !TIMES.has(next.lower);
      if (named && (item.mention.kind === 'person' || !goesOn)) break;
      continue;
    }
    if (isWord(item)) {
      if (bounds(item.lower) || (i > from && isPlainVerb(item.lower)) || TIMES.has(item.lower)) break;
      if (i > from && DETERMINERS.has(item.lower)) break;
      if (item.lower === 'of' && i === from) break;
      if (wordClass(item.lower) === 'adverb') break;
      // "the head of the agency": what follows is no bearer of a title.
      if (item.lower === 'of') break;
      named = null;
      to = i;
    }
  }
  if (to < from) return null;
  if (named && namedAt === to) return { type: 'name', mention: named.mention, from, to };
  const role = roleOf(items, from, to);
  if (!role) return null;
  return bearerOf(items, role.to) ?? role;
}

/** The name in apposition to a role that ends at `to`, with or without "of the agency" between: ", Amos Yadlin,". */
function bearerOf(items: readonly Item[], to: number): Reference | null {
  for (let i = to + 1; i < to + LONGEST; i++) {
    const item = items[i];
    if (
      !item ||
      item.type === 'quote' ||
      (isWord(item) && (RELATIVES.has(item.lower) || isPlainVerb(item.lower)))
    )
      return null;
    if (item.type !== 'mark') continue;
    const next = items[i + 1];
    if (item.text === ',' && next?.type === 'name' && !next.possessive && next.mention.kind !== 'place') {
      return { type: 'name', mention: next.mention, from: i + 1, to: i + 1 };
    }
    return null;
  }
  return null;
}

/** Whether a phrase is the object of a preposition. */
export function isObject(items: readonly Item[], { from }: Reference): boolean {
  const before = lowerAt(items, from - 1);
  return PREPOSITIONS.has(before);
}
