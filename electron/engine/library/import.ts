import type { Article, Failure, ImportOutcome } from '../../api/index.ts';
import { LIMITS } from '../../api/index.ts';
import { join } from 'node:path';
import { articleIdOf } from '../documents/ids.ts';
import { collectFiles, type Dropped } from './dropped.ts';
import { failureFor, writeFailure } from './failures.ts';
import { archiveIn, isIgnoredPath } from './ignored.ts';
import { makeFolder, placeCopy } from './place-copy.ts';
import { readFileBytes } from './read-file.ts';
import { safeName, safePath } from './safe-name.ts';
import { hashOf } from './reading.ts';
import type { Sync } from './sync.ts';

export interface PastedText {
  readonly text: string;
  /** Preferred to the text where it holds an article. */
  readonly html?: string | undefined;
}

interface ImporterOptions {
  readonly root: string;
  readonly sync: Sync;
}

const MADE_TITLE = 'No title in the file; its opening words stand in.';
/** Characters of a title that make the name of a file of pasted text. */
const NAME_LENGTH = 80;

function failed(name: string, failure: Failure): ImportOutcome {
  return { name, status: 'failed', failure };
}

function stoppedBefore(name: string): ImportOutcome {
  const message = 'Synoptic was closed before this file was added. Add it again.';
  return failed(name, { path: name, code: 'unreadable', message });
}

/** Makes copies in the library, one after another, and answers for each. */
export class Importer {
  readonly #options: ImporterOptions;
  #last: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(options: ImporterOptions) {
    this.#options = options;
  }

  /** Files whose turn has not come are not imported any more; each is answered for. */
  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when no import is under way. */
  async idle(): Promise<void> {
    await this.#last;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  file({ relativePath, bytes }: { relativePath: string; bytes: Uint8Array }): Promise<ImportOutcome> {
    return this.#inTurn(async () =>
      this.#stopped ? stoppedBefore(relativePath) : this.#add(relativePath, safePath(relativePath), bytes),
    );
  }

  paths(paths: readonly string[]): Promise<ImportOutcome[]> {
    return this.#inTurn(async () => {
      const outcomes: ImportOutcome[] = [];
      // All are listed before any is copied: the library may itself lie in a folder that is dropped.
      for (const dropped of await collectFiles(this.#options.root, paths)) {
        outcomes.push(this.#stopped ? stoppedBefore(dropped.name) : await this.#take(dropped));
      }
      return outcomes;
    });
  }

  text({ text, html }: PastedText): Promise<ImportOutcome> {
    return this.#inTurn(async () => {
      if (html !== undefined) {
        const { outcome, unfit } = await this.#pasted(asDocument(html), '.html');
        if (!unfit) return outcome;
      }
      return (await this.#pasted(text, '.txt')).outcome;
    });
  }

  async #take(dropped: Dropped): Promise<ImportOutcome> {
    const { name } = dropped;
    if ('failure' in dropped) return failed(name, dropped.failure);
    if (dropped.inLibrary !== null) return this.#already(name, dropped.inLibrary);
    const content = await readFileBytes(dropped.absolute, name, null);
    if ('failure' in content) return failed(name, content.failure);
    if ('missing' in content) {
      return failed(name, { path: name, code: 'not-found', message: 'This file is no longer there.' });
    }
    if ('unsettled' in content) {
      const message = 'This file is being written to. Drop it again when that is finished.';
      return failed(name, { path: name, code: 'unreadable', message });
    }
    return this.#add(name, safePath(name), content.bytes);
  }

  /** A file that lies in the library already. */
  async #already(name: string, path: string): Promise<ImportOutcome> {
    const { sync } = this.#options;
    if (isIgnoredPath(path)) return failed(name, failureFor(name, 'temporary-name'));
    let result = sync.entries.get(path)?.result;
    if (!result) {
      sync.hint(path);
      await sync.settled();
      result = sync.entries.get(path)?.result;
    }
    if (result && 'article' in result)
      return { name, status: 'duplicate', articleId: result.article.id, path };
    return failed(
      name,
      result?.failure ?? { path, code: 'not-found', message: 'This file is no longer there.' },
    );
  }

  async #duplicateOf(hash: string, size: number): Promise<Article | null> {
    const { sync } = this.#options;
    await sync.readAllOfSize(size);
    for (const { path, result } of sync.entries.withHash(hash)) {
      if ('article' in result && (await sync.isThere(path))) return result.article;
    }
    return null;
  }

  async #add(name: string, path: string, bytes: Uint8Array): Promise<ImportOutcome> {
    if (isIgnoredPath(path)) return failed(name, failureFor(name, 'temporary-name'));
    if (archiveIn(path) !== null) return failed(name, failureFor(name, 'archive'));
    if (bytes.length > LIMITS.fileBytes) return failed(name, failureFor(name, 'too-large'));
    const hash = hashOf(bytes);
    const duplicate = await this.#duplicateOf(hash, bytes.length);
    if (duplicate) return { name, status: 'duplicate', articleId: duplicate.id, path: duplicate.path };
    const result = await this.#options.sync.parse(path, bytes);
    if ('failure' in result) return failed(name, { ...result.failure, path: name });
    try {
      return await this.#write(name, path, bytes, result.article);
    } catch (thrown) {
      return failed(name, writeFailure(name, thrown));
    }
  }

  async #write(name: string, path: string, bytes: Uint8Array, article: Article): Promise<ImportOutcome> {
    const { root, sync } = this.#options;
    const names = path.split('/');
    const fileName = names.pop() ?? path;
    const folder = await makeFolder(root, names);
    const placed = [...folder, await placeCopy(join(root, ...folder), fileName, bytes)].join('/');
    const id = articleIdOf(placed);
    // Ids depend on the path, so another name means another reading.
    const result = placed === path ? { article } : await sync.parse(placed, bytes);
    await sync.adopt(placed, hashOf(bytes), result);
    if ('failure' in result) return failed(name, result.failure);
    return {
      name,
      status: 'added',
      articleId: id,
      path: placed,
      ...(result.article.titleOrigin === 'made' ? { note: MADE_TITLE } : {}),
    };
  }

  /** `unfit` where there is no article in it. */
  async #pasted(
    content: string,
    extension: '.txt' | '.html',
  ): Promise<{ outcome: ImportOutcome; unfit: boolean }> {
    const bytes = new TextEncoder().encode(content);
    const provisional = `Pasted text${extension}`;
    const result = await this.#options.sync.parse(provisional, bytes);
    if ('failure' in result) return { outcome: failed('Pasted text', result.failure), unfit: true };
    const title = result.article.title.replace(/\s+/g, ' ').trim();
    const name = safeName(`${shortened(title) || 'Pasted text'}${extension}`);
    const outcome = await this.#add(name, name, bytes);
    return { outcome: { ...outcome, name: 'Pasted text' }, unfit: false };
  }
}

/** A title cut at a word, without the points that would be taken for an extension's. */
function shortened(title: string): string {
  const plain = title.replace(/[.…]+$/, '');
  if (plain.length <= NAME_LENGTH) return plain;
  const cut = plain.slice(0, NAME_LENGTH + 1);
  const space = cut.lastIndexOf(' ');
  return cut
    .slice(0, space > NAME_LENGTH / 2 ? space : NAME_LENGTH)
    .toWellFormed()
    .trim();
}

/** A selection's markup as a file that any browser opens rightly. */
function asDocument(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html>\n<meta charset="utf-8">\n${html}\n`;
}
