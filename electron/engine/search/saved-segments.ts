import type { ArticleId } from '../../api/index.ts';
import { isWhole, pack, seal, unpack } from './sections.ts';
import { Segment } from './segment.ts';

/** Where segments are kept. What it holds may be lost at any time, at the cost of time. */
export interface SegmentStore {
  list(): string[];
  load(name: string): Uint8Array | null;
  save(name: string, bytes: Uint8Array): void;
  remove(name: string): void;
}

/** One document of a saved segment: id, content hash, language. */
export type SavedDocument = readonly [id: ArticleId, contentHash: string, language: string];

/** Grows when the form of what is saved changes, or how words become forms and stems. */
const FORMAT = 1;
const POSTINGS = /^(\d+)\.postings$/;

const postingsOf = (number: number) => `${number}.postings`;
const documentsOf = (number: number) => `${number}.documents`;

/**
 * Segments in a store: of each what never changes, and beside it, small, which documents are in it still. The
 * former is written before the latter and is nothing without it, so that no interruption leaves half a segment.
 */
export class SavedSegments {
  readonly #store: SegmentStore;
  readonly #version: string;
  readonly #fields: number;

  constructor(store: SegmentStore, version: string, fields: number) {
    this.#store = store;
    this.#version = `${FORMAT} ${version}`;
    this.#fields = fields;
  }

  /** In the order in which they were made. What cannot be read or is of another version is removed. */
  *load(): Generator<{ number: number; segment: Segment; documents: (SavedDocument | null)[] }> {
    const names = this.#store.list();
    const numbers = names
      .flatMap((name) => Number(POSTINGS.exec(name)?.[1] ?? Number.NaN))
      .filter((number) => Number.isSafeInteger(number))
      .sort((a, b) => a - b);
    const good = new Set<string>();
    for (const number of numbers) {
      const documents = this.#documents(number);
      const bytes = documents && this.#store.load(postingsOf(number));
      const segment = bytes && isWhole(bytes) ? Segment.from(bytes, this.#fields) : null;
      if (!segment || !documents || documents.length !== segment.documents) continue;
      good.add(postingsOf(number)).add(documentsOf(number));
      yield { number, segment, documents };
    }
    for (const name of names) if (!good.has(name)) this.#store.remove(name);
  }

  save(number: number, segment: Segment, documents: readonly (SavedDocument | null)[]): void {
    this.#store.save(postingsOf(number), segment.toBytes());
    this.saveDocuments(number, documents);
  }

  saveDocuments(number: number, documents: readonly (SavedDocument | null)[]): void {
    const text = JSON.stringify({ version: this.#version, documents });
    const bytes = pack([new TextEncoder().encode(text)]);
    seal(bytes);
    this.#store.save(documentsOf(number), bytes);
  }

  remove(number: number): void {
    this.#store.remove(documentsOf(number));
    this.#store.remove(postingsOf(number));
  }

  #documents(number: number): (SavedDocument | null)[] | null {
    const bytes = this.#store.load(documentsOf(number));
    const [text] = bytes && isWhole(bytes) ? (unpack(bytes) ?? []) : [];
    if (!(text instanceof Uint8Array)) return null;
    const read = JSON.parse(new TextDecoder().decode(text)) as {
      version: string;
      documents: (SavedDocument | null)[];
    };
    return read.version === this.#version ? read.documents : null;
  }
}
