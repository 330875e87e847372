import type { Limits } from './budget.ts';
import type { Candidate, Pool } from './candidates.ts';
import type { Weights } from './weights.ts';

/** Share of the shorter sentence's content words at which two sentences count as saying the same. */
const SAME = 0.5;
const FEWEST_SHARED = 3;

/** Share of the shorter one's words that two sentences have in common; 0 where that is next to nothing. */
function overlap(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared < FEWEST_SHARED ? 0 : shared / Math.min(a.length, b.length);
}

/** A growing and shrinking set of candidates, with what adding each further one would bring. */
export class Choice {
  readonly chosen = new Set<number>();
  #words = 0;
  #spaced = 0;
  readonly #pool: Pool;
  readonly #limits: Limits;
  readonly #weights: Weights;
  readonly #covered: Int32Array;
  /** How many chosen sentences say what a candidate says. */
  readonly #repeated: Int32Array;
  readonly #alike = new Map<number, readonly number[]>();
  readonly #sum: Float64Array;
  #alongCentroid = 0;
  #squaredLength = 0;

  constructor(pool: Pool, limits: Limits, weights: Weights) {
    this.#pool = pool;
    this.#limits = limits;
    this.#weights = weights;
    this.#covered = new Int32Array(pool.conceptWeights.length);
    this.#repeated = new Int32Array(pool.candidates.length);
    this.#sum = new Float64Array(pool.centroid.length);
  }

  /** Whether a candidate may be added as things stand: it fits, is new, and what it refers to is there. */
  admits(index: number): boolean {
    const candidate = this.#pool.candidates[index];
    if (!candidate || this.chosen.has(index) || this.#repeated[index] !== 0) return false;
    if (candidate.needs !== -1 && !this.chosen.has(candidate.needs)) return false;
    return (
      this.chosen.size < this.#limits.sentences &&
      this.#words + candidate.words <= this.#limits.words &&
      this.#spaced + candidate.spaced <= this.#limits.spaced
    );
  }

  /** Whether nothing that stays would lose what it refers to. */
  mayGo(index: number): boolean {
    return this.#pool.candidates[index]?.neededBy.every((needing) => !this.chosen.has(needing)) ?? false;
  }

  /** What the objective gains by a candidate. */
  gain(candidate: Candidate): number {
    let gain = candidate.worth;
    for (const concept of candidate.concepts) {
      if (this.#covered[concept] === 0) gain += this.#pool.conceptWeights[concept] ?? 0;
    }
    if (this.#weights.centroid === 0) return gain;
    let along = this.#alongCentroid;
    let squared = this.#squaredLength;
    for (const word of candidate.vector) {
      const weight = this.#pool.wordWeights[word] ?? 0;
      along += weight * (this.#pool.centroid[word] ?? 0);
      squared += weight * (weight + 2 * (this.#sum[word] ?? 0));
    }
    const before = this.#squaredLength === 0 ? 0 : this.#alongCentroid / Math.sqrt(this.#squaredLength);
    return gain + this.#weights.centroid * (squared === 0 ? 0 : along / Math.sqrt(squared) - before);
  }

  add(index: number): void {
    this.chosen.add(index);
    this.#change(index, 1);
  }

  remove(index: number): void {
    this.chosen.delete(index);
    this.#change(index, -1);
  }

  #change(index: number, by: 1 | -1): void {
    const { candidates, centroid, wordWeights } = this.#pool;
    const candidate = candidates[index];
    if (!candidate) return;
    this.#words += by * candidate.words;
    this.#spaced += by * candidate.spaced;
    for (const concept of candidate.concepts) this.#covered[concept] = (this.#covered[concept] ?? 0) + by;
    for (const word of candidate.vector) {
      const weight = wordWeights[word] ?? 0;
      const before = this.#sum[word] ?? 0;
      this.#sum[word] = before + by * weight;
      this.#alongCentroid += by * weight * (centroid[word] ?? 0);
      this.#squaredLength += weight * (2 * by * before + weight);
    }
    for (const other of this.#alikeTo(index)) this.#repeated[other] = (this.#repeated[other] ?? 0) + by;
  }

  /** The candidates that say what one of them says. */
  #alikeTo(index: number): readonly number[] {
    let alike = this.#alike.get(index);
    if (!alike) {
      const { candidates } = this.#pool;
      const { vector } = candidates[index] as Candidate;
      const found = new Set(this.#pool.counterparts(index));
      candidates.forEach((other, at) => {
        if (at !== index && overlap(vector, other.vector) >= SAME) found.add(at);
      });
      alike = [...found];
      this.#alike.set(index, alike);
    }
    return alike;
  }
}
