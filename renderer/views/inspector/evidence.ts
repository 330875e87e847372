import type { AlignedPair, Evidence, EvidenceKind, Span } from '../../../electron/api/index.ts';

const KINDS: Readonly<Record<EvidenceKind, string>> = {
  name: 'Names',
  number: 'Numbers',
  date: 'Dates',
  quotation: 'Quoted words',
  term: 'Rare words',
  synonym: 'Words of like meaning',
  neighbours: 'The sentences around them agree',
  heading: 'Both are headings',
};

/** What speaks for a pair, of one kind. */
export interface Reason {
  readonly kind: string;
  /** The words of the one sentence and of the other; `b` is null where they are the same. */
  readonly words: readonly { readonly a: string; readonly b: string | null }[];
  /** Its share of what speaks for the pair, in whole per cent. */
  readonly share: number;
}

/** Case, marks and spaces do not make words different. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const cut = (text: string, spans: readonly Span[]): readonly string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

/** What speaks for a pair, in the words of both sentences, as published. */
export function reasonsOf(evidence: readonly Evidence[], a: string, b: string): readonly Reason[] {
  return evidence.map((each) => ({
    kind: KINDS[each.kind],
    words: matched(cut(a, each.a), cut(b, each.b)),
    share: Math.round(each.weight * 100),
  }));
}

/** Words that are the same on both sides are told once; of the others each side's stand together. */
function matched(ones: readonly string[], others: readonly string[]): Reason['words'] {
  const same = new Set(ones.map(bare).filter((one) => others.some((other) => bare(other) === one)));
  const told = new Set<string>();
  const shared = ones.filter((one) => {
    const isNew = same.has(bare(one)) && !told.has(bare(one));
    told.add(bare(one));
    return isNew;
  });
  const left = ones.filter((one) => !same.has(bare(one)));
  const right = others.filter((other) => !same.has(bare(other)));
  return [
    ...shared.map((a) => ({ a, b: null })),
    ...(left.length + right.length > 0 ? [{ a: left.join(', '), b: right.join(', ') }] : []),
  ];
}

/** How likely the two report the same, in words. */
export function likelihood(score: number): string {
  if (score >= 0.9) return 'almost certainly';
  if (score >= 0.7) return 'very likely';
  if (score >= 0.5) return 'likely';
  return 'perhaps';
}

/** How far the two say the same. */
export function strengthText(strength: AlignedPair['strength']): string {
  return strength === 'full' ? 'one could stand for the other' : 'they share a fact, and one says more';
}

/** All in one line, for a tooltip. */
export function reasonsText(
  { score, strength }: Pick<AlignedPair, 'score' | 'strength'>,
  reasons: readonly Reason[],
): string {
  const told = reasons.map(({ kind, words }) => {
    const each = words.map(({ a, b }) => (b === null ? `“${a}”` : `“${a}” and “${b}”`));
    return each.length > 0 ? `${kind}: ${each.join(', ')}` : kind;
  });
  const all = `The same, ${likelihood(score)}: ${strengthText(strength)}.`;
  return told.length > 0 ? `${all}\n${told.join('\n')}` : all;
}
