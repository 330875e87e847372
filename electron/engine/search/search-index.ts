import { createHash } from 'node:crypto';
import type { ArticleId, QueryProblem } from '../../api/index.ts';
import { evaluate } from './evaluate.ts';
import { dateForms, termsOf } from './terms.ts';
import { LABEL_FIELDS, OWN_FIELDS, type Field } from './fields.ts';
import { Finder } from './finder.ts';
import { parseQuery } from './query.ts';
import type { PreparedDocument } from './segment.ts';
import { SegmentSet } from './segment-set.ts';

/** An article as it is searched. Line breaks separate what no phrase may span; so do the items of a list. */
export interface SearchDocument {
  readonly id: ArticleId;
  /** BCP 47 primary language subtag. */
  readonly language: string;
  readonly fields: Readonly<Partial<Record<Field, string | readonly string[]>>>;
}

export interface SearchOptions {
  /** Most hits wanted; all by default. */
  readonly limit?: number | undefined;
  /** The query is being typed: its last word, if nothing follows it, also finds words that begin with it. */
  readonly typing?: boolean | undefined;
}

export interface SearchHit {
  readonly id: ArticleId;
  readonly score: number;
}

export interface SearchResult {
  /** Best first; equal scores by id. */
  readonly hits: readonly SearchHit[];
  readonly problem?: QueryProblem;
  /** How many places in a found document's title and text the query found. */
  places(id: ArticleId): number;
  /** Marks in any text what the query looks for. */
  readonly finder: Finder;
}

function itemsOf(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? value.split('\n') : (value ?? []);
}

function formsOf(items: readonly string[], language: string): string[] {
  const forms: string[] = [];
  for (const item of items) {
    if (forms.length > 0) forms.push('');
    for (const { form } of termsOf(item, language)) forms.push(form);
  }
  return forms;
}

function prepare({ id, language, fields }: SearchDocument, names: readonly Field[]): PreparedDocument {
  const forms: Partial<Record<Field, readonly string[]>> = {};
  for (const name of names) {
    const items = itemsOf(fields[name]);
    forms[name] = name === 'date' ? items.flatMap(dateForms) : formsOf(items, language);
  }
  return { id, language, forms };
}

function digest({ language, fields }: SearchDocument, names: readonly Field[]): string {
  return createHash('sha256')
    .update(JSON.stringify([language, ...names.map((name) => fields[name])]))
    .digest('base64');
}

/**
 * Full-text search in lunr's query language (see {@link parseQuery}).
 *
 * A document is found when it has *all* the words asked for; if none has, those that have any, as a reader who
 * typed one word too many expects. Words that only carry grammar, written small, need not be there. As soon
 * as a word has a `+`, the words without one are wishes, as in lunr. `-` always excludes. Words match by stem in
 * the document's language, without regard to case and accents; phrases match as written.
 *
 * What an article says of itself and the labels it has in its library are indexed apart, so that new labels
 * do not cost the texts.
 */
export class SearchIndex {
  readonly #own = new SegmentSet(OWN_FIELDS);
  readonly #labels = new SegmentSet(LABEL_FIELDS);
  readonly #digests = new Map<ArticleId, { own: string; labels: string; language: string }>();

  get size(): number {
    return this.#digests.size;
  }

  /** Adds a document or replaces the one of the same id. Costs next to nothing where nothing changed. */
  put(document: SearchDocument): void {
    const { id, language } = document;
    const known = this.#digests.get(id);
    const own = digest(document, OWN_FIELDS);
    const labels = digest(document, LABEL_FIELDS);
    this.#digests.set(id, { own, labels, language });
    if (known?.own !== own) this.#own.put(id, () => prepare(document, OWN_FIELDS));
    if (known?.labels !== labels) this.#labels.put(id, () => prepare(document, LABEL_FIELDS));
  }

  remove(id: ArticleId): void {
    this.#digests.delete(id);
    this.#own.remove(id);
    this.#labels.remove(id);
  }

  /** Never throws: what cannot be read of the query is left out and told as a problem. */
  search(query: string, { limit, typing = false }: SearchOptions = {}): SearchResult {
    const { atoms, problem } = parseQuery(query, typing);
    const sets = [this.#own, this.#labels];
    const languages = new Set(Array.from(this.#digests.values(), ({ language }) => language));
    const { scores, wanted } = evaluate(atoms, sets, [...this.#digests.keys()], languages);
    const hits = Array.from(scores, ([id, score]) => ({ id, score: Math.round(score * 1000) / 1000 }));
    hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const places = (id: ArticleId): number => {
      const place = this.#own.placeOf(id);
      if (!place) return 0;
      return wanted
        .filter(({ atom }) => atom.field === null || atom.field === 'title' || atom.field === 'text')
        .reduce((sum, { atom, words }) => {
          const fields: readonly Field[] = atom.field === null ? ['title', 'text'] : [atom.field];
          return sum + place.segment.occurrences(place.reference, fields, words);
        }, 0);
    };
    return {
      hits: limit === undefined ? hits : hits.slice(0, limit),
      ...(problem ? { problem } : {}),
      places,
      finder: new Finder(wanted),
    };
  }
}
