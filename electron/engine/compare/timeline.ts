import type { Alignment, Dating, TimelineEntry } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';

/** The dated events of all articles by date, the same event in several of them recognised. */
export function timelineOf(
  _analyses: readonly Analysis[],
  _datings: readonly Dating[],
  _alignment: Alignment,
): readonly TimelineEntry[] {
  return [];
}
