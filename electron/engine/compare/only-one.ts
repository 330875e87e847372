import type { Account, Alignment, SentenceId, SummarySentence } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { voicesOf } from '../summary/candidates.ts';
import { chanceElsewhere, tracesOf, type Heard } from '../summary/elsewhere.ts';
import { prepared, type PreparedSentence } from '../summary/prepare.ts';
import { wordVectors } from '../summary/vectors.ts';
import { WEIGHTS } from '../summary/weights.ts';
import { supportFrom } from './support.ts';

/** How many are shown: a list to be read, not a catalogue. */
const MOST = 6;
/** Chance from which a sentence is taken to be told elsewhere too: a wrong "only" costs trust. */
const ELSEWHERE = 0.3;
/** A sentence that leans on others by more than this does not read alone. */
const LEANS = 0.75;
const FEWEST_WORDS = 8;
const MOST_WORDS = 45;
/** Share of the shorter one's words in common from which two sentences are on one point. */
const SAME_POINT = 0.25;

/**
 * What makes a sentence telling. Its likeness with the story's centroid is what goes with being in people's
 * summaries; what can be checked and quoted is worth more to a reader than a remark.
 */
const WORTH = {
  central: 3.4,
  early: 0.4,
  figure: 0.3,
  names: 0.3,
  quoted: 0.3,
  leaning: -0.8,
  elsewhere: -2,
};

interface Candidate extends Heard {
  readonly score: number;
}

const found = new WeakMap<Alignment, readonly SummarySentence[]>();

/**
 * The sentences that one account alone reports, its rewrites apart, the most telling first: spread over the
 * accounts, at most one for a point. What another account reports even in part is left out, and so is what
 * the words of another one show that it may tell too.
 */
export function onlyOneAccount(
  analyses: readonly Analysis[],
  alignment: Alignment,
  accounts: readonly Account[],
): readonly SummarySentence[] {
  let sentences = found.get(alignment);
  if (!sentences) {
    sentences = find(analyses, alignment, accounts);
    found.set(alignment, sentences);
  }
  return sentences;
}

function find(
  analyses: readonly Analysis[],
  alignment: Alignment,
  accounts: readonly Account[],
): readonly SummarySentence[] {
  const articles = analyses.map(prepared);
  const voices = voicesOf(articles, accounts);
  const count = new Set(voices).size;
  if (count < 2) return [];
  const shared = sharedIn(analyses, alignment, voices);
  const { vector, likeness } = wordVectors(articles, voices, WEIGHTS.story);
  const candidates = tracesOf(articles, voices).flatMap((heard): Candidate[] => {
    const { sentence, traces } = heard;
    if (!readsAlone(sentence) || shared.has(sentence.sentence.id)) return [];
    const elsewhere = chanceElsewhere(traces, WEIGHTS.elsewhere);
    if (elsewhere > ELSEWHERE) return [];
    const score =
      WORTH.central * likeness(vector(sentence)) +
      WORTH.early * traces.early +
      WORTH.figure * Number(/\p{N}/u.test(sentence.sentence.text)) +
      (WORTH.names * Math.min(2, sentence.sentence.names.length)) / 2 +
      WORTH.quoted * Number(sentence.quoted > 0.15) +
      WORTH.leaning * sentence.leaning +
      WORTH.elsewhere * elsewhere;
    return [{ ...heard, score }];
  });
  const support = supportFrom(analyses, alignment);
  return choose(candidates, count).map(({ sentence: { sentence } }) => ({
    articleId: sentence.articleId,
    sentenceId: sentence.id,
    text: sentence.text,
    supportedBy: support(sentence.id),
  }));
}

/** Sentences of which another account reports at least a part. */
function sharedIn(
  analyses: readonly Analysis[],
  { pairs }: Alignment,
  voices: readonly number[],
): ReadonlySet<SentenceId> {
  const voiceOf = new Map<SentenceId, number>();
  analyses.forEach(({ sentences }, article) => {
    for (const { id } of sentences) voiceOf.set(id, voices[article] ?? 0);
  });
  const shared = new Set<SentenceId>();
  for (const { a, b } of pairs) if (voiceOf.get(a) !== voiceOf.get(b)) shared.add(a).add(b);
  return shared;
}

function readsAlone({ statement, dependent, fragment, words, leaning }: PreparedSentence): boolean {
  if (!statement || dependent || fragment || leaning > LEANS) return false;
  return words >= FEWEST_WORDS && words <= MOST_WORDS;
}

/** Each account's best, then each one's second, as long as there is room for all of them. */
function choose(candidates: readonly Candidate[], accounts: number): Candidate[] {
  const best = [...candidates].sort((a, b) => b.score - a.score);
  const chosen: Candidate[] = [];
  for (let round = 1; round <= Math.ceil(MOST / accounts); round++) {
    for (const candidate of best) {
      if (chosen.length === MOST) break;
      const own = chosen.filter(({ voice }) => voice === candidate.voice);
      if (own.length < round && !own.some((other) => samePoint(candidate, other))) chosen.push(candidate);
    }
  }
  return chosen.sort((a, b) => b.score - a.score);
}

function samePoint(a: Heard, b: Heard): boolean {
  const neighbours = Math.abs(a.place - b.place) < 2;
  if (neighbours && a.sentence.sentence.articleId === b.sentence.sentence.articleId) return true;
  const words = new Set(b.sentence.content);
  const common = a.sentence.content.filter((stem) => words.has(stem)).length;
  return common > SAME_POINT * Math.min(words.size, a.sentence.content.length);
}
