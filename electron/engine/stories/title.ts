import type { Analysis } from '../language/analysis.ts';
import { dot, tfIdfVectors } from './vectors.ts';

/** A title for some articles seen together, made only of words that they use themselves. */
export function storyTitle(analyses: readonly Analysis[]): string {
  const [first] = analyses;
  if (!first) return '';
  if (analyses.length === 1) return first.title;
  const vectors = tfIdfVectors(analyses);
  let best = { title: first.title, score: -Infinity };
  vectors.forEach((vector, i) => {
    const analysis = analyses[i];
    if (!analysis || analysis.titleStems.length === 0) return;
    const score = vectors.reduce((sum, other) => sum + dot(vector, other), 0);
    if (score > best.score) best = { title: analysis.title, score };
  });
  return best.title;
}
