import type { BoilerplateReason } from '../../api/index.ts';
import { foldSpace } from './white-space.ts';

const MAX_LENGTH = 400;
const MAX_WORDS = 45;

const NETWORKS = new Set(
  'facebook twitter x reddit linkedin whatsapp telegram pinterest instagram threads bluesky mastodon email e-mail messenger tumblr pocket flipboard viber vk xing line youtube tiktok sms'.split(
    ' ',
  ),
);
const SHARE_VERBS = new Set('share tweet follow save print copy post pin send'.split(' '));
const SHARE_FILLERS = new Set(
  'on via to this article story link page us with by it the now icon button'.split(' '),
);

/** "Share on Facebook | Share on X": nothing but networks, verbs of sharing and small words. */
function isShareLine(words: readonly string[]): boolean {
  if (words.length > 40) return false;
  if (!words.every((word) => NETWORKS.has(word) || SHARE_VERBS.has(word) || SHARE_FILLERS.has(word)))
    return false;
  const networks = words.filter((word) => NETWORKS.has(word)).length;
  const verbs = words.filter((word) => SHARE_VERBS.has(word)).length;
  return (
    (verbs > 0 &&
      (networks > 0 || /^(share|tweet|print)( this( article| story)?)?$/.test(words.join(' ')))) ||
    networks >= 2
  );
}

const WHOLE_LINES: readonly (readonly [BoilerplateReason, RegExp])[] = [
  [
    'navigation',
    /^(?:back|go back|home|menu|next|previous|prev|top|search|close|comments?|log ?in|sign in|register|back to (?:top|home|news|the top|all news)|skip to (?:main )?content|(?:main )?navigation|read (?:more|next|the full (?:article|story))|continue reading|keep reading|load more|show more|see more|more(?: on this story)?|(?:view |read |see )?(?:the )?(?:source|original|full) (?:article|story|source)|source|view in browser|click here(?: to .{1,60})?|jump to .{1,40}|table of contents|related(?: articles?| stories| topics| news| content)?|you (?:may|might) also like|recommended(?: for you)?|most (?:read|popular|viewed)|trending(?: now)?|tags?|filed under)$/,
  ],
  ['markup', /^[-–— ]*(?:for immediate release|(?:press|media|news) release|ends)[-–—: ]*$/],
  ['navigation', /^home(?: [>»›/|·] [^>»›/|·]{1,40}){1,6}$/],
  [
    'navigation',
    /^(?:read (?:more|also|next|full (?:article|story))|see also|also read|related|original(?: article| source)?|source (?:article|url|link)|via|link|url|permalink): ?\S.{0,300}$/,
  ],
  ['navigation', /^(?:topics?|tags?|keywords|categor(?:y|ies)|filed under|more on): .{1,200}[^.!?]$/],
  [
    'markup',
    /^(?:updated |published |posted )?\d{1,3} (?:min(?:ute)?s?|hours?|days?)(?: ago| read)(?: by .{1,40})?$/,
  ],
  ['navigation', /^(?:https?:\/\/|www\.)\S+$/],
  [
    'generator',
    /^(?:(?:page |document |report |text |article )?(?:generated|created|printed|exported|downloaded|converted|retrieved|saved|scraped|crawled|archived|captured|accessed)(?: (?:on|at|by|with|using|from))? ?:.{0,80}|(?:this (?:page|document|text) was )?(?:generated|exported|downloaded|converted|retrieved|scraped) (?:on|at|by|with|using|from) .{1,60}|powered by .{1,40})$/,
  ],
  [
    'advertisement',
    /^(?:ads?|advert|advertisements?|advertising|sponsored|sponsored (?:content|post|by .{1,40})|promoted(?: content)?|(?:story|article) continues (?:below|after)(?: (?:this |the )?(?:ad|advert|advertisement|video))?|advertisement - scroll to continue|scroll to continue|paid (?:content|post|partnership))$/,
  ],
  [
    'advertisement',
    /^(?:subscribe|sign up|register)(?: (?:now|today|here|free|for free|to|for))?(?: (?:to|for|and|our|the|my|a|free|daily|weekly|morning|breaking|news|newsletters?|emails?|alerts|updates|podcast|channel|get|receive|latest|in|your|inbox|with|delivered|here|now|today))*$/,
  ],
  [
    'advertisement',
    /^(?:(?:we|this (?:site|website|page)) uses? cookies\b.*|by (?:continuing|using) (?:to (?:use|browse) )?(?:this|our) (?:site|website).*|(?:accept|reject|manage)(?: all)? cookies|cookie (?:settings|policy|preferences|notice)|privacy policy|terms (?:of (?:use|service)|and conditions)|support (?:us|our journalism|independent journalism)|become a (?:member|subscriber|supporter)|already a subscriber\?.*|this article is (?:for subscribers only|free to read).*|download our app.*|follow us on .{1,60}|join our (?:whatsapp|telegram|discord) (?:channel|group).*)$/,
  ],
  [
    'copyright',
    /^(?:(?:©|\(c\)|&copy;|copyright (?:©|\(c\)|\d{4}|by )).{0,200}|(?:this material|this content) may not be (?:published|reproduced).{0,200})$/,
  ],
];

/** All of them in one: most lines are none of them. */
const ANY_WHOLE_LINE = new RegExp(WHOLE_LINES.map(([, { source }]) => source).join('|'));

/** What may stand behind other words: its own words are looked for first, since most lines have none of them. */
const COPYRIGHT_BEHIND: readonly (readonly [string, RegExp])[] = [
  ['all rights reserved', /^(?:.{0,120}[.,] )?all rights reserved$/],
  ['©', /^.{1,80}© ?\d{4}.{0,80}$/],
];

/**
 * Whether a line has more words than any that is set aside. A quick look that takes all but ASCII for parts of
 * words, so that it may take some for fewer.
 */
function hasManyWords(line: string): boolean {
  let count = 0;
  let within = false;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    const small = code | 0x20;
    const plain = (small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39);
    if (plain && !within && ++count > MAX_WORDS) return true;
    within = plain || (within && (code === 0x27 || code === 0x2d || code > 0x7f));
  }
  return false;
}

/**
 * Why a whole line of a text is not prose of the article, or null. Only lines that are recognisable by
 * themselves count: a sentence that merely speaks of cookies or sharing stays.
 */
export function boilerplateReason(line: string): BoilerplateReason | null {
  if (line.length > MAX_LENGTH || hasManyWords(line)) return null;
  const text = foldSpace(line.toLowerCase().replaceAll('’', "'").replaceAll('‘', "'")).trim();
  const bare = text.replace(/^[\s«»|<>←→↑▲•·*[\]]+|[\s«»|<>←→↑▼•·*[\].!…]+$/gu, '');
  if (!bare) return null;
  const words = bare.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];
  if (words.length > MAX_WORDS) return null;
  if (words.length > 0 && isShareLine(words)) return 'share-links';
  const isWhole = (pattern: RegExp) => pattern.test(bare) || pattern.test(text);
  if (isWhole(ANY_WHOLE_LINE)) return WHOLE_LINES.find(([, pattern]) => isWhole(pattern))?.[0] ?? null;
  return COPYRIGHT_BEHIND.some(([words, pattern]) => text.includes(words) && isWhole(pattern))
    ? 'copyright'
    : null;
}
