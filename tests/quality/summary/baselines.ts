import type { Budget } from '../../../electron/api/index.ts';
import type { Case } from './corpora.ts';
import { countReferences, rougeAgainst, rougeTokens } from './rouge.ts';
import { unitsOf, within, type Unit } from './units.ts';

/** A method: the sentences it chooses for a case within a budget. */
export type Method = (one: Case, budget: Budget) => readonly string[];

/** The beginning of the article. Of a story: first sentences of all articles, then second ones, and so on. */
export const lead: Method = (one, budget) => {
  const units = unitsOf(one);
  return within(
    [...units].sort((a, b) => a.position - b.position || a.article - b.article),
    budget,
  );
};

const DAMPING = 0.85;
const ROUNDS = 100;

/** Stationary distribution of a random walk on a weighted graph (PageRank). */
function ranks(graph: readonly (readonly number[])[]): number[] {
  const out = graph.map((row) => row.reduce((sum, value) => sum + value, 0));
  let rank = graph.map(() => 1 / graph.length);
  for (let round = 0; round < ROUNDS; round++) {
    rank = graph.map((row) => {
      let sum = 0;
      row.forEach((value, j) => {
        if (value > 0) sum += (value / (out[j] ?? 1)) * (rank[j] ?? 0);
      });
      return (1 - DAMPING) / graph.length + DAMPING * sum;
    });
  }
  return rank;
}

function byRank(units: readonly Unit[], likeness: (a: Unit, b: Unit) => number): Unit[] {
  const graph = units.map((a) => units.map((b) => (a === b ? 0 : likeness(a, b))));
  const rank = ranks(graph);
  return units
    .map((unit, index) => ({ unit, rank: rank[index] ?? 0 }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ unit }) => unit);
}

function inverseFrequencies(units: readonly Unit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of units)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, Math.log(units.length / count) + 1]));
}

const SIMILAR = 0.1;
const REPEATED = 0.5;

/** LexRank with a threshold (G. Erkan and D. R. Radev, 2004), skipping what says again what was chosen. */
export const lexRank: Method = (one, budget) => {
  const units = unitsOf(one);
  const idf = inverseFrequencies(units);
  const vectors = new Map(
    units.map((unit) => {
      const vector = new Map([...unit.terms].map(([term, count]) => [term, count * (idf.get(term) ?? 0)]));
      return [unit, { vector, length: Math.hypot(...vector.values()) }];
    }),
  );
  const cosine = (a: Unit, b: Unit): number => {
    const left = vectors.get(a);
    const right = vectors.get(b);
    if (!left?.length || !right?.length) return 0;
    let dot = 0;
    for (const [term, weight] of left.vector) dot += weight * (right.vector.get(term) ?? 0);
    return dot / (left.length * right.length);
  };
  const ordered = byRank(units, (a, b) => (cosine(a, b) > SIMILAR ? 1 : 0));
  return within(ordered, budget, (unit, chosen) => chosen.every((other) => cosine(unit, other) < REPEATED));
};

/** TextRank (R. Mihalcea and P. Tarau, 2004): words in common over the logarithms of the lengths. */
export const textRank: Method = (one, budget) => {
  const overlap = (a: Unit, b: Unit): number => {
    const length = Math.log(a.terms.size) + Math.log(b.terms.size);
    if (!(length > 0)) return 0;
    let shared = 0;
    for (const term of a.terms.keys()) if (b.terms.has(term)) shared++;
    return shared / length;
  };
  return within(byRank(unitsOf(one), overlap), budget);
};

/** Greedy by ROUGE-2 with a little ROUGE-1 against the references themselves: what extraction could reach. */
export const oracle: Method = (one, budget) => {
  const references = one.references.map((sentences) => sentences.join(' '));
  const bigrams = countReferences(references, 2);
  const unigrams = countReferences(references, 1);
  const measure = 'words' in budget ? 'recall' : 'f1';
  const score = (units: readonly Unit[]) => {
    const tokens = units.flatMap(({ text }) => rougeTokens(text));
    return rougeAgainst(tokens, bigrams, 2)[measure] + 0.2 * rougeAgainst(tokens, unigrams, 1)[measure];
  };
  const units = unitsOf(one);
  const chosen: Unit[] = [];
  let best = 0;
  for (;;) {
    let next: Unit | undefined;
    for (const unit of units) {
      if (chosen.includes(unit) || within([...chosen, unit], budget).length <= chosen.length) continue;
      const value = score([...chosen, unit]);
      if (value > best) [next, best] = [unit, value];
    }
    if (!next) return chosen.map(({ text }) => text);
    chosen.push(next);
  }
};
