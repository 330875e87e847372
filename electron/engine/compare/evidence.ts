import type { Evidence, EvidenceKind, SentenceId, Span } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { align } from './align.ts';
import { pairKey, recall, type Aligned } from './align-memory.ts';
import { DATE, NAME, NUMBER, type SetSentence, type Term } from './features-set.ts';

/** How much aligned neighbours count beside all that the two sentences share. */
const NEIGHBOURS = 0.25;
const LEAST_LIKENESS = 0.35;

interface Found {
  readonly kind: EvidenceKind;
  readonly a: readonly Span[];
  readonly b: readonly Span[];
  readonly amount: number;
}

/** Where a term stands in a sentence, and whether in quotation marks. */
function placesOf(sentence: SetSentence, term: number): { spans: Span[]; quoted: boolean } {
  const units = sentence.source.units.filter((_, at) => sentence.sequence[at] === term);
  return {
    spans: units.map(({ start, end }) => ({ start, end })),
    quoted: units.some(({ quoted }) => quoted),
  };
}

function kindOf({ kind }: Term, quoted: boolean): EvidenceKind {
  if (kind === NAME) return 'name';
  if (kind === NUMBER) return 'number';
  if (kind === DATE) return 'date';
  return quoted ? 'quotation' : 'term';
}

/** The terms that both have, and words of one that are near in meaning to words of the other. */
function sharedBy(a: SetSentence, b: SetSentence, terms: readonly Term[]): Found[] {
  const found: Found[] = [];
  const taken = new Set<number>();
  for (const index of a.terms) {
    const term = terms[index];
    if (!term) continue;
    const weight = a.weightOf.get(index) ?? 0;
    const here = placesOf(a, index);
    const other = b.weightOf.get(index);
    if (other !== undefined) {
      const there = placesOf(b, index);
      const kind = kindOf(term, here.quoted && there.quoted);
      found.push({ kind, a: here.spans, b: there.spans, amount: Math.min(weight, other) });
      continue;
    }
    const near = term.related
      .filter(
        (each) => each.likeness >= LEAST_LIKENESS && !taken.has(each.term) && !a.weightOf.has(each.term),
      )
      .map((each) => ({ ...each, amount: each.likeness * Math.min(weight, b.weightOf.get(each.term) ?? 0) }))
      .reduce<{ term: number; amount: number } | null>(
        (best, each) => (each.amount > (best?.amount ?? 0) ? each : best),
        null,
      );
    if (!near) continue;
    taken.add(near.term);
    found.push({ kind: 'synonym', a: here.spans, b: placesOf(b, near.term).spans, amount: near.amount });
  }
  return found;
}

const inOrder = (spans: readonly Span[]) =>
  [...spans]
    .sort((x, y) => x.start - y.start || x.end - y.end)
    .filter(
      ({ start, end }, at, all) => at === 0 || start !== all[at - 1]?.start || end !== all[at - 1]?.end,
    );

/** One entry a kind, but one for each pair of synonyms: a reader wants to see which word stands for which. */
function byKind(found: readonly Found[]): Found[] {
  const synonyms = found.filter(({ kind }) => kind === 'synonym');
  const kinds = new Map<EvidenceKind, Found>();
  for (const each of found) {
    if (each.kind === 'synonym') continue;
    const before = kinds.get(each.kind);
    kinds.set(each.kind, {
      kind: each.kind,
      a: inOrder([...(before?.a ?? []), ...each.a]),
      b: inOrder([...(before?.b ?? []), ...each.b]),
      amount: (before?.amount ?? 0) + each.amount,
    });
  }
  return [...kinds.values(), ...synonyms];
}

/** The best chance of a pair of sentences next to the two: 0 to 1. */
function besideOf({ set, chances }: Aligned, first: number, second: number): number {
  let best = 0;
  for (const i of [-1, 0, 1]) {
    for (const j of [-1, 0, 1]) {
      if (i === 0 && j === 0) continue;
      const sameArticles =
        set.sentences[first + i]?.article === set.sentences[first]?.article &&
        set.sentences[second + j]?.article === set.sentences[second]?.article;
      if (sameArticles) best = Math.max(best, chances.get(pairKey(set, first + i, second + j)) ?? 0);
    }
  }
  return best;
}

/**
 * What speaks for two sentences reporting the same fact, the weightiest first; empty where nothing does. Read off
 * what the last alignment of these articles was made from, so that it can be asked for whenever a pointer rests.
 */
export function evidenceFor(
  analyses: readonly Analysis[],
  a: SentenceId,
  b: SentenceId,
): readonly Evidence[] {
  if (!recall(analyses)) align(analyses);
  const aligned = recall(analyses);
  const first = aligned?.indexOf.get(a);
  const second = aligned?.indexOf.get(b);
  if (!aligned || first === undefined || second === undefined) return [];
  const [one, other] = [aligned.set.sentences[first], aligned.set.sentences[second]];
  if (!one || !other) return [];
  const found = byKind(sharedBy(one, other, aligned.set.terms));
  const shared = found.reduce((sum, { amount }) => sum + amount, 0);
  const beside = besideOf(aligned, first, second);
  if (shared > 0 && beside > 0) {
    found.push({ kind: 'neighbours', a: [], b: [], amount: shared * NEIGHBOURS * beside });
  }
  const total = found.reduce((sum, { amount }) => sum + amount, 0);
  return found
    .sort((x, y) => y.amount - x.amount || (x.kind < y.kind ? -1 : 1))
    .map(({ amount, ...rest }) => ({ ...rest, weight: amount / total }));
}
