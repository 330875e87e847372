import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import {
  SynopticError,
  type ArticleId,
  type ImportOutcome,
  type LibraryState,
} from '../../../electron/api/index.ts';
import { createEngine, type Engine } from '../../../electron/engine/engine.ts';
import type { KnownArticle } from '../kill/scene.ts';
import { settledState } from '../settled.ts';

const EVERYTHING = { filters: { values: {}, match: 'all' }, offset: 0, limit: 500 } as const;

/** An engine on a library, and what is wrong with how it takes what is done to its disks. */
export class Desk {
  readonly engine: Engine;
  readonly faults: string[];
  readonly #articles: readonly KnownArticle[];

  private constructor(engine: Engine, articles: readonly KnownArticle[], faults: string[]) {
    this.engine = engine;
    this.#articles = articles;
    this.faults = faults;
  }

  /** Opens a library; resolves when it is read as far as it can be. */
  static async open(
    at: { readonly library: string; readonly data: string; readonly articles: readonly KnownArticle[] },
    faults: string[],
  ): Promise<Desk> {
    const engine = await createEngine({
      library: at.library,
      dataFolder: at.data,
      watch: { settleMs: 5, batchMs: 5 },
    });
    const desk = new Desk(engine, at.articles, faults);
    await settledState(engine);
    return desk;
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  state(): Promise<LibraryState> {
    return settledState(this.engine);
  }

  expect(holds: boolean, what: string): void {
    if (!holds) this.faults.push(what);
  }

  async expectNotices(...codes: string[]): Promise<void> {
    const { notices } = await this.state();
    const found = notices.map(({ code }) => code);
    this.expect(found.join() === codes.join(), `notices are “${found.join()}”, expected “${codes.join()}”`);
    for (const { code, message } of notices)
      this.expect(/[.!?]$/.test(message), `notice ${code} says nothing`);
  }

  /** Everything can be listed, read and found. */
  async expectReading(when: string, count = this.#articles.length): Promise<void> {
    try {
      const all = await this.engine.browse({ ...EVERYTHING, query: '' });
      this.expect(all.total === count, `${when}: ${all.total} articles are listed, not ${count}`);
      const found = await this.engine.browse({ ...EVERYTHING, query: 'report' });
      this.expect(found.total > 0, `${when}: nothing is found`);
      for (const { id, path: file } of [this.#articles[0], this.#articles.at(-1)].filter(
        (each) => each !== undefined,
      )) {
        const article = await this.engine.article({ id });
        this.expect(article.path === file && article.blocks.length > 0, `${when}: “${file}” cannot be read`);
      }
    } catch (thrown) {
      this.faults.push(`${when}: reading does not go on: ${said(thrown)}`);
    }
  }

  /** Tags an article with a name of its own; false where that was refused, which must be well said. */
  async tag(index: number, tag: string): Promise<boolean> {
    try {
      await this.engine.tag({ articleIds: [this.#id(index)], tag, on: true });
      return true;
    } catch (thrown) {
      const fitting = thrown instanceof SynopticError && thrown.code === 'write-failed' && thrown.hint !== '';
      this.expect(fitting, `tagging was refused with ${said(thrown)}`);
      return false;
    }
  }

  async tags(): Promise<readonly string[]> {
    const { marks } = await this.engine.annotations({});
    return marks.flatMap(({ tags }) => tags).sort();
  }

  async expectTags(when: string, expected: readonly string[]): Promise<void> {
    const found = await this.tags();
    const lost = expected.filter((tag) => !found.includes(tag));
    this.expect(
      lost.length === 0,
      `${when}: ${lost.length} of ${expected.length} acknowledged tags are lost (${lost.slice(0, 3).join(', ')})`,
    );
  }

  expectFailed(outcome: ImportOutcome | undefined, message: RegExp): void {
    const found = `${outcome?.status ?? 'no answer'}: ${outcome?.failure?.message ?? ''}`;
    this.expect(outcome?.status === 'failed' && message.test(found), `an import was answered ${found}`);
  }

  #id(index: number): ArticleId {
    const article = this.#articles[index % this.#articles.length];
    if (!article) throw new Error('There are no articles.');
    return article.id;
  }
}

export function said(thrown: unknown): string {
  return thrown instanceof SynopticError ? `${thrown.code}: ${thrown.message}` : String(thrown);
}

/** Files of a folder and below that look like a copy cut short. */
export function leftoversIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => path.basename(name).startsWith('.synoptic-'));
}

export function copyInto(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}
