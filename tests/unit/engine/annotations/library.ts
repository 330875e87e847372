import type { Article, ArticleId, LibraryChange, SentenceId } from '../../../../electron/api/index.ts';
import type { AnnotatedLibrary } from '../../../../electron/engine/annotations/library-annotations.ts';
import { recordOf, type ArticleRecord } from '../../../../electron/engine/library/record.ts';
import { article, type BlockSpec } from '../articles.ts';

export const ROOT = '/library';
export const EMPTY = { added: [], changed: [], removed: [], renamed: [] } as const;

/** A library in memory, whose articles come, change and go as a test says. */
export class MadeLibrary implements AnnotatedLibrary {
  readonly root: string;
  readonly articles = new Map<ArticleId, ArticleRecord>();
  readonly #texts = new Map<ArticleId, Article>();

  constructor(articles: Readonly<Record<string, readonly (string | BlockSpec)[]>> = {}, root = ROOT) {
    this.root = root;
    for (const [path, blocks] of Object.entries(articles)) this.write(path, blocks);
  }

  readonly article = (id: ArticleId): Promise<Article> => {
    const found = this.#texts.get(id);
    return found ? Promise.resolve(found) : Promise.reject(new Error('There is no such article.'));
  };

  /** Adds or changes an article: a string is a paragraph of one sentence. Returns its id. */
  write(path: string, blocks: readonly (string | BlockSpec)[], title = `About ${path}`): ArticleId {
    const made = article(path, blocks, { title, contentHash: hashOf(blocks) });
    return this.put(made);
  }

  put(made: Article): ArticleId {
    this.#texts.set(made.id, made);
    this.articles.set(made.id, recordOf(made));
    return made.id;
  }

  remove(id: ArticleId): void {
    this.#texts.delete(id);
    this.articles.delete(id);
  }

  /** Gives an article another name, and tells which. */
  rename(from: ArticleId, path: string): LibraryChange['renamed'][number] {
    const before = this.#texts.get(from);
    if (!before) throw new Error('There is no such article.');
    this.remove(from);
    const blocks = before.blocks.map(({ sentences, ...rest }) => ({
      type: rest.type,
      sentences: sentences.map(({ text }) => text),
    }));
    const { title, contentHash } = before;
    return { from, to: this.put(article(path, blocks, { title, contentHash })) };
  }

  /** The sentence of these words. */
  sentence(id: ArticleId, text: string): SentenceId {
    const found = this.#texts
      .get(id)
      ?.blocks.flatMap(({ sentences }) => sentences)
      .find((each) => each.text === text);
    if (!found) throw new Error(`There is no sentence “${text}”.`);
    return found.id;
  }
}

export const hashOf = (blocks: readonly (string | BlockSpec)[]): string =>
  `hash of ${JSON.stringify(blocks)}`;
