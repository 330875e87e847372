import type { Article, Highlight, SentenceId } from '../../electron/api/index.ts';
import { sentencesOf } from './reading-alignment.ts';
import { setOf } from './reading-collections.ts';
import type { Reading } from './reading.svelte.ts';

const NONE: ReadonlySet<SentenceId> = setOf();
const NO_HIGHLIGHTS: readonly Highlight[] = [];

/** Which sentences of one column bear which marks. The sets stay the same objects while nothing changes in them. */
export class ColumnMarks {
  readonly #source: () => Reading;
  readonly #article: () => Article | null;

  constructor(reading: () => Reading, article: () => Article | null) {
    this.#source = reading;
    this.#article = article;
  }

  get #reading(): Reading {
    return this.#source();
  }

  #shared = $derived.by(() => {
    const article = this.#article();
    return article ? this.#reading.sharedIn(article.id, this.#reading.columns.open) : NONE;
  });
  #only = $derived.by(() => {
    const article = this.#article();
    if (!article || this.#reading.articleIds.length < 2) return NONE;
    return setOf(sentencesOf(article).filter((id) => this.#reading.isUnique(id)));
  });
  #disputed = $derived.by(() => {
    const article = this.#article();
    if (!article) return NONE;
    const sentences = article.blocks.flatMap((block) => block.sentences.map(({ id }) => id));
    return setOf(sentences.filter((id) => this.#reading.disputesOn(id).length > 0));
  });
  #selected = $derived.by(() => {
    const { selected } = this.#reading.selection;
    return selected && selected.articleId === this.#article()?.id ? setOf([selected.sentenceId]) : NONE;
  });
  #highlights = $derived.by(() => {
    const id = this.#article()?.id;
    return id === undefined ? NO_HIGHLIGHTS : this.#reading.annotations.highlightsOf(id);
  });
  #own = $derived(setOf(this.#highlights.flatMap(({ sentenceId }) => sentenceId ?? [])));
  #lit = $derived(this.#alike(this.#reading.selection.selected));
  #hovered = $derived(this.#alike(this.#reading.selection.hovered));

  /** Reported by another open column too. */
  get shared(): ReadonlySet<SentenceId> {
    return this.#shared;
  }

  /** Reported by nobody else. */
  get only(): ReadonlySet<SentenceId> {
    return this.#only;
  }

  /** Accounts differ about what it says. */
  get disputed(): ReadonlySet<SentenceId> {
    return this.#disputed;
  }

  get selected(): ReadonlySet<SentenceId> {
    return this.#selected;
  }

  /** The reader's highlights, in the order of the text. */
  get highlights(): readonly Highlight[] {
    return this.#highlights;
  }

  /** What the reader highlighted. */
  get own(): ReadonlySet<SentenceId> {
    return this.#own;
  }

  /** The selected sentence, or its counterparts in this column. */
  get lit(): ReadonlySet<SentenceId> {
    return this.#lit;
  }

  /** The sentence under the pointer, or its counterparts in this column. */
  get hovered(): ReadonlySet<SentenceId> {
    return this.#hovered;
  }

  #alike(at: Reading['selection']['selected']): ReadonlySet<SentenceId> {
    const id = this.#article()?.id;
    if (!at || !id) return NONE;
    if (at.articleId === id) return setOf([at.sentenceId]);
    const counterparts = this.#reading.counterpartsOf(at.sentenceId).get(id);
    return counterparts ? setOf(counterparts.map(({ sentenceId }) => sentenceId)) : NONE;
  }
}
