import type { AlignedPair, SentenceGroup, SentenceId } from '../../api/index.ts';
import type { AnalysedSentence, Analysis } from '../language/analysis.ts';
import { reportable } from './features.ts';

/** How much a pair between two groups speaks for their being one; a pair that is not there speaks against it. */
const SPEAKS = { full: 1, partial: 0.6 } as const;
/** Mean from which two groups are one: a chain of facts that each resemble the next stays apart. */
const COHESION = 0.75;

const keyOf = (a: SentenceId, b: SentenceId) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Sentences that report one fact: joined by full pairs, best first, by average link. An article has one sentence
 * in a group, unless it says the same twice. In the order of the articles and of their text; recaps are in none.
 *
 * @param pairs best first
 */
export function groupsOf(analyses: readonly Analysis[], pairs: readonly AlignedPair[]): SentenceGroup[] {
  const inOrder = analyses.flatMap(reportable);
  const sentences = new Map<SentenceId, AnalysedSentence>(inOrder.map((each) => [each.id, each]));
  const strengths = new Map(pairs.map(({ a, b, strength }) => [keyOf(a, b), strength]));
  const groupOf = new Map<SentenceId, SentenceId[]>();
  const mayJoin = (left: readonly SentenceId[], right: readonly SentenceId[]): boolean => {
    let sum = 0;
    for (const a of left) {
      for (const b of right) {
        const [one, other] = [sentences.get(a), sentences.get(b)];
        if (one?.articleId === other?.articleId) {
          if (one?.text !== other?.text) return false;
          sum += 1;
          continue;
        }
        const strength = strengths.get(keyOf(a, b));
        if (strength) sum += SPEAKS[strength];
      }
    }
    return sum >= COHESION * left.length * right.length;
  };
  for (const { a, b, strength } of pairs) {
    if (strength !== 'full' || !sentences.has(a) || !sentences.has(b)) continue;
    const left = groupOf.get(a) ?? [a];
    const right = groupOf.get(b) ?? [b];
    if (left === right || !mayJoin(left, right)) continue;
    const joined = [...left, ...right];
    for (const id of joined) groupOf.set(id, joined);
  }
  const seen = new Set<SentenceId[]>();
  const place = new Map(inOrder.map(({ id }, index) => [id, index]));
  return inOrder.flatMap(({ id }) => {
    const group = groupOf.get(id);
    if (!group || seen.has(group)) return [];
    seen.add(group);
    return [{ sentences: [...group].sort((x, y) => (place.get(x) ?? 0) - (place.get(y) ?? 0)) }];
  });
}
