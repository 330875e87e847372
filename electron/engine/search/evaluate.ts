import { expand, isEverything, type Expansion } from './expand.ts';
import { EitherForms, type Forms } from './forms.ts';
import { markPhrase } from './phrases.ts';
import type { Atom } from './query.ts';
import { Weighed, type Searched } from './weigh.ts';

/** A part of the query that is to be found, and the forms that each of its words may have. */
export interface Wanted {
  readonly atom: Atom;
  readonly words: readonly Forms[];
}

/** What a word that merely begins as typed, or nearly matches, counts beside one that matches. */
const LESS = 0.5;

function isMinor(atom: Atom): boolean {
  return atom.kind === 'word' && atom.minor;
}

/** The documents found, by their numbers, with their scores. */
export interface Evaluated {
  readonly slots: readonly number[];
  /** By number of the document. */
  readonly scores: Float64Array;
  readonly wanted: readonly Wanted[];
}

/**
 * Finds and weighs the documents that the atoms ask for.
 *
 * @param all numbers of the documents of the library; `bound` is one more than the largest.
 */
export function evaluate(
  atoms: readonly Atom[],
  sets: readonly Searched[],
  all: readonly number[],
  bound: number,
): Evaluated {
  const segments = sets.flatMap(({ held }) => held.map(({ segment }) => segment));
  const languages = [...new Set(segments.flatMap(({ terms }) => terms.languages))];
  const scores = new Float64Array(bound);
  const expansions = atoms.map((atom) => expand(atom, segments, languages));
  const having = atoms.map((atom, i) => {
    const found = new Uint8Array(bound);
    if (isEverything(atom)) found.fill(1);
    else weigh(atom, expansions[i] as Expansion, sets, all.length, scores, found);
    return found;
  });
  const wanted = atoms
    .map((atom, i) => {
      const { exact, loose } = expansions[i] as Expansion;
      return { atom, words: loose ? exact.map((forms) => new EitherForms([forms, loose])) : exact };
    })
    .filter(({ atom }) => atom.presence !== 'prohibited')
    // Marking every “the” would hide what was found.
    .filter(({ atom }, _, every) => !isMinor(atom) || every.every((other) => isMinor(other.atom)));
  return { slots: choose(atoms, having, all), scores, wanted };
}

function weigh(
  atom: Atom,
  { exact, loose, apart }: Expansion,
  sets: readonly Searched[],
  documents: number,
  scores: Float64Array,
  having: Uint8Array,
): void {
  // What must not be there is looked for with the rest but weighs nothing.
  const weight = atom.presence === 'prohibited' ? 0 : atom.boost;
  const phrase = atom.kind === 'phrase';
  let rarity = Infinity;
  for (const forms of apart ?? exact) {
    const word = new Weighed(forms, sets);
    const idf = word.idf(documents);
    if (!word.nowhere) rarity = Math.min(rarity, idf);
    word.add(weight * idf, atom.field, scores, phrase ? null : having);
  }
  if (loose) {
    const word = new Weighed(loose, sets);
    // “berliner” must not put articles before those on Berlin merely because it is the rarer word.
    word.add(weight * LESS * Math.min(rarity, word.idf(documents)), atom.field, scores, having);
  }
  if (phrase) markPhrase(exact, atom.field, sets, having);
}

/** Keeps the documents that the presence of the atoms allows. */
function choose(atoms: readonly Atom[], having: readonly Uint8Array[], all: readonly number[]): number[] {
  if (atoms.length === 0) return [];
  const at = (test: (atom: Atom) => boolean) =>
    atoms.flatMap((atom, i) => (test(atom) ? [having[i] as Uint8Array] : []));
  const prohibited = at(({ presence }) => presence === 'prohibited');
  const required = at(({ presence }) => presence === 'required');
  const plain = at(({ presence }) => presence === 'plain');
  const major = at((atom) => atom.presence === 'plain' && !isMinor(atom));
  const keep = (test: (slot: number) => boolean) =>
    all.filter((slot) => test(slot) && !prohibited.some((has) => has[slot] === 1));
  if (required.length === 0 && plain.length === 0) return keep(() => true);
  const needed = required.length > 0 ? required : major.length > 0 ? major : plain;
  const chosen = keep((slot) => needed.every((has) => has[slot] === 1));
  if (chosen.length > 0 || required.length > 0) return chosen;
  return keep((slot) => plain.some((has) => has[slot] === 1));
}
