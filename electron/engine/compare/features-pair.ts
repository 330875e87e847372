import { DATE, NAME, NUMBER, type SentenceSet, type SetSentence, type Term } from './features-set.ts';

/** What is known of two sentences by themselves. Symmetric: the order of the two changes nothing. */
export const PAIR_FEATURES = [
  'cosine',
  'contentCosine',
  'coverMax',
  'coverMin',
  'softMax',
  'softMin',
  'sharedMass',
  'softMass',
  'contentMass',
  'contentMax',
  'contentMin',
  'top1',
  'top2',
  'top3',
  'nameMass',
  'nameCover',
  'nameMin',
  'nameConflict',
  'numberMass',
  'numberConflict',
  'dateMass',
  'dateConflict',
  'quotedMass',
  'quotedShare',
  'bothQuoted',
  'verbMass',
  'leadMass',
  'run',
  'runShare',
  'bigrams',
  'windowMax',
  'windowMin',
  'synonymMass',
  'ordered',
  'lengthRatio',
  'shorter',
  'longer',
  'depth',
  'openings',
  'setCosine',
  'setMass',
  'backMass',
  'impliedMass',
  'windowA',
  'windowB',
  'aroundCosine',
  'common',
] as const;

export type PairFeature = (typeof PAIR_FEATURES)[number];

const WINDOW = 8;

/** What is asked of a sentence for each of its pairs, worked out once. */
interface Prepared {
  /** Terms that a term of the sentence may stand for: how near they are, and the weight of the term. */
  readonly near: ReadonlyMap<number, readonly { readonly likeness: number; readonly weight: number }[]>;
  /** Neighbouring terms, as one number each. */
  readonly bigrams: ReadonlySet<number>;
  /** Where each term stands first. */
  readonly place: ReadonlyMap<number, number>;
  /** Terms in quotation marks with their weights. */
  readonly quoted: ReadonlyMap<number, number>;
  /** Terms that are verbs, as often as they stand there. */
  readonly verbs: readonly number[];
  /** Sums of squares: of the weights of terms that are no names, and of the rarity of all in the set. */
  readonly content: number;
  readonly inSet: number;
}

const prepared = new WeakMap<SetSentence, Prepared>();

function preparedOf(sentence: SetSentence, terms: readonly Term[]): Prepared {
  let known = prepared.get(sentence);
  if (!known) prepared.set(sentence, (known = prepare(sentence, terms)));
  return known;
}

function prepare(sentence: SetSentence, terms: readonly Term[]): Prepared {
  const near = new Map<number, { likeness: number; weight: number }[]>();
  let content = 0;
  let inSet = 0;
  sentence.terms.forEach((index, at) => {
    const weight = sentence.weights[at] ?? 0;
    const term = terms[index];
    if (term?.kind !== NAME) content += weight * weight;
    inSet += (term?.inSet ?? 0) ** 2;
    for (const { term: other, likeness } of term?.related ?? []) {
      const list = near.get(other) ?? [];
      list.push({ likeness, weight });
      near.set(other, list);
    }
  });
  const bigrams = new Set<number>();
  const place = new Map<number, number>();
  sentence.sequence.forEach((index, at) => {
    if (!place.has(index)) place.set(index, at);
    if (at > 0) bigrams.add((sentence.sequence[at - 1] ?? 0) * BIGRAM_BASE + index);
  });
  const verbs = sentence.source.units.flatMap((unit, at) => (unit.verb ? [sentence.sequence[at] ?? -1] : []));
  return { near, bigrams, place, quoted: quotedWeights(sentence), verbs, content, inSet };
}

const BIGRAM_BASE = 65_536;

/** Length of the longest run of words that both sentences have. */
function longestRun(a: readonly number[], b: readonly number[]): number {
  let previous = new Uint8Array(b.length + 1);
  let current = new Uint8Array(b.length + 1);
  let longest = 0;
  for (const word of a) {
    for (let j = 0; j < b.length; j++) {
      const run = b[j] === word ? (previous[j] ?? 0) + 1 : 0;
      current[j + 1] = run;
      if (run > longest) longest = run;
    }
    const swap = previous;
    previous = current;
    current = swap;
  }
  return longest;
}

/** How well the terms of `a` are found in `b`, each 0 to 1, in step with `a.terms`. */
function matches(a: SetSentence, b: SetSentence, terms: readonly Term[]): Float64Array {
  const { near } = preparedOf(b, terms);
  const found = new Float64Array(a.terms.length);
  for (let i = 0; i < a.terms.length; i++) {
    const index = a.terms[i] ?? -1;
    if (b.weightOf.has(index)) {
      found[i] = 1;
      continue;
    }
    let best = 0;
    const weight = a.weights[i] ?? 0;
    for (const { likeness, weight: other } of near.get(index) ?? []) {
      // A rare word that is like a common one says no more than the common one.
      if (likeness > best) best = Math.max(best, likeness * Math.min(1, other / weight));
    }
    found[i] = best;
  }
  return found;
}

/** The best share of matched weight among eight neighbouring terms. */
function densest(sentence: SetSentence, found: ReadonlyMap<number, number>): number {
  const { sequence, weightOf } = sentence;
  let matched = 0;
  let all = 0;
  let best = 0;
  for (let end = 0; end < sequence.length; end++) {
    const term = sequence[end] ?? -1;
    const weight = weightOf.get(term) ?? 0;
    all += weight;
    matched += weight * (found.get(term) ?? 0);
    if (end >= WINDOW) {
      const left = sequence[end - WINDOW] ?? -1;
      const gone = weightOf.get(left) ?? 0;
      all -= gone;
      matched -= gone * (found.get(left) ?? 0);
    }
    // A few words at the start are no window yet, unless the sentence is so short.
    if (end + 1 >= Math.min(WINDOW, sequence.length)) best = Math.max(best, matched / (all || 1));
  }
  return best;
}

/** Weight of neighbouring terms that stand so in both. */
function sharedBigrams(a: SetSentence, pairs: ReadonlySet<number>): number {
  let sum = 0;
  for (let i = 1; i < a.sequence.length; i++) {
    const left = a.sequence[i - 1] ?? 0;
    const right = a.sequence[i] ?? 0;
    if (pairs.has(left * BIGRAM_BASE + right)) {
      sum += ((a.weightOf.get(left) ?? 0) + (a.weightOf.get(right) ?? 0)) / 2;
    }
  }
  return sum;
}

/** Share of the shared terms that stand in the same order in both: 0 to 1, 0.5 where order says nothing. */
function inOrder(a: SetSentence, place: ReadonlyMap<number, number>): number {
  let forward = 0;
  let backward = 0;
  let last = -1;
  for (const term of a.terms) {
    const at = place.get(term);
    if (at === undefined) continue;
    if (last >= 0) {
      if (at > last) forward++;
      else backward++;
    }
    last = at;
  }
  return forward + backward > 0 ? forward / (forward + backward) : 0.5;
}

/** Share of the weight of a sentence that another or its neighbours have. */
function coverAround(set: SentenceSet, sentence: SetSentence, other: SetSentence): number {
  const at = (set.starts[other.article] ?? 0) + other.place;
  const before = set.sentences[at - 1];
  const after = set.sentences[at + 1];
  const left = before?.article === other.article ? before.weightOf : null;
  const right = after?.article === other.article ? after.weightOf : null;
  let sum = 0;
  for (let i = 0; i < sentence.terms.length; i++) {
    const index = sentence.terms[i] ?? -1;
    if (other.weightOf.has(index) || left?.has(index) || right?.has(index)) sum += sentence.weights[i] ?? 0;
  }
  return sum / (sentence.total || 1);
}

interface Mass {
  shared: number;
  total: number;
}

const share = ({ shared, total }: Mass) => (total > 0 ? shared / total : 0);

function quotedWeights(sentence: SetSentence): Map<number, number> {
  const quoted = new Map<number, number>();
  if (!sentence.source.hasQuotation) return quoted;
  sentence.source.units.forEach((unit, at) => {
    const term = sentence.sequence[at] ?? -1;
    if (unit.quoted) quoted.set(term, sentence.weightOf.get(term) ?? 0);
  });
  return quoted;
}

function sideOf(sentence: SetSentence, found: Float64Array, terms: readonly Term[]) {
  const side = {
    all: { shared: 0, total: 0 },
    soft: { shared: 0, total: 0 },
    content: { shared: 0, total: 0 },
    names: { shared: 0, total: 0 },
    numbers: { shared: 0, total: 0 },
    dates: { shared: 0, total: 0 },
    matched: new Map<number, number>(),
  };
  for (let i = 0; i < sentence.terms.length; i++) {
    const index = sentence.terms[i] ?? -1;
    const weight = sentence.weights[i] ?? 0;
    const likeness = found[i] ?? 0;
    const exact = likeness === 1 ? weight : 0;
    const kind = terms[index]?.kind;
    side.all.total += weight;
    side.all.shared += exact;
    side.soft.shared += weight * likeness;
    if (likeness > 0) side.matched.set(index, likeness);
    if (kind === NAME) {
      side.names.total += weight;
      side.names.shared += exact;
      continue;
    }
    side.content.total += weight;
    side.content.shared += weight * likeness;
    if (kind === DATE) {
      side.dates.total += weight;
      side.dates.shared += exact;
    }
    if (kind === NUMBER) {
      side.numbers.total += weight;
      side.numbers.shared += exact;
    }
  }
  side.soft.total = side.all.total;
  return side;
}

/** The features of a pair, in the order of {@link PAIR_FEATURES}. */
export function pairFeatures(set: SentenceSet, first: SetSentence, second: SetSentence): number[] {
  const { terms } = set;
  const ofFirst = preparedOf(first, terms);
  const ofSecond = preparedOf(second, terms);
  const foundA = matches(first, second, terms);
  const foundB = matches(second, first, terms);
  const a = sideOf(first, foundA, terms);
  const b = sideOf(second, foundB, terms);

  let dot = 0;
  let contentDot = 0;
  let leadMass = 0;
  let synonymMass = 0;
  const tops = [0, 0, 0];
  for (let i = 0; i < first.terms.length; i++) {
    const index = first.terms[i] ?? -1;
    const weight = first.weights[i] ?? 0;
    const isName = terms[index]?.kind === NAME;
    const likeness = foundA[i] ?? 0;
    if (likeness === 0) continue;
    const other = second.weightOf.get(index) ?? weight;
    const product = weight * other * likeness;
    dot += product;
    if (!isName) contentDot += product;
    if (likeness < 1) synonymMass += weight * likeness;
    const gain = Math.min(weight, other) * likeness;
    const full = terms[index]?.weight ?? 0;
    if (gain < full * 0.6) leadMass += full - gain;
    if (gain > (tops[0] ?? 0)) tops.splice(0, 3, gain, tops[0] ?? 0, tops[1] ?? 0);
    else if (gain > (tops[1] ?? 0)) tops.splice(1, 2, gain, tops[1] ?? 0);
    else if (gain > (tops[2] ?? 0)) tops[2] = gain;
  }
  for (let i = 0; i < second.terms.length; i++) {
    const weight = second.weights[i] ?? 0;
    if ((foundB[i] ?? 0) > 0 && (foundB[i] ?? 0) < 1) synonymMass += weight * (foundB[i] ?? 0);
  }

  let setDot = 0;
  let setShared = 0;
  let backShared = 0;
  let common = 0;
  for (const index of first.terms) {
    if (!second.weightOf.has(index)) continue;
    const { inSet = 0, weight = 0 } = terms[index] ?? {};
    setDot += inSet * inSet;
    setShared += inSet;
    backShared += 2 * weight - inSet;
    common++;
  }
  let impliedMass = 0;
  for (const index of first.implied)
    if (second.weightOf.has(index) || second.implied.includes(index)) impliedMass += 0.5;
  for (const index of second.implied)
    if (first.weightOf.has(index) || first.implied.includes(index)) impliedMass += 0.5;
  const aroundA = coverAround(set, first, second);
  const aroundB = coverAround(set, second, first);

  const quotedA = ofFirst.quoted;
  const quotedB = ofSecond.quoted;
  let quotedMass = 0;
  let quotedTotal = 0;
  for (const [term, weight] of quotedA) {
    quotedTotal += weight;
    if (quotedB.has(term)) quotedMass += weight;
  }
  let quotedOther = 0;
  for (const weight of quotedB.values()) quotedOther += weight;

  let verbMass = 0;
  for (const term of ofFirst.verbs) {
    const likeness = a.matched.get(term) ?? 0;
    if (likeness > 0) verbMass += (first.weightOf.get(term) ?? 0) * likeness;
  }

  const run = longestRun(first.words, second.words);
  const shorter = Math.min(first.words.length, second.words.length);
  const longer = Math.max(first.words.length, second.words.length);
  const windowA = densest(first, a.matched);
  const windowB = densest(second, b.matched);
  const mass = (x: number, y: number) => Math.log1p((x + y) / 2);
  const [max, min] = [Math.max, Math.min];

  const values: Record<PairFeature, number> = {
    cosine: dot / (first.length * second.length || 1),
    contentCosine: contentDot / (Math.sqrt(ofFirst.content * ofSecond.content) || 1),
    coverMax: max(share(a.all), share(b.all)),
    coverMin: min(share(a.all), share(b.all)),
    softMax: max(share(a.soft), share(b.soft)),
    softMin: min(share(a.soft), share(b.soft)),
    sharedMass: mass(a.all.shared, b.all.shared),
    softMass: mass(a.soft.shared, b.soft.shared),
    contentMass: mass(a.content.shared, b.content.shared),
    contentMax: max(share(a.content), share(b.content)),
    contentMin: min(share(a.content), share(b.content)),
    top1: tops[0] ?? 0,
    top2: tops[1] ?? 0,
    top3: tops[2] ?? 0,
    nameMass: mass(a.names.shared, b.names.shared),
    nameCover: max(share(a.names), share(b.names)),
    nameMin: min(share(a.names), share(b.names)),
    nameConflict: a.names.total > 0 && b.names.total > 0 && a.names.shared === 0 ? 1 : 0,
    numberMass: mass(a.numbers.shared, b.numbers.shared),
    numberConflict: a.numbers.total > 0 && b.numbers.total > 0 && a.numbers.shared === 0 ? 1 : 0,
    dateMass: mass(a.dates.shared, b.dates.shared),
    dateConflict: a.dates.total > 0 && b.dates.total > 0 && a.dates.shared === 0 ? 1 : 0,
    quotedMass: Math.log1p(quotedMass),
    quotedShare: quotedMass / (min(quotedTotal, quotedOther) || 1),
    bothQuoted: quotedTotal > 0 && quotedOther > 0 ? 1 : quotedTotal + quotedOther > 0 ? 0.5 : 0,
    verbMass,
    leadMass,
    run: Math.log1p(run),
    runShare: run / (shorter || 1),
    bigrams: Math.log1p(sharedBigrams(first, ofSecond.bigrams)),
    windowMax: max(windowA, windowB),
    windowMin: min(windowA, windowB),
    synonymMass: Math.log1p(synonymMass),
    ordered: inOrder(first, ofSecond.place),
    lengthRatio: shorter / (longer || 1),
    shorter: Math.log1p(shorter),
    longer: Math.log1p(longer),
    depth: Math.abs(first.depth - second.depth),
    setCosine: setDot / (Math.sqrt(ofFirst.inSet * ofSecond.inSet) || 1),
    setMass: Math.log1p(setShared),
    backMass: Math.log1p(backShared),
    impliedMass,
    windowA: max(aroundA, aroundB),
    windowB: min(aroundA, aroundB),
    aroundCosine: Math.sqrt(aroundA * aroundB),
    common: Math.log1p(common),
    openings: (first.place === 0 ? 0.5 : 0) + (second.place === 0 ? 0.5 : 0),
  };
  return PAIR_FEATURES.map((feature) => values[feature]);
}
