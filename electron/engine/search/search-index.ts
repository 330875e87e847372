import type { Article, ArticleId, QueryProblem } from '../../api/index.ts';
import { loadLanguage } from '../language/languages.ts';
import { Documents } from './documents.ts';
import { evaluate, type Wanted } from './evaluate.ts';
import { LABEL_FIELDS, OWN_FIELDS } from './fields.ts';
import { Finder } from './finder.ts';
import type { Forms } from './forms.ts';
import { itemsWith, occurrences } from './phrases.ts';
import { prepareLabels, type SearchLabels } from './prepare.ts';
import { parseQuery } from './query.ts';
import { bestOf, type SearchHit } from './ranking.ts';
import { SavedSegments, type SavedDocument, type SegmentStore } from './saved-segments.ts';
import { SegmentSet, type Held } from './segment-set.ts';
import { unpackSequences } from './term-sequences.ts';
import { searched } from './weigh.ts';

export type { SearchLabels } from './prepare.ts';
export type { SearchHit } from './ranking.ts';
export type { SegmentStore } from './saved-segments.ts';

export interface SearchOptions {
  /** Most hits wanted; all by default. */
  readonly limit?: number | undefined;
  /** The query is being typed: its last word, if nothing follows it, also finds words that begin with it. */
  readonly typing?: boolean | undefined;
}

export interface SearchResult {
  /** Best first; equal scores by id. Put in order when first read. */
  readonly hits: readonly SearchHit[];
  /** All of them, in no order. */
  readonly found: readonly SearchHit[];
  readonly problem?: QueryProblem;
  /** How many places in a found document's title and text the query found. */
  places(id: ArticleId): number;
  /** Marks in any text what the query looks for. */
  readonly finder: Finder;
  /** Which paragraphs of an article's text can have some of it; null where another version of it is indexed. */
  items(article: Pick<Article, 'id' | 'contentHash'>): Uint8Array | null;
}

/** Scores that differ by less are equal: their terms may have been added in another order. */
const PRECISION = 1e6;
const TITLE = OWN_FIELDS.indexOf('title');
const TEXT = OWN_FIELDS.indexOf('text');

/**
 * Full-text search in lunr's query language (see {@link parseQuery}).
 *
 * A document is found when it has *all* the words asked for; if none has, those that have any, as a reader who
 * typed one word too many expects. Words that only carry grammar, written small, need not be there. As soon
 * as a word has a `+`, the words without one are wishes, as in lunr. `-` always excludes. Words match by stem in
 * the document's language, without regard to case and accents; phrases match as written.
 *
 * What an article says of itself and the labels it has in its library are indexed apart, so that new labels
 * do not cost the texts. Only the former is saved.
 */
export class SearchIndex {
  readonly #documents = new Documents();
  readonly #own = new SegmentSet(OWN_FIELDS);
  readonly #labels = new SegmentSet(LABEL_FIELDS);
  /** What the labels of a document were, by its number. */
  readonly #labelled: (number | undefined)[] = [];
  readonly #languages = new Set<string>();
  readonly #store: SavedSegments | null;
  /** Segments that the store has, with the documents it knows to be in them. */
  readonly #saved = new Map<Held, { readonly number: number; live: number; renamed: boolean }>();
  #nextNumber = 1;

  /**
   * @param store where segments are kept; without one, nothing is.
   * @param version of whatever makes articles of files: segments saved under another are not restored.
   */
  constructor(store?: SegmentStore, version = '') {
    this.#store = store ? new SavedSegments(store, version, OWN_FIELDS.length) : null;
  }

  /** Articles. */
  get size(): number {
    return this.#documents.size;
  }

  /** Of all articles, those restored included. */
  ids(): Iterable<ArticleId> {
    return this.#documents.ids();
  }

  /** Whether an article is here with the content that hashes so. */
  has(id: ArticleId, contentHash: string): boolean {
    const slot = this.#documents.slotOf(id);
    return slot !== undefined && this.#documents.at(slot)?.contentHash === contentHash;
  }

  /**
   * Adds an article or replaces the one of the same id, whose labels it keeps.
   *
   * @param prepared by `prepareArticle`.
   */
  put(id: ArticleId, contentHash: string, prepared: Uint8Array): void {
    const terms = unpackSequences(prepared, OWN_FIELDS.length);
    this.#own.put(this.#know([id, contentHash, terms.languages[0] ?? 'und']), terms);
  }

  /** The labels of an article that was put; costs next to nothing where they are the same. */
  putLabels(id: ArticleId, labels: SearchLabels): void {
    const slot = this.#documents.slotOf(id);
    const language = slot === undefined ? undefined : this.#documents.at(slot)?.language;
    if (slot === undefined || language === undefined) return;
    const { topics, people, places, tags, notes } = labels;
    const print = fingerprint([[language], topics, people, places, tags, notes]);
    if (this.#labelled[slot] === print) return;
    this.#labelled[slot] = print;
    const any = [topics, people, places, tags, notes].some(({ length }) => length > 0);
    if (any) this.#labels.put(slot, prepareLabels(labels, language));
    else this.#labels.remove(slot);
  }

  /** The same article under another id, with its labels. Does nothing where there is none. */
  rename(from: ArticleId, to: ArticleId): void {
    const slot = this.#documents.slotOf(from);
    if (slot === undefined || from === to) return;
    this.remove(to);
    this.#documents.rename(from, to);
    const saved = this.#saved.get(this.#own.placeOf(slot)?.held as Held);
    if (saved) saved.renamed = true;
  }

  remove(id: ArticleId): void {
    const slot = this.#documents.remove(id);
    if (slot === undefined) return;
    this.#own.remove(slot);
    this.#labels.remove(slot);
    this.#labelled[slot] = undefined;
  }

  /** Merges segments, bit by bit: some milliseconds of work between two pauses. May be left at any of them. */
  *tidy(): Generator<void, void> {
    yield* this.#own.tidy();
    yield* this.#labels.tidy();
  }

  /** Takes what was saved. What was damaged or is of another version is not {@link has}. */
  restore(): void {
    if (!this.#store) return;
    for (const { number, segment, documents } of this.#store.load()) {
      const slots = Int32Array.from(documents, (document) => (document ? this.#know(document) : -1));
      const held = this.#own.adopt(segment, slots);
      this.#saved.set(held, { number, live: held.live, renamed: false });
      this.#nextNumber = number + 1;
    }
  }

  /**
   * Writes what the store has not: new segments, and of others which documents left them. An interruption
   * costs no more than time: what was removed since may come back, so that after {@link restore} what the
   * library does not have is to be removed.
   */
  save(): void {
    const store = this.#store;
    if (!store) return;
    const all = this.#own.held();
    // What is new first: an article that was replaced must not be missing in between.
    for (const held of all) {
      if (this.#saved.has(held)) continue;
      const number = this.#nextNumber++;
      store.save(number, held.segment, this.#documentsOf(held));
      this.#saved.set(held, { number, live: held.live, renamed: false });
    }
    for (const held of all) {
      const saved = this.#saved.get(held);
      if (!saved || (saved.live === held.live && !saved.renamed)) continue;
      store.saveDocuments(saved.number, this.#documentsOf(held));
      saved.live = held.live;
      saved.renamed = false;
    }
    const current = new Set(all);
    for (const [held, { number }] of this.#saved) {
      if (current.has(held)) continue;
      store.remove(number);
      this.#saved.delete(held);
    }
  }

  /** Never throws: what cannot be read of the query is left out and told as a problem. */
  search(query: string, { limit = Infinity, typing = false }: SearchOptions = {}): SearchResult {
    const { atoms, problem } = parseQuery(query, typing);
    const sets = [searched(this.#own), searched(this.#labels)];
    const { bound } = this.#documents;
    const all = Array.from(this.#documents.slots());
    const { slots, scores, wanted } = evaluate(atoms, sets, all, bound);
    const found = slots.map((slot) => ({
      id: this.#documents.at(slot)?.id as ArticleId,
      score: Math.round((scores[slot] ?? 0) * PRECISION) / PRECISION,
    }));
    const finder = new Finder(wanted);
    const { firsts } = finder;
    let hits: readonly SearchHit[] | undefined;
    return {
      get hits() {
        return (hits ??= bestOf(found, limit));
      },
      found,
      ...(problem ? { problem } : {}),
      places: (id) => this.#places(id, wanted),
      finder,
      items: (article) => this.#items(article, firsts),
    };
  }

  #places(id: ArticleId, wanted: readonly Wanted[]): number {
    const place = this.#own.placeOf(this.#documents.slotOf(id) ?? -1);
    if (!place) return 0;
    const { held, local } = place;
    let count = 0;
    for (const { atom, words } of wanted) {
      const everywhere = atom.field === null;
      if (everywhere || atom.field === 'title') count += occurrences(held.segment, local, TITLE, words);
      if (everywhere || atom.field === 'text') count += occurrences(held.segment, local, TEXT, words);
    }
    return count;
  }

  #items(
    { id, contentHash }: Pick<Article, 'id' | 'contentHash'>,
    forms: readonly Forms[],
  ): Uint8Array | null {
    const place = this.has(id, contentHash) ? this.#own.placeOf(this.#documents.slotOf(id) ?? -1) : undefined;
    return place ? itemsWith(place.held.segment, place.local, TEXT, forms) : null;
  }

  #know([id, contentHash, language]: SavedDocument): number {
    if (!this.#languages.has(language)) {
      this.#languages.add(language);
      // Until its stemmer is there, words of this language are found as they are written; so, too, if it cannot be had.
      loadLanguage(language).catch(() => undefined);
    }
    return this.#documents.put({ id, contentHash, language });
  }

  #documentsOf({ slots }: Held): (SavedDocument | null)[] {
    return Array.from(slots, (slot) => {
      const known = slot < 0 ? undefined : this.#documents.at(slot);
      return known ? [known.id, known.contentHash, known.language] : null;
    });
  }
}

/** 53 bits of some lists of texts: two rounds of FNV-1a over their UTF-16 code units. */
function fingerprint(lists: readonly (readonly string[])[]): number {
  let low = 0x811c9dc5;
  let high = 0x01234567;
  const mix = (unit: number): void => {
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
    high ^= high >>> 15;
  };
  for (const list of lists) {
    for (const text of list) {
      for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i));
      mix(0x10000);
    }
    mix(0x10001);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
