import type { Evidence, SentenceId } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';

/** What speaks for two sentences reporting the same fact, the weightiest first; empty where nothing does. */
export function evidenceFor(
  _analyses: readonly Analysis[],
  _a: SentenceId,
  _b: SentenceId,
): readonly Evidence[] {
  return [];
}
