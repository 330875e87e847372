import type { Span } from '../../../api/index.ts';
import type { AnalysedSentence } from '../../language/analysis.ts';
import type { NameMention } from '../../language/names.ts';
import { ROLES, TITLES } from '../../language/names-words.ts';
import { normalise, stem } from '../../language/stems.ts';
import { isStopword } from '../../language/stopwords.ts';
import type { Token } from '../../language/tokens.ts';
import { wordClass } from '../../language/word-tables.ts';

/** What an account calls a person: "former President", "Secretary of the National Security and Defense Council". */
export interface Description {
  readonly sentence: AnalysedSentence;
  /** The words of the description, without the name. */
  readonly span: Span;
  /** The role or office as a bare noun: "president", "secretary", "son-in-law". */
  readonly head: string;
  /** Stems of what else it says: of which country, of what. */
  readonly rest: ReadonlySet<string>;
  /** The words right before the role: "prime", "general", "vice". */
  readonly qualifier: string;
  readonly former: boolean;
  /** It stands with a full name, as where a person is introduced. */
  readonly full: boolean;
}

/** Words of address say nothing of an office. */
const ADDRESS =
  /^(?:mr|mrs|ms|miss|mx|dr|sir|lady|lord|dame|father|fr|brother|sister|saint|st|prof|rev|reverend|father|hon|madame|herr|frau|monsieur)$/;
const SHORT: Readonly<Record<string, string>> = {
  sen: 'senator', rep: 'representative', reps: 'representative', gov: 'governor', gen: 'general', lt: 'lieutenant',
  col: 'colonel', capt: 'captain', sgt: 'sergeant', congressman: 'representative', congresswoman: 'representative',
  congressperson: 'representative', spokeswoman: 'spokesman', spokesperson: 'spokesman', chairwoman: 'chairman',
  chair: 'chairman', chairperson: 'chairman', adviser: 'advisor', mp: 'lawmaker', boss: 'chief', ceo: 'chief',
}; // prettier-ignore
const FORMER = /^(?:former|ex|onetime|then|erstwhile|late|past|retired|outgoing)$/;

const lowerOf = (token: Token | undefined) => (token ? normalise(token.text).replace(/\.$/, '') : '');

function roleOf(token: Token | undefined): string | null {
  const lower = lowerOf(token);
  if (!lower || ADDRESS.test(lower)) return null;
  const last = lower.startsWith('ex-') ? lower.slice(3) : lower;
  if (!TITLES.has(last) && !ROLES.has(last)) return null;
  return SHORT[last] ?? last;
}

function describe(
  sentence: AnalysedSentence,
  mention: NameMention,
  from: number,
  to: number,
  head: string,
): Description | null {
  const { tokens } = sentence;
  const [first, last] = [tokens[from], tokens[to]];
  if (!first || !last) return null;
  const inside = tokens.slice(from, to + 1);
  const words = inside.map(lowerOf);
  return {
    sentence,
    span: { start: first.start, end: last.end },
    head,
    rest: new Set(
      inside.flatMap((token) => {
        const lower = lowerOf(token);
        const role = roleOf(token);
        return isStopword(lower) || FORMER.test(lower) || role === head
          ? []
          : [stem(lower.replaceAll('.', ''))];
      }),
    ),
    qualifier: words[words.indexOf(words.find((_, at) => roleOf(inside[at]) === head) ?? '') - 1] ?? '',
    former: words.some((word) => FORMER.test(word) || word.startsWith('ex-')),
    full: /\s/.test(mention.text),
  };
}

const LONGEST_BEFORE = 7;

/** "German Chancellor", "EU foreign policy chief", "his lead negotiator,": what stands before the name. */
function before(sentence: AnalysedSentence, mention: NameMention, at: number): Description | null {
  const { text, tokens } = sentence;
  let head: string | null = null;
  let from = at;
  let last = at - 1;
  const gapBefore = (index: number) =>
    text.slice(tokens[index]?.end, tokens[index + 1]?.start ?? mention.start);
  const comma = gapBefore(at - 1) === ', ';
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_BEFORE); i--) {
    const gap = gapBefore(i);
    if (!(/^\s$|^\.\s$/.test(gap) || (i === at - 1 && comma))) break;
    const lower = lowerOf(tokens[i]);
    const role = roleOf(tokens[i]);
    if (role && head === null && i === at - 1) {
      head = role;
      from = i;
      continue;
    }
    if (head === null) {
      if (ADDRESS.test(lower)) return null;
      break;
    }
    if (/^(?:his|her|its|their|the|a|an)$/.test(lower)) {
      if (comma) last = at - 1;
      break;
    }
    if (isStopword(lower)) break;
    const small = /^\p{Ll}/u.test(tokens[i]?.text ?? '');
    if (small && /^(?:verb|adverb)$/.test(wordClass(lower) ?? '')) break;
    from = i;
  }
  if (head === null) return null;
  // "Zelensky and his negotiator, Umerov" describes Umerov; "said the president, Smith" may not.
  if (comma && !/^(?:his|her|its|their|the)$/.test(lowerOf(tokens[from - 1]))) return null;
  return describe(sentence, mention, from, last, head);
}

const LONGEST_AFTER = 14;

/** ", Secretary of the National Security and Defense Council,": what stands after the name, between commas. */
function after(sentence: AnalysedSentence, mention: NameMention): Description | null {
  const { text, tokens } = sentence;
  if (!/^,\s/.test(text.slice(mention.end))) return null;
  const from = tokens.findIndex((token) => token.start > mention.end);
  if (from < 0) return null;
  let to = from;
  while (
    to + 1 < tokens.length &&
    to - from < LONGEST_AFTER &&
    !/[,;:()—–"“”]|\s-\s/.test(text.slice(tokens[to]?.end, tokens[to + 1]?.start))
  )
    to++;
  const closed = /^[,.;)—–]/.test(text.slice(tokens[to]?.end)) || to + 1 === tokens.length;
  if (!closed) return null;
  let start = from;
  if (/^(?:the|a|an|his|her|its|their)$/.test(lowerOf(tokens[from]))) start++;
  // The role is the last noun before "of", "for", "in", "and" or the end.
  let end = start;
  while (
    end < to &&
    !/^(?:of|for|in|at|and|on|who|to|with|from|under|which|that)$/.test(lowerOf(tokens[end + 1]))
  )
    end++;
  const role = roleOf(tokens[end]);
  if (!role || end - start > 5) return null;
  for (let i = start; i < end; i++) {
    const lower = lowerOf(tokens[i]);
    if (isStopword(lower) || wordClass(lower) === 'verb') return null;
  }
  return describe(sentence, mention, start, to, role);
}

interface Described {
  readonly mention: NameMention;
  readonly description: Description;
}

const cache = new WeakMap<AnalysedSentence, readonly Described[]>();

/** What a sentence calls each person it names. */
export function descriptionsIn(sentence: AnalysedSentence): readonly Described[] {
  const known = cache.get(sentence);
  if (known) return known;
  const found = readDescriptions(sentence);
  cache.set(sentence, found);
  return found;
}

function readDescriptions(sentence: AnalysedSentence): Described[] {
  return sentence.names.flatMap((mention) => {
    if (mention.kind !== 'person') return [];
    const at = sentence.tokens.findIndex((token) => token.start >= mention.start);
    return [before(sentence, mention, at), after(sentence, mention)].flatMap((description) =>
      description ? [{ mention, description }] : [],
    );
  });
}
