import { documentShare } from '../language/word-tables.ts';
import { Floats, Ints } from './growable.ts';
import { PARTS } from './term-counts.ts';
import type { SparseVector } from './vectors.ts';

/**
 * How many articles of any news the background frequencies stand for, besides as many as the library has: in a
 * folder about one event, what all its articles share is what makes them one story.
 */
const BACKGROUND = 60;

/** Share of news that a stem has when the table of stems does not know it. */
const RARE = 0.002;

/** Stems with their counts in an article, in step with each other. */
export interface TermUses {
  readonly stems: readonly string[];
  /** In thousandths of a use. */
  readonly counts: readonly number[];
}

/** An id and a place in a list in one number that sorts by the id: more stems than this no article has. */
const PLACES = 2 ** 21;

/** How many articles of a library have each stem, and what follows for its weight. */
class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly seen = new Ints();
  private readonly shares = new Floats();
  private total = 0;

  get size(): number {
    return this.seen.length;
  }

  /** The id of a stem, given when it is first asked for. */
  id(stem: string): number {
    let id = this.ids.get(stem);
    if (id === undefined) {
      id = this.seen.length;
      this.ids.set(stem, id);
      this.seen.push(0);
      this.shares.push(documentShare(stem) ?? RARE);
    }
    return id;
  }

  /** Counts one more article that has these stems. */
  count(ids: Int32Array): void {
    this.total++;
    for (const id of ids) this.seen.set(id, this.seen.at(id) + 1);
  }

  /**
   * Inverse document frequency. The frequencies of a small library say little, so that those of news in general are
   * mixed in, as if the library had twice as many articles and `BACKGROUND` more.
   */
  weight(id: number): number {
    const background = BACKGROUND + this.total;
    const seen = Math.max(1, this.seen.at(id));
    return Math.log((this.total + background) / (seen + background * this.shares.at(id)));
  }
}

/**
 * Unit vectors of logarithmic term frequency times inverse document frequency. First all articles of a library are
 * added, then they are weighed; articles that come after that are weighed by the frequencies found before.
 */
export class TermVectors {
  private readonly vocabulary = new Vocabulary();
  private readonly starts = new Ints();
  private readonly dims = new Ints();
  private readonly weights = new Floats();
  private weighed = false;

  get length(): number {
    return this.starts.length;
  }

  /** How many dimensions there are. */
  get dimensions(): number {
    return this.vocabulary.size;
  }

  /** Adds an article. Stems come once each. @returns its index. */
  add({ stems, counts }: TermUses): number {
    const first = this.dims.length;
    this.starts.push(first);
    const sorted = Float64Array.from(stems, (stem, i) => this.vocabulary.id(stem) * PLACES + i).sort();
    for (const each of sorted) {
      const count = counts[each % PLACES] ?? 0;
      this.dims.push(Math.floor(each / PLACES));
      this.weights.push(Math.log(1 + count / PARTS));
    }
    if (this.weighed) this.normalise(first, this.dims.length);
    else this.vocabulary.count(this.dims.view().subarray(first));
    return this.starts.length - 1;
  }

  /** To be called once, when the whole library was added. */
  weigh(): void {
    this.weighed = true;
    for (let i = 0; i < this.length; i++) this.normalise(this.starts.at(i), this.end(i));
  }

  vector(index: number): SparseVector {
    const [start, end] = [this.starts.at(index), this.end(index)];
    return { dims: this.dims.view().subarray(start, end), weights: this.weights.view().subarray(start, end) };
  }

  private end(index: number): number {
    return index + 1 < this.length ? this.starts.at(index + 1) : this.dims.length;
  }

  private normalise(start: number, end: number): void {
    let squares = 0;
    for (let i = start; i < end; i++) {
      const weight = this.weights.at(i) * this.vocabulary.weight(this.dims.at(i));
      this.weights.set(i, weight);
      squares += weight * weight;
    }
    const norm = Math.sqrt(squares) || 1;
    for (let i = start; i < end; i++) this.weights.set(i, this.weights.at(i) / norm);
  }
}
