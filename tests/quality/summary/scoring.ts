import type { Budget } from '../../../electron/api/index.ts';
import type { Analysis } from '../../../electron/engine/language/analysis.ts';
import { summarise } from '../../../electron/engine/summary/summarise.ts';
import type { Weights } from '../../../electron/engine/summary/weights.ts';
import type { Case } from './corpora.ts';
import { countReferences, rougeAgainst, rougeTokens, type Counted } from './rouge.ts';

/** One summary to be made and what it is worth: for fitting, where speed counts. */
export interface Task {
  readonly analyses: readonly Analysis[];
  readonly comparison: Case['comparison'];
  readonly budget: Budget;
  readonly measure: 'recall' | 'f1';
  readonly share: number;
  readonly unigrams: Counted;
  readonly bigrams: Counted;
}

/** What a point of ROUGE-1 counts beside one of ROUGE-2: it is the steadier of the two on few cases. */
const UNIGRAMS = 0.25;

const tokenCache = new Map<string, readonly string[]>();
function tokensOf(text: string): readonly string[] {
  let tokens = tokenCache.get(text);
  if (!tokens) {
    tokens = rougeTokens(text);
    tokenCache.set(text, tokens);
  }
  return tokens;
}

export function taskOf(
  { analyses, comparison, references }: Case,
  budget: Budget,
  measure: Task['measure'],
  share: number,
  cut = Infinity,
): Task {
  const texts = references.map((sentences) => sentences.join(' '));
  return {
    analyses,
    comparison,
    budget,
    measure,
    share,
    unigrams: countReferences(texts, 1, cut),
    bigrams: countReferences(texts, 2, cut),
  };
}

/** ROUGE-2 with a little ROUGE-1, averaged over tasks by their shares. */
export function meanScore(tasks: readonly Task[], weights: Weights, unigrams = UNIGRAMS): number {
  let sum = 0;
  let shares = 0;
  for (const task of tasks) {
    const { sentences } = summarise(task.analyses, task.budget, {
      ...task.comparison,
      weights: { story: weights, article: weights },
    });
    const tokens = sentences.flatMap(({ text }) => tokensOf(text));
    const two = rougeAgainst(tokens, task.bigrams, 2)[task.measure];
    const one = unigrams === 0 ? 0 : rougeAgainst(tokens, task.unigrams, 1)[task.measure];
    sum += task.share * (two + unigrams * one);
    shares += task.share;
  }
  return shares === 0 ? 0 : sum / shares;
}
