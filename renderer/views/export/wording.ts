import type { Budget } from '../../../electron/api/index.ts';
import { quantity } from '../../parts/words.ts';

/** A summary's length as a person says it: "100 words", "5 sentences", "5 %". */
export function budgetWords(budget: Budget): string {
  if ('words' in budget) return quantity(budget.words, 'word');
  if ('sentences' in budget) return quantity(budget.sentences, 'sentence');
  return `${Math.round(budget.ratio * 100)} %`;
}
