import type { Article, ArticleId } from '../api/index.ts';
import type { LibraryAnnotations } from './annotations/library-annotations.ts';
import { analysisOf } from './derived.ts';
import { Deriving } from './deriving.ts';
import { PARSER_VERSION } from './documents/parser-version.ts';
import type { ArticleChanges } from './library/changes.ts';
import type { Library } from './library/library.ts';
import type { ArticleRecord } from './library/record.ts';
import { giveMemoryBack, Rest } from './memory.ts';
import type { WorkerPool } from './pool/pool.ts';
import { Browser } from './search/browse.ts';
import { SearchIndex } from './search/search-index.ts';
import { slices } from './slices.ts';
import { applyStoryCorrections } from './stories/corrections.ts';
import type { StoryCluster } from './stories/cluster.ts';
import { storyTitle } from './stories/title.ts';

interface Parts {
  readonly library: Library;
  readonly pool: WorkerPool;
  readonly annotations: LibraryAnnotations;
  /** Told of what went wrong when nobody was waiting for it. */
  readonly onError: (thrown: unknown) => void;
}

/** Segments are merged and saved when nothing was added to them for so long. */
const TIDY_MS = 500;
/** While files are read, segments are saved each time so many articles came. */
const SAVED_AT_ONCE = 2000;
/** Memory is given back after so long without work or questions: by then workers have ended, too. */
const REST_MS = 12_000;
/** Fewer articles leave too little behind to be worth it. */
const MANY = 1000;

/** What is known of the open library: everything here is void when another is opened. */
export class OpenLibrary {
  readonly library: Library;
  readonly #parts: Parts;
  readonly #index: SearchIndex;
  readonly #deriving: Deriving;
  #annotationsVersion = 0;
  #stories: { readonly found: readonly StoryCluster[]; readonly shown: readonly StoryCluster[] } | null =
    null;
  #tidying: NodeJS.Timeout | null = null;
  #tidied: Promise<void> = Promise.resolve();
  readonly #rest = new Rest(REST_MS, () => {
    if (this.library.articles.size > MANY) giveMemoryBack();
  });
  /** Articles that would have to be prepared again, were the process to end now. */
  #unsaved = 0;
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { library, pool, onError } = parts;
    this.library = library;
    this.#index = new SearchIndex(library.cache.segments, String(PARSER_VERSION));
    this.#index.restore();
    this.#deriving = new Deriving(library, pool, {
      found: async (ids, awaited) => {
        await this.#label(ids);
        if (!awaited) library.announce();
      },
      error: onError,
    });
    this.#quietly(this.#reconcile());
  }

  article(id: ArticleId): Promise<Article> {
    return this.library.article(id);
  }

  /** What a file gave for the search. */
  put(id: ArticleId, contentHash: string, prepared: Uint8Array): void {
    if (this.#closed) return;
    this.#index.put(id, contentHash, prepared);
    if (++this.#unsaved >= SAVED_AT_ONCE) this.#save();
    this.#tidySoon();
  }

  /** To be told of each change of the library before anybody else is. */
  follow({ added, changed, removed, renamed }: ArticleChanges): void {
    for (const { from, to } of renamed) this.#rename(from, to);
    for (const id of removed) this.#index.remove(id);
    if (removed.length + renamed.length > 0) this.#tidySoon();
    this.#complete([...added, ...changed, ...renamed.map(({ to }) => to)]);
    void this.#deriving.refresh().catch(this.#parts.onError);
  }

  /** The reader said something else of these articles than before. */
  async annotated(ids: Iterable<ArticleId>): Promise<void> {
    this.#annotationsVersion++;
    await this.#label(ids);
    this.library.announce();
  }

  /** The reader put stories together or took them apart. */
  regrouped(): void {
    this.#stories = null;
    this.library.announce();
  }

  /**
   * Brings topics and stories up to the library where that is quick; otherwise they follow, and the library tells
   * when they have changed.
   */
  async refresh(): Promise<void> {
    await this.#deriving.refresh();
  }

  browser(): Browser {
    this.#rest.touch();
    const { library } = this;
    const { annotations } = this.#parts;
    return new Browser({
      version: library.state().version,
      articles: library.articles,
      index: this.#index,
      topics: this.#deriving.topics,
      stories: this.#storiesNow(),
      textOf: (id) => library.articleAtOnce(id),
      annotationsOf: (id) => annotations.labelsOf(id),
      annotationsVersion: this.#annotationsVersion,
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#tidying) clearTimeout(this.#tidying);
    this.#deriving.close();
    this.#rest.stop();
    await this.#tidied.catch(() => undefined);
    this.#save();
    await this.library.close();
  }

  #rename(from: ArticleId, to: ArticleId): void {
    // A file that was read under its new name already is newer than what the old name says.
    const hash = this.library.hashOf(to);
    if (hash !== null && this.#index.has(to, hash)) this.#index.remove(from);
    else this.#index.rename(from, to);
  }

  /**
   * A file that was renamed after it was read and before anybody was told of it came under its new name only, and
   * was put under the old one.
   */
  #complete(ids: readonly ArticleId[]): void {
    const lacking = this.#lacking(ids.flatMap((id) => this.library.articles.get(id) ?? []));
    if (lacking.length === 0) return;
    const work = async () => {
      this.#removeGone();
      await this.#prepare(lacking);
      await this.#label(lacking.map(({ id }) => id));
      this.library.announce();
    };
    this.#quietly(work());
  }

  #storiesNow(): readonly StoryCluster[] {
    const found = this.#deriving.stories;
    if (this.#stories?.found === found) return this.#stories.shown;
    const { library } = this;
    const pathOf = (id: ArticleId) => library.articles.get(id)?.path ?? '';
    const shown = applyStoryCorrections(found, this.#parts.annotations.storyCorrections(), {
      title: (ids) => this.#titleOf(ids),
      compare: (a, b) => (pathOf(a) < pathOf(b) ? -1 : 1),
    });
    this.#stories = { found, shown };
    return shown;
  }

  #titleOf(ids: readonly ArticleId[]): string {
    const [only, ...others] = ids;
    const own = (only && this.library.articles.get(only)?.title) ?? '';
    if (others.length === 0) return own;
    const articles = ids.flatMap((id) => this.library.articleAtOnce(id) ?? []);
    return articles.length > 0 ? storyTitle(articles.map(analysisOf)) : own;
  }

  async #label(ids: Iterable<ArticleId>): Promise<void> {
    const breathe = slices();
    for (const id of [...ids]) {
      if (this.#closed) return;
      const { topics, people, places } = this.#deriving.labelsOf(id);
      const { tags, notes } = this.#parts.annotations.labelsOf(id);
      this.#index.putLabels(id, { topics, people, places, tags, notes });
      await breathe();
    }
    this.#tidySoon();
  }

  /** The index may have been saved before the last changes, or never. */
  async #reconcile(): Promise<void> {
    const { articles } = this.library;
    this.#removeGone();
    await this.#prepare(this.#lacking([...articles.values()]));
    if (!this.#closed) await this.#label(articles.keys());
  }

  #removeGone(): void {
    for (const id of [...this.#index.ids()]) if (!this.library.articles.has(id)) this.#index.remove(id);
  }

  #lacking(records: readonly ArticleRecord[]): ArticleRecord[] {
    return records.filter(({ id, contentHash }) => !this.#index.has(id, contentHash));
  }

  /** Puts articles that were read before into the index. */
  async #prepare(records: readonly ArticleRecord[]): Promise<void> {
    const { library } = this;
    const left = [...records];
    const work = async () => {
      for (let record = left.pop(); record && !this.#closed; record = left.pop()) {
        const { id, contentHash } = record;
        const body = library.bodyOf(id) ?? JSON.stringify(await library.article(id).catch(() => null));
        if (body === 'null') continue;
        const prepared = await this.#parts.pool.run('prepare', { body });
        if (library.hashOf(id) === contentHash) this.put(id, contentHash, prepared);
      }
    };
    await Promise.all(Array.from({ length: 2 * this.#parts.pool.size }, work));
  }

  #quietly(work: Promise<void>): void {
    work.catch((thrown: unknown) => {
      // What was under way when the library was closed fails for that reason.
      if (!this.#closed) this.#parts.onError(thrown);
    });
  }

  #save(): void {
    this.#unsaved = 0;
    this.#index.save();
  }

  #tidySoon(): void {
    if (this.#closed) return;
    this.#rest.touch();
    if (this.#tidying) clearTimeout(this.#tidying);
    this.#tidying = setTimeout(() => {
      this.#tidying = null;
      this.#tidied = this.#tidied.then(() => this.#tidy()).catch(this.#parts.onError);
    }, TIDY_MS);
  }

  async #tidy(): Promise<void> {
    const breathe = slices();
    const steps = this.#index.tidy();
    while (!this.#closed && steps.next().done !== true) await breathe();
    if (this.#closed) return;
    // While files are read there is more to come.
    if (this.library.state().progress) this.#tidySoon();
    else this.#save();
  }
}
