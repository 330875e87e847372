import { BegunForms, ListedForms, PatternForms, type Forms } from './forms.ts';
import { nearForms } from './near-forms.ts';
import type { Atom } from './query.ts';
import type { Segment } from './segment.ts';
import { stemOf } from './terms.ts';

/** Shorter beginnings would find nearly everything. */
const SHORTEST_PREFIX = 2;
/** A pattern that leaves more open says too little for its words to be weighed one by one. */
const MOST_WEIGHED_ALONE = 1000;

/** What an atom looks for. */
export interface Expansion {
  /** By word of a phrase (else one): the forms that are the word itself. */
  readonly exact: readonly Forms[];
  /** Forms that begin with it or differ little; null where none are asked for. */
  readonly loose: Forms | null;
  /** Of a pattern: its forms by the word they are of, each of which is as rare as it is. */
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

/** Which forms an atom means, given what the segments have. */
export function expand(atom: Atom, segments: readonly Segment[], languages: Iterable<string>): Expansion {
  if (atom.kind === 'phrase') {
    return { exact: atom.forms.map((form) => new ListedForms([form])), loose: null, apart: null };
  }
  if (isEverything(atom)) return { exact: [new ListedForms([])], loose: null, apart: null };
  if (atom.kind === 'pattern') {
    const forms = new PatternForms(atom.pattern);
    return { exact: [forms], loose: null, apart: apart(forms, segments) };
  }
  const { form, editDistance, open } = atom;
  const own = new Set([form]);
  // A word with a distance of its own is meant letter by letter, as in lunr.
  if (editDistance > 0) {
    const near = new Set(segments.flatMap(({ terms }) => nearForms(terms.forms, form, editDistance)));
    near.delete(form);
    return { exact: [new ListedForms(own)], loose: new ListedForms(near), apart: null };
  }
  for (const stem of new Set(Array.from(languages, (language) => stemOf(form, language)))) {
    for (const segment of segments) {
      for (const number of segment.formsWithStem(stem)) own.add(segment.terms.forms.at(number));
    }
  }
  const exact = new ListedForms(own);
  const begun = open && form.length >= SHORTEST_PREFIX;
  return { exact: [exact], loose: begun ? new BegunForms(form, exact) : null, apart: null };
}
