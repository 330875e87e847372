import type { ArticleId } from '../../api/index.ts';
import type { Field } from './fields.ts';
import type { Clause, LunrResult } from './lunr-parts.ts';
import type { Atom } from './query.ts';
import type { Segment } from './segment.ts';
import type { SegmentSet } from './segment-set.ts';
import { stemOf } from './terms.ts';

/** A part of the query that is to be found, and the forms of each of its words that are in the library. */
export interface Wanted {
  readonly atom: Atom;
  readonly words: readonly ReadonlySet<string>[];
}

/** What a word that merely begins as typed, or nearly matches, counts beside one that matches. */
const LESS = 0.5;
/** Shorter beginnings would find nearly everything. */
const SHORTEST_PREFIX = 2;

interface Expansion {
  /** Forms that are the word itself, by word of a phrase. */
  readonly exact: readonly Set<string>[];
  /** Forms that begin with it or differ little. */
  readonly loose: Set<string>;
}

function isMinor(atom: Atom): boolean {
  return atom.kind === 'word' && atom.minor;
}

/** A star alone: every document, without weighing each of its words. */
function isEverything(atom: Atom): boolean {
  return atom.kind === 'pattern' && atom.pattern === '*' && atom.field === null;
}

/**
 * Whether a form is what a pattern leaves open. Each piece is taken at its first place, which is as good as any
 * other; an expression with many stars would try them all.
 */
function fits(form: string, pieces: readonly string[]): boolean {
  const last = pieces.at(-1) ?? '';
  if (!form.startsWith(pieces[0] ?? '')) return false;
  let at = pieces[0]?.length ?? 0;
  for (const piece of pieces.slice(1, -1)) {
    const found = form.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return form.length - last.length >= at && form.endsWith(last);
}

function expand(atom: Atom, segments: readonly Segment[], languages: ReadonlySet<string>): Expansion {
  const loose = new Set<string>();
  if (atom.kind === 'phrase') {
    const exact = atom.forms.map(
      (form) => new Set(segments.some((segment) => segment.has(form)) ? [form] : []),
    );
    return { exact, loose };
  }
  const own = new Set<string>();
  if (isEverything(atom)) return { exact: [own], loose };
  if (atom.kind === 'pattern') {
    const pieces = atom.pattern.split('*');
    for (const segment of segments) {
      for (const form of segment.formsWithPrefix(pieces[0] ?? '')) if (fits(form, pieces)) own.add(form);
    }
    return { exact: [own], loose };
  }
  const { form } = atom;
  const stems = new Set(Array.from(languages, (language) => stemOf(form, language)));
  for (const segment of segments) {
    if (segment.has(form)) own.add(form);
    // A word with a distance of its own is meant letter by letter, as in lunr.
    if (atom.editDistance > 0) {
      for (const near of segment.formsWithin(form, atom.editDistance)) loose.add(near);
    } else {
      for (const stem of stems) for (const other of segment.formsWithStem(stem)) own.add(other);
    }
    if (atom.open && form.length >= SHORTEST_PREFIX) {
      for (const begun of segment.formsWithPrefix(form)) loose.add(begun);
    }
  }
  for (const each of own) loose.delete(each);
  return { exact: [own], loose };
}

function idf(documents: number, frequency: number): number {
  const bounded = Math.min(frequency, documents);
  return Math.log(1 + (documents - bounded + 0.5) / (bounded + 0.5));
}

/** Documents of a segment that have any of the forms, with what their places weigh. */
interface Weighed {
  /** By field (null for all): the boosts of the forms, as lunr's clauses will give them. */
  readonly field: Field | null;
  readonly boosts: Map<string, number>;
}

/**
 * lunr's score is a cosine by the length of the query; across segments with other words that would not be
 * comparable, so the length is multiplied back: what remains is the sum of BM25's terms.
 */
function query(segment: Segment, { field, boosts }: Weighed): { results: LunrResult[]; length: number } {
  const clauses: Clause[] = [];
  let squares = 0;
  for (const [term, boost] of boosts) {
    if (!segment.has(term)) continue;
    clauses.push({ term, boost, usePipeline: false, ...(field === null ? {} : { fields: [field] }) });
    squares += boost * boost;
  }
  if (clauses.length === 0) return { results: [], length: 0 };
  const results = segment.index.query((builder) => {
    for (const clause of clauses) builder.clause(clause);
  });
  return { results, length: Math.sqrt(squares) };
}

export interface Evaluated {
  readonly scores: ReadonlyMap<ArticleId, number>;
  readonly wanted: readonly Wanted[];
}

/** Finds and weighs the documents that the atoms ask for, among all of the library. */
export function evaluate(
  atoms: readonly Atom[],
  sets: readonly SegmentSet[],
  all: readonly ArticleId[],
  languages: ReadonlySet<string>,
): Evaluated {
  const segments = sets.map((set) => set.segments());
  const everySegment = segments.flat();
  const expansions = atoms.map((atom) => expand(atom, everySegment, languages));
  const wordsOf = ({ exact, loose }: Expansion) =>
    exact.map((forms) => (loose.size > 0 ? new Set([...forms, ...loose]) : forms));
  const wanted = atoms
    .map((atom, i) => ({ atom, words: wordsOf(expansions[i] as Expansion) }))
    .filter(({ atom }) => atom.presence !== 'prohibited')
    // Marking every “the” would hide what was found.
    .filter(({ atom }, _, every) => !isMinor(atom) || every.every((other) => isMinor(other.atom)));

  const frequency = (forms: Iterable<string>) => {
    const totals = segments.map(() => 0);
    for (const form of forms) {
      segments.forEach((each, s) => {
        for (const segment of each) totals[s] = (totals[s] ?? 0) + segment.frequency(form);
      });
    }
    return Math.max(...totals);
  };

  // One lunr query for each field named, so that the length of the query is known.
  const byField = new Map<Field | null, Weighed>();
  atoms.forEach((atom, i) => {
    const { exact, loose } = expansions[i] as Expansion;
    let group = byField.get(atom.field);
    if (!group) byField.set(atom.field, (group = { field: atom.field, boosts: new Map() }));
    const give = (forms: ReadonlySet<string>, weight: number) => {
      const boost = weight * idf(all.length, frequency(forms));
      for (const form of forms) group.boosts.set(form, (group.boosts.get(form) ?? 0) + boost);
    };
    // What must not be there is looked for with the rest but weighs nothing.
    const weight = atom.presence === 'prohibited' ? 0 : atom.boost;
    for (const forms of exact) give(forms, weight);
    give(loose, weight * LESS);
  });

  const scores = new Map<ArticleId, number>();
  const having = atoms.map((atom) => new Set(isEverything(atom) ? all : []));
  if (atoms.some(isEverything)) for (const id of all) scores.set(id, 0);
  for (const [s, set] of sets.entries()) {
    for (const segment of segments[s] ?? []) {
      for (const group of byField.values()) {
        if (group.field !== null && !set.fields.includes(group.field)) continue;
        const concerned = atoms.flatMap((atom, i) => (atom.field === group.field ? [i] : []));
        const { results, length } = query(segment, group);
        for (const { ref, score, matchData } of results) {
          const reference = Number(ref);
          if (!set.isLive(segment, reference)) continue;
          const id = segment.documents[reference]?.id as ArticleId;
          scores.set(id, (scores.get(id) ?? 0) + score * length);
          const found = Object.keys(matchData.metadata);
          for (const i of concerned) {
            if (having[i]?.has(id)) continue;
            const { exact, loose } = expansions[i] as Expansion;
            const [first] = exact;
            const has =
              exact.length > 1
                ? segment.occurrences(reference, group.field ? [group.field] : segment.fields, exact) > 0
                : found.some((form) => first?.has(form) === true || loose.has(form));
            if (has) having[i]?.add(id);
          }
        }
      }
    }
  }
  return { scores: choose(atoms, having, scores, all), wanted };
}

/** Keeps the documents that the presence of the atoms allows. */
function choose(
  atoms: readonly Atom[],
  having: readonly ReadonlySet<ArticleId>[],
  scores: ReadonlyMap<ArticleId, number>,
  all: readonly ArticleId[],
): Map<ArticleId, number> {
  const chosen = new Map<ArticleId, number>();
  if (atoms.length === 0) return chosen;
  const at = (test: (atom: Atom) => boolean) =>
    atoms.flatMap((atom, i) => (test(atom) ? [having[i] as ReadonlySet<ArticleId>] : []));
  const prohibited = at(({ presence }) => presence === 'prohibited');
  const required = at(({ presence }) => presence === 'required');
  const plain = at(({ presence }) => presence === 'plain');
  const major = at((atom) => atom.presence === 'plain' && !isMinor(atom));
  const keep = (candidates: Iterable<ArticleId>, test: (id: ArticleId) => boolean) => {
    for (const id of candidates) {
      if (test(id) && !prohibited.some((set) => set.has(id))) chosen.set(id, scores.get(id) ?? 0);
    }
  };
  if (required.length === 0 && plain.length === 0) {
    keep(all, () => true);
    return chosen;
  }
  if (required.length > 0) {
    keep(scores.keys(), (id) => required.every((set) => set.has(id)));
    return chosen;
  }
  const needed = major.length > 0 ? major : plain;
  keep(scores.keys(), (id) => needed.every((set) => set.has(id)));
  if (chosen.size === 0) keep(scores.keys(), (id) => plain.some((set) => set.has(id)));
  return chosen;
}
