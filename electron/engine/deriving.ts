import type { Article, ArticleId } from '../api/index.ts';
import { derive, EMPTY_DERIVED, labelsIn, type ArticleLabels, type Derived } from './derived.ts';
import { DerivedLibrary } from './derived/derived-library.ts';
import { difference, type Difference, type Hashes } from './derived/difference.ts';
import { keptDerived, keepDerived } from './derived/kept.ts';
import { SketchSupply } from './derived/sketch-supply.ts';
import type { Library } from './library/library.ts';
import type { ArticleRecord } from './library/record.ts';
import { giveMemoryBack } from './memory.ts';
import type { WorkerPool } from './pool/pool.ts';
import { slices } from './slices.ts';
import type { StoryCluster } from './stories/cluster.ts';
import type { TopicIndex } from './topics/find-topics.ts';

/** Up to so many articles, topics and stories are found again before a question is answered; with more, after. */
const AT_ONCE = 150;
/** … with no more words than this: one long file would keep everybody waiting. */
const WORDS_AT_ONCE = 250_000;
/** While files are still being read, the whole is looked at again each time it has grown so many times … */
const GROWTH = 8;
/** … if the rest takes longer than this: looking takes from the reading. */
const LONG_S = 60;
/** A few articles are waited for so long: a story that came by halves would have letters in the order they came. */
const HALVES_MS = 5000;
/** Changes within so long are looked at together. */
const PAUSE_MS = 100;
/** More articles than that which came or went are not followed one by one. */
const MANY = 50;
/** From here on memory counts. */
const LARGE = 1000;

interface Listeners {
  /** Something else was found than before, for these articles or for all; whether somebody waits for it. */
  readonly found: (ids: Iterable<ArticleId>, awaited: boolean) => Promise<void>;
  readonly error: (thrown: unknown) => void;
}

const byPath = (a: ArticleRecord, b: ArticleRecord) => (a.path < b.path ? -1 : 1);
const hashesOf = (records: readonly ArticleRecord[]): Hashes =>
  new Map(records.map(({ id, contentHash }) => [id, contentHash]));

/**
 * Finds the topics and stories of a library again when its articles have changed. Of a few articles at once; of many,
 * single ones are followed, and the whole is looked at beside everything else when much has changed. What that found
 * is kept for the next start.
 */
export class Deriving {
  readonly #library: Library;
  readonly #pool: WorkerPool;
  readonly #sketches: SketchSupply;
  readonly #on: Listeners;
  /** What looking at the whole found, and for which articles the present view holds. */
  #derived: Derived = EMPTY_DERIVED;
  readonly #opened = performance.now();
  #hashes: Hashes = new Map();
  /** Follows single articles since; null until it is made, and for a few articles. */
  #follower: DerivedLibrary | null = null;
  /** The library's version when nothing was to be done for it. */
  #lookedAt = -1;
  #working: Promise<void> = Promise.resolve();
  #whole: Promise<void> | null = null;
  #later: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(library: Library, pool: WorkerPool, on: Listeners) {
    this.#library = library;
    this.#pool = pool;
    this.#sketches = new SketchSupply(library, pool);
    this.#on = on;
    const kept = keptDerived(library.cache);
    if (kept) ({ derived: this.#derived, hashes: this.#hashes } = kept);
  }

  get topics(): TopicIndex {
    return (this.#follower ?? this.#derived).topics;
  }

  get stories(): readonly StoryCluster[] {
    return (this.#follower ?? this.#derived).stories;
  }

  labelsOf(id: ArticleId): ArticleLabels {
    return this.#follower ? this.#follower.labelsOf(id) : labelsIn(this.#derived, id);
  }

  /**
   * Brings topics and stories up to the library, and has whoever listens told, where that is quick; otherwise they
   * follow.
   */
  async refresh(): Promise<void> {
    // Also where somebody else has begun it.
    if (this.#areFew()) await this.#inTurn(() => this.#deriveFew());
    else if (this.#mustDerive()) this.#deriveLater();
    else if (this.#lookedAt >= 0 && !this.#closed && !this.#isReady()) this.#soon();
  }

  close(): void {
    this.#closed = true;
    if (this.#later) clearTimeout(this.#later);
  }

  /** One after another; one that failed does not take those after it along. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#working = this.#working.catch(() => undefined).then(() => (this.#closed ? undefined : work()));
    return this.#working;
  }

  #quietly(work: Promise<void>): void {
    work.catch((thrown: unknown) => {
      // What was under way when the library was closed fails for that reason.
      if (!this.#closed) this.#on.error(thrown);
    });
  }

  #mustDerive(): boolean {
    const { version, progress } = this.#library.state();
    if (this.#closed || version === this.#lookedAt) return false;
    const { size } = this.#library.articles;
    const early = this.#areFew()
      ? performance.now() - this.#opened > HALVES_MS
      : (progress?.secondsLeft ?? 0) > LONG_S;
    if (progress && !(early && size >= GROWTH * this.#hashes.size)) return false;
    if (!difference(this.#hashes, this.#library.articles).isNone) return true;
    this.#lookedAt = version;
    return false;
  }

  #areFew(): boolean {
    const { articles } = this.#library;
    if (articles.size > AT_ONCE) return false;
    let words = 0;
    for (const { wordCount } of articles.values()) words += wordCount;
    return words <= WORDS_AT_ONCE;
  }

  #records(): ArticleRecord[] {
    // Files are read in any order; a story's articles, and so their letters, always come in the folder's.
    return [...this.#library.articles.values()].sort(byPath);
  }

  async #deriveFew(): Promise<void> {
    if (!this.#mustDerive()) return;
    const { version } = this.#library.state();
    const records = this.#records();
    const breathe = slices();
    const articles: Article[] = [];
    for (const { id } of records) {
      const article = await this.#library.article(id).catch(() => null);
      if (article) articles.push(article);
      await breathe();
    }
    this.#derived = derive(articles);
    this.#hashes = hashesOf(records);
    this.#follower = null;
    await this.#on.found(this.#library.articles.keys(), true);
    this.#lookedAt = version;
  }

  #deriveLater(): void {
    this.#library.deriving = true;
    this.#soon();
  }

  #soon(): void {
    this.#later ??= setTimeout(() => {
      this.#later = null;
      const work = this.#inTurn(async () => {
        await this.#deriveMany();
        await this.#beReady();
      });
      this.#quietly(
        work.finally(() => {
          if (!this.#whole && !this.#later) this.#library.deriving = false;
        }),
      );
    }, PAUSE_MS);
  }

  async #deriveMany(): Promise<void> {
    if (!this.#mustDerive()) return;
    const changed = difference(this.#hashes, this.#library.articles);
    const follower = changed.size <= MANY ? await this.#following(changed) : null;
    if (follower) await this.#follow(follower, changed);
    if (!follower || follower.drift >= 1) this.#deriveWhole();
  }

  /** What follows single articles; null where that cannot be done for these. */
  async #following(changed: Difference): Promise<DerivedLibrary | null> {
    if (this.#follower || this.#hashes.size === 0) return this.#follower;
    // What is gone has no sketch any more.
    if (changed.gone.length > 0) return null;
    this.#follower = await this.#build();
    return this.#follower;
  }

  async #build(): Promise<DerivedLibrary> {
    const { articles } = this.#library;
    const known = [...this.#hashes.keys()].flatMap((id) => articles.get(id) ?? []);
    const follower = await DerivedLibrary.build(this.#derived, this.#sketches.each(known), {
      pathOf: (id) => articles.get(id)?.path ?? '',
      sketch: (id) => this.#library.sketchOf(id),
      breathe: slices(),
    });
    // What could not be sketched comes as if it were new.
    this.#hashes = new Map([...this.#hashes].filter(([id]) => follower.has(id)));
    return follower;
  }

  async #follow(follower: DerivedLibrary, { came, gone, renamed }: Difference): Promise<void> {
    const { articles } = this.#library;
    const labelled = new Set<ArticleId>();
    const followed = renamed.filter(({ from }) => follower.has(from));
    const others = renamed.filter(({ from }) => !follower.has(from));
    const records = [...came, ...others.map(({ to }) => to)].flatMap((id) => articles.get(id) ?? []);
    const sketched = await this.#sketches.all(records);
    const changes = [
      ...followed.map(({ from, to }) => follower.rename(from, to)),
      ...gone.map((id) => follower.remove(id)),
      ...sketched.map(({ id, sketch }) => follower.add(id, sketch)),
    ];
    for (const change of changes) for (const id of change.labelled) labelled.add(id);
    const hashes = new Map(this.#hashes);
    for (const id of [...gone, ...renamed.map(({ from }) => from)]) hashes.delete(id);
    for (const { from, to } of followed) hashes.set(to, this.#hashes.get(from) ?? '');
    for (const { id, contentHash } of records) hashes.set(id, contentHash);
    this.#hashes = hashes;
    await this.#on.found(labelled, false);
  }

  /** Beside everything else: single articles are followed meanwhile. */
  #deriveWhole(): void {
    if (this.#whole || this.#closed) return;
    this.#library.deriving = true;
    const { version } = this.#library.state();
    const work = this.#lookAtWhole().catch((thrown: unknown) => {
      // Tried again once something has changed, and not all the time.
      this.#lookedAt = version;
      throw thrown;
    });
    this.#whole = work.finally(() => {
      this.#whole = null;
      this.#library.deriving = false;
      // Whatever changed meanwhile.
      if (!this.#closed) void this.refresh();
    });
    this.#quietly(this.#whole);
  }

  async #lookAtWhole(): Promise<void> {
    const records = this.#records();
    this.#makeRoom(records.length);
    const input = await this.#sketches.all(records);
    this.#makeRoom(records.length);
    const derived = await this.#pool.run('derive', input);
    await this.#inTurn(async () => {
      this.#derived = derived;
      this.#hashes = hashesOf(records);
      this.#follower = null;
      keepDerived(this.#library.cache, { derived, hashes: this.#hashes });
      await this.#on.found(this.#library.articles.keys(), false);
    });
  }

  /** What the step before has left behind would come on top of what the next one needs. */
  #makeRoom(articles: number): void {
    if (articles > LARGE) giveMemoryBack();
  }

  #isReady(): boolean {
    return this.#areFew() || this.#follower !== null || this.#whole !== null || this.#hashes.size === 0;
  }

  /** Makes what follows single articles before the first one comes. */
  async #beReady(): Promise<void> {
    if (this.#isReady() || !difference(this.#hashes, this.#library.articles).isNone) return;
    this.#follower = await this.#build();
  }
}
