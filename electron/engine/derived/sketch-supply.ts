import type { ArticleId } from '../../api/index.ts';
import type { Library } from '../library/library.ts';
import type { ArticleRecord } from '../library/record.ts';
import type { WorkerPool } from '../pool/pool.ts';
import { slices } from '../slices.ts';
import type { SketchedArticle } from './derive-library.ts';

/** Texts that a worker is given at one time. */
const BATCH = 16;
/** Articles whose sketches are looked for together. */
const WINDOW = 512;

/** The sketches of a library's articles: those that are kept, and others made by workers. */
export class SketchSupply {
  readonly #library: Library;
  readonly #pool: WorkerPool;

  constructor(library: Library, pool: WorkerPool) {
    this.#library = library;
    this.#pool = pool;
  }

  /**
   * In the order given. Left out is what cannot be sketched, as its text is not to be had any more. They lie together
   * in a few pieces of memory: as many small ones, those of a large library would leave holes when they go.
   */
  async all(records: readonly ArticleRecord[]): Promise<SketchedArticle[]> {
    const all: SketchedArticle[] = [];
    for (let from = 0; from < records.length; from += WINDOW) {
      all.push(...together(await this.#some(records.slice(from, from + WINDOW))));
    }
    return all;
  }

  /**
   * As {@link all}, some at a time, since all of them are many megabytes. Never rejects: what workers fail to make is
   * left out, too.
   */
  async *each(records: readonly ArticleRecord[]): AsyncGenerator<SketchedArticle> {
    for (let from = 0; from < records.length; from += WINDOW) {
      const some = records.slice(from, from + WINDOW);
      yield* await this.#some(some).catch(() => this.#kept(some));
    }
  }

  #kept(records: readonly ArticleRecord[]): SketchedArticle[] {
    return records.flatMap(({ id }) => {
      const sketch = this.#library.sketchOf(id);
      return sketch ? [{ id, sketch }] : [];
    });
  }

  async #some(records: readonly ArticleRecord[]): Promise<SketchedArticle[]> {
    const breathe = slices();
    const sketches = new Map<ArticleId, Uint8Array>();
    const missing: ArticleId[] = [];
    for (const { id } of records) {
      const sketch = this.#library.sketchOf(id);
      if (sketch) sketches.set(id, sketch);
      else missing.push(id);
      await breathe();
    }
    const batches: ArticleId[][] = [];
    for (let from = 0; from < missing.length; from += BATCH) batches.push(missing.slice(from, from + BATCH));
    const work = async () => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        for (const { id, sketch } of await this.#make(batch)) {
          this.#library.putSketch(id, sketch);
          sketches.set(id, sketch);
        }
      }
    };
    await Promise.all(Array.from({ length: 2 * this.#pool.size }, work));
    return records.flatMap(({ id }) => {
      const sketch = sketches.get(id);
      return sketch ? [{ id, sketch }] : [];
    });
  }

  async #make(ids: readonly ArticleId[]): Promise<SketchedArticle[]> {
    const texts: { id: ArticleId; body: string }[] = [];
    for (const id of ids) {
      const body = this.#library.bodyOf(id) ?? (await this.#readAgain(id));
      if (body !== null) texts.push({ id, body });
    }
    const sketches = await this.#pool.run(
      'sketch',
      texts.map(({ body }) => ({ body })),
    );
    return texts.flatMap(({ id }, i) => {
      const sketch = sketches[i];
      return sketch ? [{ id, sketch }] : [];
    });
  }

  async #readAgain(id: ArticleId): Promise<string | null> {
    const article = await this.#library.article(id).catch(() => null);
    return article && JSON.stringify(article);
  }
}

/** The same in one piece of memory of its own. */
function together(sketched: readonly SketchedArticle[]): SketchedArticle[] {
  const memory = new Uint8Array(sketched.reduce((sum, { sketch }) => sum + sketch.length, 0));
  let end = 0;
  return sketched.map(({ id, sketch }) => {
    const from = end;
    end += sketch.length;
    memory.set(sketch, from);
    return { id, sketch: memory.subarray(from, end) };
  });
}
