import * as v from 'valibot';
import type { Article, ArticleId } from '../api/index.ts';
import { derive, EMPTY_DERIVED, SKETCH_VERSION, type Derived, type SketchedArticle } from './derived.ts';
import type { Library } from './library/library.ts';
import type { ArticleRecord } from './library/record.ts';
import type { WorkerPool } from './pool/pool.ts';
import { slices } from './slices.ts';

/** Up to so many articles, topics and stories are found again before a question is answered; with more, after. */
const AT_ONCE = 150;
/** While files are still being read, the whole is looked at again each time it has grown so many times. */
const GROWTH = 8;
/** Changes within so long are looked at together. */
const PAUSE_MS = 300;
/** Texts that a worker is given at one time. */
const BATCH = 16;
const KEPT = 'derived';

interface Known {
  /** What was looked at: content hashes by article. */
  readonly hashes: ReadonlyMap<ArticleId, string>;
  readonly derived: Derived;
}

const label = v.object({ value: v.string(), label: v.string(), articleIds: v.array(v.string()) });
/** What is kept of a library between two starts. */
const kept = v.object({
  sketches: v.literal(SKETCH_VERSION),
  hashes: v.array(v.tuple([v.string(), v.string()])),
  derived: v.object({
    topics: v.object({ topics: v.array(label), people: v.array(label), places: v.array(label) }),
    stories: v.array(v.object({ id: v.string(), title: v.string(), articleIds: v.array(v.string()) })),
  }),
});

const byPath = (a: ArticleRecord, b: ArticleRecord) => (a.path < b.path ? -1 : 1);

/**
 * Finds the topics and stories of a library again when its articles have changed: of a few articles at once, of
 * many beside everything else. What was found is kept for the next start.
 */
export class Deriving {
  readonly #library: Library;
  readonly #pool: WorkerPool;
  /** Told when something else was found than before, while nobody waited for it. */
  readonly #onFound: () => Promise<void>;
  readonly #onError: (thrown: unknown) => void;
  #known: Known = { hashes: new Map(), derived: EMPTY_DERIVED };
  /** The library's version when nothing was to be done for it. */
  #lookedAt = -1;
  #working: Promise<void> = Promise.resolve();
  #later: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(
    library: Library,
    pool: WorkerPool,
    on: { readonly found: () => Promise<void>; readonly error: (thrown: unknown) => void },
  ) {
    this.#library = library;
    this.#pool = pool;
    this.#onFound = on.found;
    this.#onError = on.error;
    this.#restore();
  }

  get derived(): Derived {
    return this.#known.derived;
  }

  /** Brings topics and stories up to the library where that is quick; otherwise they follow. */
  async refresh(): Promise<void> {
    if (!this.#mustDerive()) return;
    if (this.#library.articles.size <= AT_ONCE) await this.#inTurn(() => this.#deriveFew());
    else this.#deriveLater();
  }

  /** Resolves when nothing is being found any more. */
  idle(): Promise<void> {
    return this.#working.catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    if (this.#later) clearTimeout(this.#later);
  }

  /** One after another; one that failed does not take those after it along. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#working = this.#working.catch(() => undefined).then(work);
    return this.#working;
  }

  #mustDerive(): boolean {
    const { version, progress } = this.#library.state();
    if (this.#closed || version === this.#lookedAt) return false;
    const { size } = this.#library.articles;
    if (progress && size < GROWTH * this.#known.hashes.size) return false;
    if (!this.#isSame()) return true;
    this.#lookedAt = version;
    return false;
  }

  #isSame(): boolean {
    const { articles } = this.#library;
    const { hashes } = this.#known;
    if (articles.size !== hashes.size) return false;
    for (const [id, { contentHash }] of articles) if (hashes.get(id) !== contentHash) return false;
    return true;
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
    this.#take(records, derive(articles));
    this.#lookedAt = version;
  }

  #deriveLater(): void {
    this.#later ??= setTimeout(() => {
      this.#later = null;
      this.#inTurn(() => this.#deriveMany()).catch((thrown: unknown) => {
        if (!this.#closed) this.#onError(thrown);
      });
    }, PAUSE_MS);
  }

  async #deriveMany(): Promise<void> {
    if (!this.#mustDerive()) return;
    this.#library.deriving = true;
    try {
      const records = this.#records();
      await this.#sketch(records);
      const input: SketchedArticle[] = [];
      for (const { id } of records) {
        const sketch = this.#library.sketchOf(id);
        if (sketch) input.push({ id, sketch });
      }
      const derived = await this.#pool.run('derive', input);
      if (this.#closed) return;
      this.#take(records, derived);
      this.#keep();
      await this.#onFound();
    } finally {
      this.#library.deriving = false;
    }
  }

  /** Sees to it that every article has its sketch. */
  async #sketch(records: readonly ArticleRecord[]): Promise<void> {
    const missing = records.filter(({ id }) => this.#library.sketchOf(id) === null).map(({ id }) => id);
    const batches = Math.ceil(missing.length / BATCH);
    let next = 0;
    const work = async () => {
      for (let batch = next++; batch < batches && !this.#closed; batch = next++) {
        await this.#sketchBatch(missing.slice(batch * BATCH, (batch + 1) * BATCH));
      }
    };
    await Promise.all(Array.from({ length: 2 * this.#pool.size }, work));
  }

  async #sketchBatch(ids: readonly ArticleId[]): Promise<void> {
    const bodies: { id: ArticleId; body: string }[] = [];
    for (const id of ids) {
      const article = () => this.#library.article(id).catch(() => null);
      const body = this.#library.bodyOf(id) ?? JSON.stringify(await article());
      if (body !== 'null') bodies.push({ id, body });
    }
    const sketches = await this.#pool.run(
      'sketch',
      bodies.map(({ body }) => ({ body })),
    );
    bodies.forEach(({ id }, i) => {
      const sketch = sketches[i];
      if (sketch) this.#library.putSketch(id, sketch);
    });
  }

  #take(records: readonly ArticleRecord[], derived: Derived): void {
    this.#known = { hashes: new Map(records.map(({ id, contentHash }) => [id, contentHash])), derived };
  }

  #keep(): void {
    const { hashes, derived } = this.#known;
    this.#library.cache.putDerived(
      KEPT,
      JSON.stringify({ sketches: SKETCH_VERSION, hashes: [...hashes], derived }),
    );
  }

  #restore(): void {
    try {
      const json = this.#library.cache.derived(KEPT);
      const found = json === null ? null : v.safeParse(kept, JSON.parse(json));
      if (!found?.success) return;
      const { hashes, derived } = found.output;
      this.#known = {
        hashes: new Map(hashes.map(([id, hash]) => [id as ArticleId, hash])),
        derived: derived as unknown as Derived,
      };
    } catch (thrown) {
      // What cannot be read is found again.
      this.#onError(thrown);
    }
  }
}
