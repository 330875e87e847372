import type { ArticleId } from '../../api/index.ts';
import type { Field } from './fields.ts';
import { Segment, type PreparedDocument } from './segment.ts';

/** Segments grow eightfold up to this many documents and are then left alone: no merge takes long. */
const LARGEST = 512;
const FANOUT = 8;
/** So many documents are indexed at once; fewer wait until a query asks, since more may be on the way. */
const HANDFUL = 64;

/**
 * Documents in segments, as a log-structured merge tree (O'Neil et al., 1996) would keep them: what is new
 * waits until a query needs it, becomes a small segment, and small segments are merged into larger ones. A
 * document that was replaced or removed stays in its segment, unseen, until that is merged.
 */
export class SegmentSet {
  readonly fields: readonly Field[];
  readonly #waiting = new Map<ArticleId, () => PreparedDocument>();
  readonly #placeOf = new Map<ArticleId, { segment: Segment; reference: number }>();
  #segments: Segment[] = [];
  readonly #live = new Map<Segment, number>();

  constructor(fields: readonly Field[]) {
    this.fields = fields;
  }

  get size(): number {
    return this.#placeOf.size + this.#waiting.size;
  }

  put(id: ArticleId, prepare: () => PreparedDocument): void {
    this.remove(id);
    this.#waiting.set(id, prepare);
    if (this.#waiting.size >= HANDFUL) this.segments();
  }

  remove(id: ArticleId): void {
    this.#waiting.delete(id);
    const place = this.#placeOf.get(id);
    if (!place) return;
    this.#placeOf.delete(id);
    this.#live.set(place.segment, (this.#live.get(place.segment) ?? 0) - 1);
  }

  /** Where the document is, once {@link segments} was asked for. */
  placeOf(id: ArticleId): { readonly segment: Segment; readonly reference: number } | undefined {
    return this.#placeOf.get(id);
  }

  isLive(segment: Segment, reference: number): boolean {
    const document = segment.documents[reference];
    const place = document && this.#placeOf.get(document.id);
    return place?.segment === segment && place.reference === reference;
  }

  /** All segments, with everything that was put. */
  segments(): readonly Segment[] {
    if (this.#waiting.size > 0) {
      const fresh = Array.from(this.#waiting.values(), (prepare) => prepare());
      this.#waiting.clear();
      this.#add(fresh);
      this.#merge();
    }
    return this.#segments;
  }

  #add(documents: readonly PreparedDocument[]): void {
    if (documents.length === 0) return;
    const segment = new Segment(documents, this.fields);
    this.#segments.push(segment);
    this.#live.set(segment, documents.length);
    documents.forEach(({ id }, reference) => this.#placeOf.set(id, { segment, reference }));
  }

  #drop(dropped: readonly Segment[]): PreparedDocument[] {
    const documents: PreparedDocument[] = [];
    for (const segment of dropped) {
      segment.documents.forEach((_, reference) => {
        if (this.isLive(segment, reference)) documents.push(segment.prepared(reference));
      });
      this.#live.delete(segment);
    }
    this.#segments = this.#segments.filter((segment) => this.#live.has(segment));
    return documents;
  }

  #merge(): void {
    const liveIn = (segment: Segment) => this.#live.get(segment) ?? 0;
    const wasted = this.#segments.filter((segment) => liveIn(segment) * 2 < segment.documents.length);
    this.#add(this.#drop(wasted));
    for (let size = FANOUT; size <= LARGEST; size *= FANOUT) {
      const alike = this.#segments.filter(
        (segment) => liveIn(segment) < size && liveIn(segment) >= size / FANOUT,
      );
      if (alike.length < FANOUT) continue;
      const documents = this.#drop(alike);
      for (let from = 0; from < documents.length; from += LARGEST) {
        this.#add(documents.slice(from, from + LARGEST));
      }
    }
  }
}
