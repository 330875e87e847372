import {
  LIMITS,
  toErrorShape,
  type Annotations,
  type AnnotationsChange,
  type AnnotationsImport,
  type ArticleId,
  type ArticleMarks,
  type ErrorShape,
  type Highlight,
  type HighlightId,
  type ReaderApi,
  type SentenceId,
  type StoryCorrection,
} from '../../electron/api/index.ts';
import { quantity } from '../parts/words.ts';

type Api = Pick<
  ReaderApi,
  | 'annotations'
  | 'tag'
  | 'renameTag'
  | 'star'
  | 'markRead'
  | 'highlight'
  | 'changeNote'
  | 'removeHighlight'
  | 'correctStories'
  | 'exportAnnotations'
  | 'importAnnotations'
>;

/** A tag, and how many articles have it. */
export interface Tag {
  readonly name: string;
  readonly count: number;
}

const NONE: readonly Highlight[] = [];
const NO_TAGS: readonly string[] = [];

/**
 * What the reader has made of articles: tags, stars, read marks, highlights and notes. The engine keeps it
 * and tells every window of each change; nothing is shown before it is kept.
 */
export class ReaderAnnotations {
  readonly #api: Api;
  readonly #follow: <T>(work: () => Promise<T>) => Promise<T>;
  // Ten thousand articles have marks: they are looked up, not watched one by one.
  readonly #marks = new Map<ArticleId, ArticleMarks>();
  readonly #highlights = new Map<ArticleId, readonly Highlight[]>();
  readonly #bySentence = new Map<SentenceId, Highlight>();
  #version = $state(0);
  #loaded = $state(false);
  #problem = $state.raw<ErrorShape | null>(null);

  #all = $derived.by(() => {
    void this.#version;
    return [...this.#highlights.values()].flat();
  });
  #tags = $derived.by(() => {
    void this.#version;
    return countedTags(this.#marks.values());
  });
  #used = $derived.by(() => {
    void this.#version;
    return this.#marks.size > 0 || this.#highlights.size > 0;
  });

  /** `follow`: is given what can be taken back while it is being done. */
  constructor(api: Api, follow: <T>(work: () => Promise<T>) => Promise<T> = (work) => work()) {
    this.#api = api;
    this.#follow = follow;
  }

  get loaded(): boolean {
    return this.#loaded;
  }
  /** Why the last change was not kept, or what there is could not be had. */
  get problem(): ErrorShape | null {
    return this.#problem;
  }
  /** Whether the reader has marked anything at all. */
  get isUsed(): boolean {
    return this.#used;
  }
  /** All tags, the most used first. */
  get tags(): readonly Tag[] {
    return this.#tags;
  }
  /** All highlights, orphans included. */
  get highlights(): readonly Highlight[] {
    return this.#all;
  }

  tagsOf(id: ArticleId): readonly string[] {
    void this.#version;
    return this.#marks.get(id)?.tags ?? NO_TAGS;
  }
  isStarred(id: ArticleId): boolean {
    void this.#version;
    return this.#marks.get(id)?.starred ?? false;
  }
  isRead(id: ArticleId): boolean {
    void this.#version;
    return this.#marks.get(id)?.read ?? false;
  }
  highlightsOf(id: ArticleId): readonly Highlight[] {
    void this.#version;
    return this.#highlights.get(id) ?? NONE;
  }
  on(sentenceId: SentenceId): Highlight | null {
    void this.#version;
    return this.#bySentence.get(sentenceId) ?? null;
  }

  /** Asks for everything there is. */
  async load(): Promise<void> {
    try {
      const all = await this.#api.annotations({});
      this.#marks.clear();
      this.#highlights.clear();
      this.#bySentence.clear();
      this.#take(all);
      this.#loaded = true;
      this.#problem = null;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** Takes over what the engine tells. */
  update(change: AnnotationsChange): void {
    for (const id of change.articleIds) {
      this.#marks.delete(id);
      for (const { sentenceId } of this.#highlights.get(id) ?? NONE) {
        if (sentenceId !== null) this.#bySentence.delete(sentenceId);
      }
      this.#highlights.delete(id);
    }
    this.#take(change);
  }

  /** False where it could not be kept, as for all of these. */
  tag(articleIds: readonly ArticleId[], tag: string, on: boolean): Promise<boolean> {
    return this.#change(() => this.#api.tag({ articleIds: limited(articleIds), tag, on }));
  }
  renameTag(from: string, to: string): Promise<boolean> {
    return this.#change(() => this.#api.renameTag({ from, to }));
  }
  star(articleIds: readonly ArticleId[], starred: boolean): Promise<boolean> {
    return this.#change(() => this.#api.star({ articleIds: limited(articleIds), starred }));
  }
  markRead(articleIds: readonly ArticleId[], read: boolean): Promise<boolean> {
    return this.#change(() => this.#api.markRead({ articleIds: limited(articleIds), read }));
  }
  /** The same, without an offer to take it back: nobody asked for it. */
  noteRead(articleId: ArticleId): Promise<boolean> {
    return this.#try(() => this.#api.markRead({ articleIds: [articleId], read: true }));
  }
  highlight(sentenceId: SentenceId, note?: string): Promise<boolean> {
    return this.#change(() =>
      this.#api.highlight(note === undefined ? { sentenceId } : { sentenceId, note }),
    );
  }
  changeNote(id: HighlightId, note: string): Promise<boolean> {
    return this.#change(() => this.#api.changeNote({ id, note }));
  }
  remove(id: HighlightId): Promise<boolean> {
    return this.#change(() => this.#api.removeHighlight({ id }));
  }
  correctStories({ kind, articleIds }: StoryCorrection): Promise<boolean> {
    return this.#change(() => this.#api.correctStories({ kind, articleIds: limited(articleIds) }));
  }

  /** Everything as JSON; null where it could not be had. */
  async exported(): Promise<string | null> {
    let json: string | null = null;
    await this.#try(async () => (json = await this.#api.exportAnnotations()));
    return json;
  }

  /** What became of a file's annotations; null where they could not be taken over. */
  async import(json: string): Promise<AnnotationsImport | null> {
    let outcome: AnnotationsImport | null = null;
    const done = await this.#change(async () => (outcome = await this.#api.importAnnotations({ json })));
    if (done) await this.load();
    return outcome;
  }

  dismissProblem(): void {
    this.#problem = null;
  }

  #take({ marks, highlights }: Annotations): void {
    for (const each of marks) this.#marks.set(each.articleId, each);
    const byArticle = Map.groupBy(highlights, ({ articleId }) => articleId);
    for (const [id, each] of byArticle) this.#highlights.set(id, each);
    for (const each of highlights) if (each.sentenceId !== null) this.#bySentence.set(each.sentenceId, each);
    this.#version += 1;
  }

  #change(work: () => Promise<unknown>): Promise<boolean> {
    return this.#try(() => this.#follow(work));
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.#problem = null;
      return true;
    } catch (thrown) {
      this.#fail(thrown);
      return false;
    }
  }

  #fail(thrown: unknown): void {
    const error = toErrorShape(thrown);
    // The next channel loads again.
    if (error.code !== 'engine-stopped') this.#problem = error;
  }
}

const limited = (ids: readonly ArticleId[]): ArticleId[] => ids.slice(0, LIMITS.articles);

function countedTags(marks: Iterable<ArticleMarks>): readonly Tag[] {
  const counts = new Map<string, number>();
  for (const { tags } of marks) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** What became of a file of annotations, as one would say it. */
export function importedText({ added, known, waiting }: AnnotationsImport): string {
  const said = [
    added > 0 ? `${quantity(added, 'mark or note', 'marks and notes')} added` : 'Nothing was new',
    known > 0 ? `${quantity(known, 'was', 'were')} here already` : '',
    waiting > 0 ? `${quantity(waiting, 'waits', 'wait')} for articles that are not in this library` : '',
  ].filter((part) => part !== '');
  return `${said.join('; ')}.`;
}
