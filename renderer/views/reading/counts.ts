import type { Comparison } from '../../../electron/api/index.ts';
import type { PanelName } from '../../state/reading-panels.svelte.ts';

/**
 * How many things panels show: differences that are not put aside, utterances and events, each once however many
 * accounts have it. Null while it is not known.
 */
export function countsOf(comparison: Comparison | null): Partial<Record<PanelName, number>> | null {
  if (!comparison) return null;
  const { discrepancies, quotations, timeline } = comparison;
  return {
    differences: discrepancies.filter(({ dismissed }) => !dismissed).length,
    quotations: new Set(quotations.map(({ group }) => group)).size,
    timeline: new Set(timeline.map(({ group }) => group)).size,
  };
}
