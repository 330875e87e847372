import { BegunForms, ListedForms, PatternForms, type Forms } from './forms.ts';
import { nearForms } from './near-forms.ts';
import type { Atom } from './query.ts';
import type { Segment } from './segment.ts';
import { stemOf } from './terms.ts';

/** Shorter beginnings would find nearly everything. */
const SHORTEST_PREFIX = 2;
/** A pattern that leaves more open says too little for its words to be weighed one by one. */
const MOST_WEIGHED_ALONE = 2000;

/** What an atom looks for. */
export interface Expansion {
  /** By word of a phrase (else one): the forms that are the word itself. */
  readonly exact: readonly Forms[];
  /** Forms that begin with it or differ little; null where none are asked for. */
  readonly loose: Forms | null;
  /** Of forms that may differ much: the same by the word they are of, each of which is as rare as it is. */
  readonly apart: readonly Forms[] | null;
}

/** A star alone: every document, without weighing each of its words. */
export function isEverything(atom: Atom): boolean {
  return atom.kind === 'pattern' && atom.pattern === '*' && atom.field === null;
}

function apart(forms: Forms, segments: readonly Segment[]): Forms[] | null {
  const byStem = new Map<string, Set<string>>();
  const count = segments.reduce((sum, segment) => sum + forms.numbersIn(segment).length, 0);
  if (count > MOST_WEIGHED_ALONE * segments.length) return null;
  const all = new Set<string>();
  for (const segment of segments) {
    for (const number of forms.numbersIn(segment)) all.add(segment.terms.forms.at(number));
  }
  if (all.size > MOST_WEIGHED_ALONE) return null;
  for (const form of all) {
    const stem = stemOf(form, 'und');
    const same = byStem.get(stem);
    if (same) same.add(form);
    else byStem.set(stem, new Set([form]));
  }
  return Array.from(byStem.values(), (same) => new ListedForms(same));
}

/** A form and all that have its stem in a language of the library. */
function kinOf(form: string, segments: readonly Segment[], languages: readonly string[]): Set<string> {
  const kin = new Set([form]);
  for (const stem of new Set(languages.map((language) => stemOf(form, language)))) {
    for (const segment of segments) {
      for (const number of segment.formsWithStem(stem)) kin.add(segment.terms.forms.at(number));
    }
  }
  return kin;
}

/** Any of some words, each with its kin and as rare as it is. */
function meant(
  words: Iterable<string>,
  segments: readonly Segment[],
  languages: readonly string[],
): Expansion {
  const groups = new Map<string, ListedForms>();
  for (const word of words) {
    const stem = stemOf(word, 'und');
    if (!groups.has(stem)) groups.set(stem, new ListedForms(kinOf(word, segments, languages)));
  }
  const apart = [...groups.values()];
  return { exact: [new ListedForms(apart.flatMap(({ listed }) => [...listed]))], loose: null, apart };
}

/** Which forms an atom means, given what the segments have. */
export function expand(atom: Atom, segments: readonly Segment[], languages: readonly string[]): Expansion {
  if (atom.kind === 'phrase') {
    return { exact: atom.forms.map((form) => new ListedForms([form])), loose: null, apart: null };
  }
  if (isEverything(atom)) return { exact: [new ListedForms([])], loose: null, apart: null };
  if (atom.kind === 'pattern') {
    const forms = new PatternForms(atom.pattern);
    return { exact: [forms], loose: null, apart: apart(forms, segments) };
  }
  const { form, editDistance, open } = atom;
  // A word with a distance of its own is meant letter by letter, as in lunr.
  if (editDistance > 0) {
    const near = new Set(segments.flatMap(({ terms }) => nearForms(terms.forms, form, editDistance)));
    // Where nobody wrote the word itself, it was mistyped, and each of the others may be meant, as if typed well.
    if (!near.delete(form)) return meant(near, segments, languages);
    return { exact: [new ListedForms([form])], loose: new ListedForms(near), apart: null };
  }
  const exact = new ListedForms(kinOf(form, segments, languages));
  const begun = open && form.length >= SHORTEST_PREFIX;
  return { exact: [exact], loose: begun ? new BegunForms(form, exact) : null, apart: null };
}
