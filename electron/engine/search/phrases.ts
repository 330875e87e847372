import type { Field } from './fields.ts';
import type { Forms } from './forms.ts';
import type { Segment } from './segment.ts';
import { SEPARATOR } from './term-sequences.ts';
import type { Searched } from './weigh.ts';

/** How often the words stand one after another in a field of a document. One word is a phrase, too. */
export function occurrences(
  segment: Segment,
  document: number,
  field: number,
  words: readonly Forms[],
): number {
  const flags = words.map((forms) => forms.flagsIn(segment));
  const sequence = segment.sequence(document, field);
  let count = 0;
  for (let i = 0; i + words.length <= sequence.length; i++) {
    let k = 0;
    while (k < flags.length && flags[k]?.[sequence[i + k] ?? 0] === 1) k++;
    if (k === flags.length) count++;
  }
  return count;
}

/**
 * For each item of a field, from the first that has any word on, whether any of these forms is in it: 1 or 0. Items are
 * the paragraphs of a text, or the lines of one that is set as it is.
 */
export function itemsWith(
  segment: Segment,
  document: number,
  field: number,
  forms: readonly Forms[],
): Uint8Array {
  const flags = forms.map((each) => each.flagsIn(segment));
  const items: number[] = [0];
  for (const number of segment.sequence(document, field)) {
    if (number === SEPARATOR) items.push(0);
    else if (flags.some((flagged) => flagged[number] === 1)) items[items.length - 1] = 1;
  }
  return Uint8Array.from(items);
}

/** Marks the documents that have a phrase in a field, or in any. The words have one form each. */
export function markPhrase(
  words: readonly Forms[],
  only: Field | null,
  sets: readonly Searched[],
  having: Uint8Array,
): void {
  for (const { fields, held: all } of sets) {
    for (const { segment, slots } of all) {
      const numbers = words.map((forms) => forms.numbersIn(segment)[0]);
      if (numbers.includes(undefined)) continue;
      for (const [field, name] of fields.entries()) {
        if (only !== null && only !== name) continue;
        for (const document of withAll(segment, field, numbers as number[])) {
          const slot = slots[document] ?? -1;
          if (slot < 0 || having[slot] === 1) continue;
          if (follow(segment.sequence(document, field), numbers as number[])) having[slot] = 1;
        }
      }
    }
  }
}

/** Documents whose field has all the forms, in whatever order: those of the rarest form, as the others leave them. */
function withAll(segment: Segment, field: number, numbers: readonly number[]): number[] {
  const lists = numbers.map((number) => segment.matches(field, number).documents);
  lists.sort((a, b) => a.length - b.length);
  let left = Array.from(lists[0] ?? []);
  for (const list of lists.slice(1)) {
    let at = 0;
    left = left.filter((document) => {
      while ((list[at] ?? Infinity) < document) at++;
      return list[at] === document;
    });
  }
  return left;
}

function follow(sequence: Uint16Array | Uint32Array, numbers: readonly number[]): boolean {
  const first = (numbers[0] ?? 0) + 1;
  for (let i = sequence.indexOf(first); i >= 0; i = sequence.indexOf(first, i + 1)) {
    let k = 1;
    while (k < numbers.length && sequence[i + k] === (numbers[k] ?? 0) + 1) k++;
    if (k === numbers.length) return true;
  }
  return false;
}
