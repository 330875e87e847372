import { stem } from '../../../electron/engine/language/stems.ts';
import { isStopword } from '../../../electron/engine/language/stopwords.ts';
import { tokenise } from '../../../electron/engine/language/tokens.ts';
import type { WordNet } from './wordnet.ts';

/** How strongly a relation of WordNet's joins two synsets. Antonyms are joined by none. */
const RELATIONS: Readonly<Record<string, number>> = {
  '@': 1,
  '~': 1,
  '&': 1.5,
  '+': 1.5,
  $: 1,
  '*': 0.7,
  '>': 0.7,
  '\\': 1.5,
  '=': 0.5,
  '<': 1,
  '#p': 0.2,
  '%p': 0.2,
  '#m': 0.3,
  '%m': 0.3,
  '#s': 0.2,
  '%s': 0.2,
  '@i': 0.3,
  '~i': 0.05,
  '^': 0.3,
};
const HYPONYM = '~';
const ANTONYM = '!';
/** All words of a definition together, beside one relation. */
const GLOSS = 0.5;
const RESTART = 0.2;
const NEGLIGIBLE = 2e-4;
const LEAST_SHARE = 0.02;
const FIRST_SENSE = 1;
const OTHER_SENSE = 0.3;

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(s|x|z|ch|sh)es$/, '$1'],
  [/s$/, ''],
  [/ied$/, 'y'],
  [/(.)\1ed$/, '$1'],
  [/ed$/, 'e'],
  [/ed$/, ''],
  [/(.)\1ing$/, '$1'],
  [/ing$/, 'e'],
  [/ing$/, ''],
];

interface Edges {
  readonly to: Int32Array;
  readonly weights: Float64Array;
}

type Distribution = Map<number, number>;

function sensesOf(net: WordNet, lemma: string): { synset: number; weight: number }[] {
  const weighed = (net.senses.get(lemma) ?? []).map(({ synset, count, rank }) => ({
    synset,
    weight: count + (rank === 1 ? FIRST_SENSE : OTHER_SENSE),
  }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed.map(({ synset, weight }) => ({ synset, weight: weight / total }));
}

function lemmaOf(net: WordNet, word: string): string | undefined {
  if (net.senses.has(word)) return word;
  return ENDINGS.map(([ending, instead]) => word.replace(ending, instead)).find(
    (form) => form !== word && net.senses.has(form),
  );
}

/** What each synset leads to: by its relations and by the words of its definition. Weights sum to 1. */
function graphOf(net: WordNet): Edges[] {
  return net.synsets.map(({ relations, gloss }, index) => {
    const edges: Distribution = new Map();
    const add = (to: number, weight: number) => edges.set(to, (edges.get(to) ?? 0) + weight);
    const hyponyms = relations.filter(({ symbol }) => symbol === HYPONYM).length;
    for (const { symbol, target } of relations) {
      const weight = RELATIONS[symbol];
      const to = net.indexOf.get(target);
      if (weight && to !== undefined) add(to, symbol === HYPONYM ? weight / Math.sqrt(1 + hyponyms) : weight);
    }
    for (const { text } of tokenise(gloss)) {
      const word = text.toLowerCase();
      const lemma = word.length > 2 && !isStopword(word) ? lemmaOf(net, word) : undefined;
      for (const { synset, weight } of lemma === undefined ? [] : sensesOf(net, lemma)) {
        if (synset !== index) add(synset, GLOSS * weight);
      }
    }
    const total = [...edges.values()].reduce((sum, weight) => sum + weight, 0);
    return {
      to: Int32Array.from(edges.keys()),
      weights: Float64Array.from([...edges.values()].map((weight) => weight / total)),
    };
  });
}

/**
 * Personalised PageRank from a word's senses, by pushing what is not negligible.
 * E. Agirre and A. Soroa, "Personalizing PageRank for Word Sense Disambiguation", 2009; T. Hughes and D. Ramage,
 * "Lexical Semantic Relatedness with Random Graph Walks", 2007.
 */
function walk(start: Distribution, graph: readonly Edges[]): Distribution {
  const rest = new Map(start);
  const reached: Distribution = new Map();
  let active = [...rest.keys()];
  while (active.length > 0) {
    const next = new Set<number>();
    for (const node of active) {
      const mass = rest.get(node) ?? 0;
      if (mass < NEGLIGIBLE) continue;
      rest.set(node, 0);
      reached.set(node, (reached.get(node) ?? 0) + RESTART * mass);
      const { to, weights } = graph[node] ?? { to: [], weights: [] };
      for (let i = 0; i < to.length; i++) {
        const target = to[i] ?? 0;
        const sum = (rest.get(target) ?? 0) + (1 - RESTART) * mass * (weights[i] ?? 0);
        rest.set(target, sum);
        if (sum >= NEGLIGIBLE) next.add(target);
      }
    }
    active = [...next];
  }
  return reached;
}

function antonymsOf(net: WordNet): Set<string> {
  const pairs = new Set<string>();
  for (const { words, relations } of net.synsets) {
    for (const { symbol, target, from, to } of relations) {
      if (symbol !== ANTONYM) continue;
      const one = words[from - 1];
      const other = net.synsets[net.indexOf.get(target) ?? -1]?.words[to - 1];
      if (one && other) pairs.add([stem(one.toLowerCase()), stem(other.toLowerCase())].sort().join(' '));
    }
  }
  return pairs;
}

/** Square roots, less for what every walk reaches, unit length. */
function normalised(reached: readonly Distribution[], nodes: number): Distribution[] {
  const common = new Float64Array(nodes);
  for (const distribution of reached) {
    for (const [node, mass] of distribution) common[node] = (common[node] ?? 0) + mass;
  }
  return reached.map((distribution) => {
    const values = [...distribution].map(
      ([node, mass]) => [node, Math.sqrt(mass) / ((common[node] ?? 0) + 1) ** 0.25] as const,
    );
    const length = Math.hypot(...values.map(([, value]) => value));
    return new Map(values.map(([node, value]) => [node, value / length]));
  });
}

export interface Near {
  readonly a: string;
  readonly b: string;
  /** Cosine of where random walks from the two lead: 0 to 1. */
  readonly nearness: number;
}

/** Pairs of stems that are near in WordNet, antonyms left out. `lemmas`: the lemmas of each stem with their counts. */
export function nearStems(
  net: WordNet,
  lemmas: ReadonlyMap<string, ReadonlyMap<string, number>>,
  least: number,
): Near[] {
  const graph = graphOf(net);
  const stems = [...lemmas.keys()].sort();
  const reached = stems.map((key) => {
    const start: Distribution = new Map();
    const forms = [...(lemmas.get(key) ?? [])];
    const total = forms.reduce((sum, [, count]) => sum + count + 1, 0);
    for (const [lemma, count] of forms) {
      for (const { synset, weight } of sensesOf(net, lemma)) {
        start.set(synset, (start.get(synset) ?? 0) + (weight * (count + 1)) / total);
      }
    }
    return walk(start, graph);
  });
  const vectors = normalised(reached, net.synsets.length);
  const holders = new Map<number, { stem: number; value: number }[]>();
  const antonyms = antonymsOf(net);
  const near: Near[] = [];
  const dot = new Float64Array(stems.length);
  vectors.forEach((vector, index) => {
    const touched: number[] = [];
    for (const [node, value] of vector) {
      if (value <= LEAST_SHARE) continue;
      const list = holders.get(node) ?? [];
      for (const holder of list) {
        if (dot[holder.stem] === 0) touched.push(holder.stem);
        dot[holder.stem] = (dot[holder.stem] ?? 0) + value * holder.value;
      }
      list.push({ stem: index, value });
      holders.set(node, list);
    }
    for (const other of touched) {
      const [a = '', b = ''] = [stems[other], stems[index]];
      const nearness = dot[other] ?? 0;
      dot[other] = 0;
      if (nearness >= least && !antonyms.has(`${a} ${b}`)) near.push({ a, b, nearness });
    }
  });
  return near;
}
