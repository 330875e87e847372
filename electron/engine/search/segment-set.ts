import type { Field } from './fields.ts';
import { finish, mergeSegments, type MergeSource } from './merge.ts';
import { MOST_DOCUMENTS, type Segment } from './segment.ts';
import type { TermSequences } from './term-sequences.ts';

/** Segments alike in size are merged when there are so many. */
const FANOUT = 8;
/** Segments from this many documents on are left alone. */
const LARGEST = 4096;
/** Segments of fewer documents are merged at once, larger ones when there is time. */
const SMALL = 64;
/** So many documents are indexed at once; fewer wait until a query asks, since more may be on the way. */
const HANDFUL = 128;

/** A segment in use: who its documents are, and which of them are still to be found. */
export interface Held {
  readonly segment: Segment;
  /** The number of each document in its library; -1 once it was replaced or removed. */
  readonly slots: Int32Array;
  /** Documents still to be found. */
  live: number;
  /** By field: their words, and how many of them have any. */
  readonly words: Float64Array;
  readonly filled: Uint32Array;
}

/**
 * Documents in segments, as a log-structured merge tree (O'Neil et al., 1996) would keep them: what is new
 * waits until a query needs it, becomes a small segment, and small segments are merged into larger ones. A
 * document that was replaced or removed stays in its segment, unseen, until that is merged.
 */
export class SegmentSet {
  readonly fields: readonly Field[];
  readonly #waiting = new Map<number, TermSequences>();
  readonly #heldOf: (Held | undefined)[] = [];
  readonly #localOf: number[] = [];
  #held: Held[] = [];
  /** Segments that {@link tidy} is at. */
  #merging: ReadonlySet<Held> = new Set();

  constructor(fields: readonly Field[]) {
    this.fields = fields;
  }

  put(slot: number, terms: TermSequences): void {
    this.remove(slot);
    this.#waiting.set(slot, terms);
    if (this.#waiting.size >= HANDFUL) this.held();
  }

  remove(slot: number): void {
    this.#waiting.delete(slot);
    const held = this.#heldOf[slot];
    if (!held) return;
    const local = this.#localOf[slot] ?? 0;
    this.#heldOf[slot] = undefined;
    held.slots[local] = -1;
    this.#count(held, local, -1);
    if (held.live === 0) this.#held = this.#held.filter((each) => each !== held);
  }

  has(slot: number): boolean {
    return this.#heldOf[slot] !== undefined || this.#waiting.has(slot);
  }

  /** Where a document is, once {@link held} was asked for. */
  placeOf(slot: number): { readonly held: Held; readonly local: number } | undefined {
    const held = this.#heldOf[slot];
    return held && { held, local: this.#localOf[slot] ?? 0 };
  }

  /** All segments, with everything that was put. */
  held(): readonly Held[] {
    if (this.#waiting.size > 0) {
      const sources = Array.from(this.#waiting.values(), (terms) => ({ terms, kept: null }));
      const slots = Int32Array.from(this.#waiting.keys());
      this.#waiting.clear();
      this.adopt(finish(mergeSegments(sources, this.fields.length)), slots);
      this.#mergeSmall();
    }
    return this.#held;
  }

  /** Takes a segment as it is; documents that another segment has are replaced. */
  adopt(segment: Segment, slots: Int32Array): Held {
    const held: Held = {
      segment,
      slots,
      live: 0,
      words: new Float64Array(this.fields.length),
      filled: new Uint32Array(this.fields.length),
    };
    this.#held.push(held);
    slots.forEach((slot, local) => {
      if (slot < 0) return;
      this.remove(slot);
      this.#heldOf[slot] = held;
      this.#localOf[slot] = local;
      this.#count(held, local, 1);
    });
    return held;
  }

  /** By field: words in the documents that have any there. */
  averages(): Float64Array {
    return Float64Array.from(this.fields, (_, field) => {
      let words = 0;
      let filled = 0;
      for (const held of this.#held) {
        words += held.words[field] ?? 0;
        filled += held.filled[field] ?? 0;
      }
      return words / Math.max(1, filled);
    });
  }

  /** Merges larger segments bit by bit. What is put, removed or sought meanwhile is as it would be without. */
  *tidy(): Generator<void, void> {
    // Whoever was at it before has left.
    this.#merging = new Set();
    for (let some = this.#mergeable(SMALL, LARGEST); some; some = this.#mergeable(SMALL, LARGEST)) {
      const mine = new Set(some);
      this.#merging = mine;
      const work = mergeSegments(some.map(sourceOf), this.fields.length);
      const before = some.map(({ slots }) => slots.slice());
      for (;;) {
        const step = work.next();
        if (step.done) {
          this.#replace(some, before, step.value);
          break;
        }
        yield;
        if (this.#merging !== mine) return;
      }
      this.#merging = new Set();
      yield;
    }
  }

  #count(held: Held, local: number, by: 1 | -1): void {
    held.live += by;
    for (let field = 0; field < this.fields.length; field++) {
      const length = held.segment.length(local, field);
      held.words[field] = (held.words[field] ?? 0) + by * length;
      if (length > 0) held.filled[field] = (held.filled[field] ?? 0) + by;
    }
  }

  #mergeSmall(): void {
    for (let some = this.#mergeable(0, SMALL); some; some = this.#mergeable(0, SMALL)) {
      const before = some.map(({ slots }) => slots.slice());
      this.#replace(some, before, finish(mergeSegments(some.map(sourceOf), this.fields.length)));
    }
  }

  /** Segments of a size alike, of at least `least` and less than `most` documents, or one that is mostly waste. */
  #mergeable(least: number, most: number): Held[] | undefined {
    const free = this.#held.filter((held) => !this.#merging.has(held) && held.segment.documents >= least);
    const wasted = free.find(
      ({ live, segment }) => live * 2 < segment.documents && (least > 0 || segment.documents < most),
    );
    if (wasted) return [wasted];
    for (let size = 1; size < most; size *= FANOUT) {
      const alike = free.filter(({ live }) => live >= size && live < size * FANOUT);
      if (alike.length >= FANOUT && size * FANOUT > least) return alike.slice(0, atMost(alike));
    }
    return undefined;
  }

  /** Puts a segment in the place of those it was made of; what was removed meanwhile stays removed. */
  #replace(merged: readonly Held[], before: readonly Int32Array[], segment: Segment): void {
    const slots: number[] = [];
    merged.forEach((held, h) => {
      before[h]?.forEach((slot, local) => {
        if (slot >= 0) slots.push(held.slots[local] ?? -1);
      });
    });
    this.#held = this.#held.filter((held) => !merged.includes(held));
    if (slots.some((slot) => slot >= 0)) this.adopt(segment, Int32Array.from(slots));
  }
}

function sourceOf({ segment, slots, live }: Held): MergeSource {
  const all = live === segment.documents;
  return { terms: segment.terms, kept: all ? null : Uint8Array.from(slots, (slot) => Number(slot >= 0)) };
}

function atMost(segments: readonly Held[]): number {
  let documents = 0;
  const end = segments.findIndex(({ live }) => (documents += live) > MOST_DOCUMENTS);
  return end < 0 ? segments.length : end;
}
