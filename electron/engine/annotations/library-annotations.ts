import { randomBytes } from 'node:crypto';
import {
  SynopticError,
  type Annotations,
  type AnnotationsChange,
  type AnnotationsImport,
  type ArticleId,
  type Highlight,
  type HighlightId,
  type SentenceId,
  type StoryCorrection,
} from '../../api/index.ts';
import { articleOfSentence } from '../documents/ids.ts';
import type { LibraryCorrections } from '../store/library-corrections.ts';
import type { Store } from '../store/store.ts';
import type { Labels } from './article-labels.ts';
import { correctingStories, marking, noting, removing, renamingTag, spellingOf, tagging } from './edits.ts';
import { Exchange } from './exchange.ts';
import { Following, type Followed } from './following.ts';
import { labels } from './labels.ts';
import { Ledger, type AnnotatedLibrary, type Steps } from './ledger.ts';
import type { Op } from './ops.ts';
import { placedSentences } from './quotes.ts';
import { tagKey, type Annotated, type KeptHighlight } from './state.ts';
import type { UndoStack } from './undo.ts';
import { annotationsOf, shown } from './view.ts';

export type { Labels } from './article-labels.ts';
export type { AnnotatedLibrary } from './ledger.ts';

export interface AnnotationOptions {
  /** Where changes of the reader go, so that they can be taken back. */
  readonly undo?: UndoStack;
  /** Told, by being asked, when an import changed what it has. */
  readonly corrections?: Pick<LibraryCorrections, 'current'>;
  /** Told of what happened in the library and could not be followed. */
  readonly onError?: (where: string, thrown: unknown) => void;
  /** The version of what cuts texts into sentences: after another one, all quotes are looked for again. */
  readonly parserVersion?: string | number;
}

const NOTHING_SAID: Labels = { tags: [], notes: [], marks: ['unread'] };

/** The tags, stars, read marks, highlights, notes and story corrections of the library that is open. */
export class LibraryAnnotations {
  readonly #ledger: Ledger;
  readonly #following: Following;
  readonly #exchange: Exchange;

  constructor(
    store: Store,
    { undo, corrections, onError = () => undefined, parserVersion = 1 }: AnnotationOptions = {},
  ) {
    this.#ledger = new Ledger(store, undo, String(parserVersion));
    this.#following = new Following(this.#ledger, undo, onError);
    this.#ledger.afterUndo = (ids) => this.#following.anchor(ids);
    this.#exchange = new Exchange(store, this.#ledger, undo, () => corrections?.current());
  }

  /** What was said before was of another library. */
  opened(library: AnnotatedLibrary | null): void {
    this.#ledger.open(library);
  }

  /** Once all articles are known: finds again what was renamed or edited while the library was closed. */
  settled(): Promise<void> {
    return this.#following.settled();
  }

  /**
   * What is said of articles goes with them. To be called before anybody is told of the change; what it does to
   * annotations is told through {@link onChange}, of edited texts a moment later.
   */
  follow(change: Followed): void {
    this.#following.follow(change);
  }

  /** Resolves once every text that is known to have changed has been gone through. */
  idle(): Promise<void> {
    return this.#following.idle();
  }

  /** Told of every change, whoever made it. Returns what ends that. */
  onChange(listener: (change: AnnotationsChange) => void): () => void {
    return this.#ledger.onChange(listener);
  }

  /** Told of all story corrections whenever they are others. */
  onStories(listener: (corrections: readonly StoryCorrection[]) => void): () => void {
    return this.#ledger.onStories(listener);
  }

  /** Looks whether another process has changed something, and tells it. Takes microseconds where none has. */
  look(): void {
    this.#ledger.fresh();
  }

  /** What an article can be found and filtered by; as of the last look. */
  labelsOf(id: ArticleId): Labels {
    return this.#ledger.labelsOf(id) ?? NOTHING_SAID;
  }

  storyCorrections(): readonly StoryCorrection[] {
    return this.#ledger.known?.stories ?? [];
  }

  /** Where every article was, of which something is or was said, when it was last seen. */
  places(): ReadonlyMap<ArticleId, Pick<Annotated, 'path' | 'title'>> {
    return this.#ledger.fresh()?.articles ?? new Map<ArticleId, Annotated>();
  }

  /** Those of these articles, or of the whole library, of articles that are gone included. */
  annotations({ articleIds }: { readonly articleIds?: readonly ArticleId[] | undefined } = {}): Annotations {
    const state = this.#ledger.fresh();
    return state ? annotationsOf(state, this.#ledger.there(), articleIds) : { marks: [], highlights: [] };
  }

  /** @throws SynopticError `write-failed`, as all that follow; `unknown-article` */
  tag(given: {
    readonly articleIds: readonly ArticleId[];
    readonly tag: string;
    readonly on: boolean;
  }): Annotations {
    const { articleIds, tag, on } = given;
    this.#present(articleIds);
    this.#ledger.commit(
      (state) => tagging(state, articleIds, tag, on),
      (ops) => labels.tag(tag, on, ops),
    );
    return this.annotations({ articleIds });
  }

  /** @returns the annotations of the articles that have the tag now */
  renameTag({ from, to }: { readonly from: string; readonly to: string }): Annotations {
    let merged = false;
    this.#ledger.commit(
      (state) => {
        merged = tagKey(from) !== tagKey(to) && spellingOf(state, tagKey(to)) !== null;
        return renamingTag(state, from, to);
      },
      () => labels.renameTag(from, to, merged),
    );
    const articles = [...(this.#ledger.fresh()?.articles ?? [])];
    const key = tagKey(to);
    return this.annotations({
      articleIds: articles.flatMap(([id, { tags }]) => (tags.has(key) ? [id] : [])),
    });
  }

  star({
    articleIds,
    starred,
  }: {
    readonly articleIds: readonly ArticleId[];
    readonly starred: boolean;
  }): Annotations {
    this.#present(articleIds);
    this.#ledger.commit(
      (state) => marking(state, articleIds, 'star', starred),
      (ops) => labels.star(starred, ops),
    );
    return this.annotations({ articleIds });
  }

  /** That one article was read, as it was opened, is nothing that one would take back. */
  markRead({
    articleIds,
    read,
  }: {
    readonly articleIds: readonly ArticleId[];
    readonly read: boolean;
  }): Annotations {
    this.#present(articleIds);
    this.#ledger.commit(
      (state) => marking(state, articleIds, 'read', read),
      (ops) => (read && articleIds.length === 1 ? null : labels.read(read, ops)),
    );
    return this.annotations({ articleIds });
  }

  /**
   * Marks a sentence. Where it is marked already, its highlight is given; a note that comes with it is added to it.
   *
   * @throws SynopticError `unknown-article`, `invalid-argument` where the article does not have the sentence
   */
  async highlight(given: {
    readonly sentenceId: SentenceId;
    readonly note?: string | undefined;
  }): Promise<Highlight> {
    const { sentenceId, note = '' } = given;
    const library = this.#library();
    const article = await library.article(articleOfSentence(sentenceId));
    const place = placedSentences(article).find(({ sentence }) => sentence.id === sentenceId);
    if (!place || this.#ledger.library !== library)
      throw new SynopticError(
        'invalid-argument',
        'The article does not have this sentence any more.',
        'Select it again.',
      );
    const now = new Date().toISOString();
    const id = `h${randomBytes(10).toString('hex')}` as HighlightId;
    const steps: Steps = (state) => {
      const known = state.highlightsOf(article.id).find((each) => each.sentenceId === sentenceId);
      if (known) return noting(state, known.id, joinedNote(known.note, note), now);
      const { path, title, contentHash } = article;
      const made: KeptHighlight = {
        id,
        articleId: article.id,
        sentenceId,
        position: place.position,
        quote: place.quote,
        former: null,
        note,
        madeAt: now,
        changedAt: now,
      };
      const seen = { path, title, contentHash, parser: this.#ledger.parser };
      const first: Op[] = state.hasHighlights(article.id)
        ? []
        : [{ kind: 'seen', articleId: article.id, seen }];
      return [...first, { kind: 'highlight', highlight: made }];
    };
    this.#ledger.commit(steps, (ops) =>
      ops.some(({ kind }) => kind === 'highlight') ? labels.highlight(note !== '') : labels.note('', note),
    );
    // The file may have been written to while its text was asked for.
    if (library.articles.get(article.id)?.contentHash !== article.contentHash)
      this.#following.anchor([article.id]);
    const made = this.#ledger.known?.highlightsOf(article.id).find((each) => each.sentenceId === sentenceId);
    return this.#shown(made?.id ?? id);
  }

  /** @throws SynopticError `invalid-argument` where there is no such highlight, as the next */
  changeNote({ id, note }: { readonly id: HighlightId; readonly note: string }): Highlight {
    const before = this.#kept(id).note;
    this.#ledger.commit(
      (state) => noting(state, id, note, new Date().toISOString()),
      () => labels.note(before, note),
    );
    return this.#shown(id);
  }

  removeHighlight({ id }: { readonly id: HighlightId }): null {
    const { note } = this.#kept(id);
    this.#ledger.commit(
      (state) => removing(state, id),
      () => labels.remove(note !== ''),
    );
    return null;
  }

  correctStories(correction: StoryCorrection): null {
    this.#present(correction.articleIds);
    this.#ledger.commit(
      (state) => correctingStories(state, correction),
      () => labels.stories(correction),
    );
    return null;
  }

  /** Everything that is kept of the library, as JSON: see `exchange.ts` for what it holds. */
  exportAnnotations(): string {
    this.#library();
    return this.#exchange.export(new Date());
  }

  /**
   * Adds what such a file holds and is not here yet; takes nothing away.
   *
   * @throws SynopticError `invalid-argument` where it is no such file; nothing is imported then
   */
  async importAnnotations({ json }: { readonly json: string }): Promise<AnnotationsImport> {
    this.#library();
    const { articleIds, ...result } = this.#exchange.import(json);
    this.#following.anchor(articleIds);
    await this.#following.idle();
    return result;
  }

  #library(): AnnotatedLibrary {
    if (this.#ledger.library) return this.#ledger.library;
    throw new SynopticError('no-library', 'No library is open.', 'Open a folder of articles first.');
  }

  /** A page may still show what is no longer there; what is said of an article that went can be changed. */
  #present(ids: readonly ArticleId[]): void {
    const { articles } = this.#library();
    const state = this.#ledger.known;
    if (ids.every((id) => articles.has(id) || state?.articles.has(id))) return;
    throw new SynopticError('unknown-article', 'This article is not in the library any more.');
  }

  #kept(id: HighlightId): KeptHighlight {
    this.#library();
    const known = this.#ledger.fresh()?.highlights.get(id);
    if (known) return known;
    throw new SynopticError('invalid-argument', 'This highlight is not there any more.');
  }

  #shown(id: HighlightId): Highlight {
    const kept = this.#kept(id);
    const state = this.#ledger.known;
    if (!state) throw new SynopticError('no-library', 'No library is open.');
    return shown(kept, state, this.#ledger.there());
  }
}

/** Nothing that was written is lost. */
function joinedNote(before: string, added: string): string {
  if (added === '' || before === added) return before;
  return before === '' ? added : `${before}\n\n${added}`;
}
