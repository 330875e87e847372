import type { Candidate } from './candidates.ts';

/**
 * A readable order of chosen sentences: each article's in its own order, and a sentence that needs another
 * right behind it. Groups of several articles go by their place in their articles, openings first.
 */
export function inReadingOrder(candidates: readonly Candidate[], chosen: readonly number[]): Candidate[] {
  const groups = new Map<number, Candidate[]>();
  for (const index of [...chosen].sort((a, b) => a - b)) {
    const candidate = candidates[index];
    if (!candidate) continue;
    let head = index;
    for (let needs = candidate.needs; needs >= 0; needs = candidates[needs]?.needs ?? -1) head = needs;
    const group = groups.get(head);
    if (group) group.push(candidate);
    else groups.set(head, [candidate]);
  }
  const place = (group: readonly Candidate[]) => group[0]?.relative ?? 0;
  return [...groups.values()].sort((a, b) => place(a) - place(b)).flat();
}
