import type { Limits } from './budget.ts';
import type { Pool } from './candidates.ts';
import { Choice } from './choice.ts';
import type { Weights } from './weights.ts';

/** Swaps are tried while chosen × candidates is below this: long summaries gain nothing by them. */
const SWAP_LIMIT = 20_000;
/** Two at once are given up in summaries of up to this many sentences. */
const PAIR_LIMIT = 8;
const PASSES = 6;
const EPSILON = 1e-9;
/** By how much less a sentence must lean on others to read noticeably better. */
const BETTER = 0.2;

/**
 * Indices of the candidates that together are worth most within the limits: greedy by gain for cost, then
 * one choice or two at a time are given up for whatever fills their place better, as long as that helps. On
 * summaries of this size the result is within a few per cent of the exact optimum, in a thousandth of the time.
 */
export function select(pool: Pool, limits: Limits, weights: Weights): number[] {
  const { candidates } = pool;
  const cost = limits.words === Infinity ? 0 : weights.cost;
  const costs = candidates.map(({ words, spaced }) => Math.max(words, spaced) ** cost);
  const choice = new Choice(pool, limits, weights);

  /** Adds the best, again and again, and gives what that brought. */
  const fill = (added: number[], barred = -1): number => {
    let total = 0;
    for (;;) {
      let best = -1;
      let bestRate = -Infinity;
      let bestGain = 0;
      candidates.forEach((candidate, index) => {
        if (index === barred || !choice.admits(index)) return;
        const gain = choice.gain(candidate);
        const rate = gain / (costs[index] ?? 1);
        if (rate > bestRate + EPSILON) [best, bestRate, bestGain] = [index, rate, gain];
      });
      if (best < 0) return total;
      choice.add(best);
      added.push(best);
      total += bestGain;
    }
  };

  /** What is lost by removing a choice; nothing is done where something else needs it. */
  const remove = (index: number): number | null => {
    const candidate = candidates[index];
    if (!candidate || !choice.mayGo(index)) return null;
    choice.remove(index);
    return choice.gain(candidate);
  };

  /** Gives up some choices, later ones first, if what then fills their place is worth more. */
  const exchange = (given: readonly number[]): boolean => {
    const removed: number[] = [];
    const restore = () => {
      for (const index of removed.splice(0).reverse()) choice.add(index);
    };
    let loss = 0;
    for (const index of given) {
      const lost = remove(index);
      if (lost === null) {
        restore();
        return false;
      }
      removed.push(index);
      loss += lost;
    }
    for (const barred of given) {
      const added: number[] = [];
      if (fill(added, barred) > loss + EPSILON) return true;
      for (const index of added.reverse()) choice.remove(index);
    }
    restore();
    return false;
  };

  const exchangeOne = () => [...choice.chosen].filter((index) => exchange([index])).length > 0;
  const exchangeTwo = () => {
    const chosen = [...choice.chosen];
    if (chosen.length > PAIR_LIMIT) return false;
    return chosen.some((one, at) => chosen.slice(at + 1).some((two) => exchange([two, one])));
  };

  /** Tells a fact in the sentence that reads best alone, if that covers nearly as much. */
  const retell = (index: number) => {
    const { leaning = 0 } = candidates[index] ?? {};
    const better = pool
      .counterparts(index)
      .filter((other) => (candidates[other]?.leaning ?? leaning) <= leaning - BETTER)
      .sort((a, b) => (candidates[a]?.leaning ?? 0) - (candidates[b]?.leaning ?? 0));
    if (better.length === 0) return;
    const loss = remove(index);
    if (loss === null) return;
    const enough = (1 - weights.concession) * loss;
    const found = better.find((other) => {
      const candidate = candidates[other];
      return candidate && choice.admits(other) && choice.gain(candidate) >= enough;
    });
    choice.add(found ?? index);
  };

  fill([]);
  for (let pass = 0; pass < PASSES; pass++) {
    if (choice.chosen.size * candidates.length > SWAP_LIMIT) break;
    if (!exchangeOne() && !exchangeTwo()) break;
  }
  [...choice.chosen].forEach(retell);
  return [...choice.chosen];
}
