import type { Dictionary } from './dictionary.ts';
import { automatonOf, type AutomatonState } from './lunr-parts.ts';

/**
 * The forms of a dictionary that lunr's automaton for a word and a number of edits accepts. The automaton is
 * walked along the sorted forms: what two neighbours have in common is walked once, and where no path goes on
 * all forms that begin so are passed over.
 */
export function nearForms(dictionary: Dictionary, word: string, editDistance: number): string[] {
  const { offsets, units } = dictionary;
  const start = new Set([automatonOf(word, editDistance)]);
  /** States after so many units of the form before. */
  const walked: ReadonlySet<AutomatonState>[] = [start];
  const found: string[] = [];
  let previous = 0;
  for (let number = 0; number < dictionary.size;) {
    const from = offsets[number] ?? 0;
    const length = (offsets[number + 1] ?? 0) - from;
    let depth = 0;
    if (number > 0) {
      const limit = Math.min(walked.length - 1, length);
      while (depth < limit && units[previous + depth] === units[from + depth]) depth++;
    }
    walked.length = depth + 1;
    previous = from;
    let dead = false;
    for (; depth < length && !dead; depth++) {
      const states = step(walked[depth] ?? start, String.fromCharCode(units[from + depth] ?? 0));
      if (states.size === 0) dead = true;
      else walked.push(states);
    }
    if (dead) {
      number = dictionary.afterPrefix(number, depth);
      continue;
    }
    for (const state of walked[length] ?? []) {
      if (!state.final) continue;
      found.push(dictionary.at(number));
      break;
    }
    number++;
  }
  return found;
}

function step(states: ReadonlySet<AutomatonState>, unit: string): ReadonlySet<AutomatonState> {
  const next = new Set<AutomatonState>();
  for (const { edges } of states) {
    // Edges are a plain object's properties, whose prototype has names of more than one letter only.
    const same = edges[unit];
    if (same) next.add(same);
    const any = edges['*'];
    if (any) next.add(any);
  }
  return next;
}
