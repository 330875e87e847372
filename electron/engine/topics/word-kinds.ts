import { isDemonym } from '../language/names-places.ts';
import { ROLES, TITLES } from '../language/names-words.ts';
import { normalise, stem } from '../language/stems.ts';
import { isStopword } from '../language/stopwords.ts';
import { documentShare, wordClass } from '../language/word-tables.ts';

/**
 * What a word can be in a phrase. `noun` and `mixed` (noun or verb) may end one; `modifier` and `participle` may
 * only stand before a noun; `none` is no part of a phrase.
 */
export type WordKind = 'noun' | 'mixed' | 'modifier' | 'participle' | 'gerund' | 'none';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Nouns that say nothing by themselves, in whatever phrase they are the head of. */
const EMPTY_HEADS = set(`
time times week weeks month months year years day days hour hours minute minutes morning evening afternoon night
weekend decade decades century moment period while today tomorrow yesterday monday tuesday wednesday thursday friday
saturday sunday date dates age thing things way ways lot lots number numbers part parts side sides end kind kinds sort
type types bit couple dozen dozens hundreds thousands millions percent per cent half quarter third rest level levels
point points fact facts reason reasons example examples case cases matter matters question questions answer answers
issue issues problem problems idea ideas view views word words name names term terms line lines list step steps
place places area areas spot town home house room people person man men woman women guy guys child children kid kids
boy girl family families friend friends folks everyone somebody official officials source sources reporter reporters
journalist journalists spokesman spokeswoman spokesperson leader leaders member members representative
representatives party parties group groups team teams colleague colleagues supporter supporters critic critics
opponent opponents expert experts analyst analysts observer observers participant participants delegation delegations
statement statements comment comments remark remarks interview interviews report reports story stories article news
conference press media letter speech video photo picture page piece copy version tweet post website site network
result results effect effects impact role roles move moves effort efforts attempt bid goal goals aim chance chances
change changes difference sense degree extent form forms amount size range rate course set series process situation
event events meeting meetings visit trip call calls conversation conversations discussion discussions approach
decision decisions action actions measure measures step stance position positions concern concerns fear fears hope
hopes interest interests need needs order orders request response reaction success failure progress focus attention
support opposition pressure work job jobs life lives hand hands head face heart mind eye eyes body voice country
countries nation nations world city cities state states government governments administration company companies
business industry office center centre university school street road building door car money dollar dollars cost
costs price value share total figure figures record history future past start beginning middle top bottom edge front
back turn look sign signs signal evidence information data detail details document documents text message thank thanks
love fun luck ability possibility opportunity advantage benefit importance basis condition conditions circumstance
circumstances context background version plans intention outcome consequences lack range variety majority minority
section chapter passage sentence paragraph aspect aspects element elements factor factors feature features level
thousand million billion trillion euros pounds sides ones others anything nothing something everything
doubt notion claims claim charge remainder moments talk run rise fall hit deal
`);

/** Modifiers that narrow nothing down. */
const EMPTY_MODIFIERS = set(`
new old key major main recent former current early earlier late later latest first second third fourth fifth last next
final other another many several various different same similar such certain particular specific special general
overall further additional extra future past present previous prior potential possible likely unlikely big bigger
biggest large larger largest small smaller great greater greatest good better best bad worse worst high higher highest
low lower lowest long longer short full whole entire own real true important significant serious strong stronger weak
clear unclear difficult hard easy simple senior junior top leading prominent well-known known so-called own more most
less least few little much single only just one two three four five six seven eight nine ten double dozen dozens
hundreds thousands ongoing upcoming coming initial original actual very total common usual normal regular daily weekly
monthly annual yearly nearby local right wrong left able ready open close far near free nice fine happy sad young
younger older eldest so-far wide broad broader huge massive vast tiny enormous extensive considerable substantial
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
eighty ninety hundred thousand million multiple numerous countless sheer mere complete utter respective following foregoing aforementioned
fresh lengthy productive constructive intense intensive positive negative favourable favorable
`);

/** Adjectives that stand before nouns so often that tables take them for nouns. */
const ADJECTIVES = set(`
nuclear presidential congressional federal territorial constitutional financial commercial industrial electoral
environmental international national regional provincial municipal rural urban global digital medical judicial
legislative economic domestic strategic diplomatic democratic academic electric solar lunar ballistic multinational
transatlantic sovereign exceptional upright senatorial gubernatorial ministerial parliamentary humanitarian civic
psychological technological agricultural cultural educational racial sexual political social criminal illegal
`);
const ADJECTIVE = /(ous|ful|ive|able|ible|ical|less|ish|esque)$/;

export function isEmptyHead(word: string): boolean {
  return EMPTY_HEADS.has(word) || ROLES.has(word) || TITLES.has(word) || isRolePlural(word);
}

function isRolePlural(word: string): boolean {
  return word.endsWith('s') && (ROLES.has(word.slice(0, -1)) || TITLES.has(word.slice(0, -1)));
}

export function isEmptyModifier(word: string): boolean {
  return EMPTY_MODIFIERS.has(word) || EMPTY_HEADS.has(word);
}

/** What is left of "14th" and "D-Calif." when the figure and the point are gone. */
const ORDINAL_ENDING = /^(st|nd|rd|th|thereof|herein|[dri]-\p{Ll}+)$/u;
const NUMBER_WORD = /^(one|two|three|four|five|six|seven|eight|nine|ten|single|multi|half|mid)-/;

function kindOf(word: string): WordKind {
  if (isStopword(word) || word.length < 2 || ORDINAL_ENDING.test(word)) return 'none';
  if (NUMBER_WORD.test(word)) return 'modifier';
  // "20-point", "five-hour"; plain numbers belong to no phrase.
  if (/\p{N}/u.test(word)) return /^\p{N}+-\p{L}+$/u.test(word) ? 'modifier' : 'none';
  if (isDemonym(word)) return 'modifier';
  if (ADJECTIVES.has(word)) return 'modifier';
  const known = wordClass(word);
  if (known === 'adverb' || known === 'other') return 'none';
  if (known === 'adjective') return 'modifier';
  if (known === 'verb')
    return /(ed|en|own|zen)$/.test(word) ? 'participle' : word.endsWith('ing') ? 'gerund' : 'none';
  if (known === 'mixed') return word.endsWith('ing') ? 'gerund' : 'mixed';
  // Words that the table of news does not have: the ending has to do.
  if (documentShare(stem(word)) === undefined) {
    if (word.endsWith('ly')) return 'none';
    if (/[^e]ed$/.test(word)) return 'participle';
    if (word.endsWith('ing')) return 'gerund';
    if (ADJECTIVE.test(word)) return 'modifier';
  }
  return 'noun';
}

export interface WordUse {
  /** Normalised. */
  readonly lower: string;
  readonly kind: WordKind;
}

const cache = new Map<string, WordUse>();
const CACHE_SIZE = 100_000;

/** By a table of the classes that words have in news, and by endings; for words of English. */
export function wordUse(text: string): WordUse {
  let use = cache.get(text);
  if (use === undefined) {
    const lower = normalise(text);
    use = { lower, kind: kindOf(lower) };
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(text, use);
  }
  return use;
}
