import type { Limits } from './budget.ts';
import type { Candidate, Pool } from './candidates.ts';

/** Share of the shorter sentence's content words at which two sentences count as saying the same. */
const SAME = 0.6;
const FEWEST_SHARED = 3;

function saysTheSame(a: Int32Array, b: Int32Array): boolean {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared >= FEWEST_SHARED && shared >= SAME * Math.min(a.length, b.length);
}

/** A growing and shrinking set of candidates, with what adding each further one would bring. */
export class Choice {
  readonly chosen = new Set<number>();
  #words = 0;
  #spaced = 0;
  readonly #pool: Pool;
  readonly #limits: Limits;
  readonly #centroidWeight: number;
  readonly #covered: Int32Array;
  /** How many chosen sentences say what a candidate says. */
  readonly #repeated: Int32Array;
  readonly #repeats = new Map<number, readonly number[]>();
  readonly #sum: Float64Array;
  #alongCentroid = 0;
  #squaredLength = 0;

  constructor(pool: Pool, limits: Limits, centroidWeight: number) {
    this.#pool = pool;
    this.#limits = limits;
    this.#centroidWeight = centroidWeight;
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
    if (this.#centroidWeight === 0) return gain;
    let along = this.#alongCentroid;
    let squared = this.#squaredLength + candidate.vector.length;
    for (const word of candidate.vector) {
      along += this.#pool.centroid[word] ?? 0;
      squared += 2 * (this.#sum[word] ?? 0);
    }
    const before = this.#squaredLength === 0 ? 0 : this.#alongCentroid / Math.sqrt(this.#squaredLength);
    return gain + this.#centroidWeight * (squared === 0 ? 0 : along / Math.sqrt(squared) - before);
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
    const { candidates, centroid } = this.#pool;
    const candidate = candidates[index];
    if (!candidate) return;
    this.#words += by * candidate.words;
    this.#spaced += by * candidate.spaced;
    for (const concept of candidate.concepts) this.#covered[concept] = (this.#covered[concept] ?? 0) + by;
    for (const word of candidate.vector) {
      const before = this.#sum[word] ?? 0;
      this.#sum[word] = before + by;
      this.#alongCentroid += by * (centroid[word] ?? 0);
      this.#squaredLength += 2 * by * before + 1;
    }
    for (const other of this.#repeatsOf(index)) this.#repeated[other] = (this.#repeated[other] ?? 0) + by;
  }

  #repeatsOf(index: number): readonly number[] {
    let repeats = this.#repeats.get(index);
    if (!repeats) {
      const { candidates } = this.#pool;
      const { vector } = candidates[index] as Candidate;
      repeats = candidates.flatMap((other, at) =>
        at !== index && saysTheSame(vector, other.vector) ? at : [],
      );
      this.#repeats.set(index, repeats);
    }
    return repeats;
  }
}
