import type { Failure, ImportOutcome } from '../../api/index.ts';
import { LIMITS } from '../../api/index.ts';
import { join } from 'node:path';
import { articleIdOf } from '../documents/ids.ts';
import { collectFiles, type Dropped } from './dropped.ts';
import { failureFor, writeFailure } from './failures.ts';
import { archiveIn, isIgnoredPath } from './ignored.ts';
import { makeFolder, placeCopy } from './place-copy.ts';
import { readFileBytes } from './read-file.ts';
import { hashOf, readBytes } from './reading.ts';
import type { Reader } from './reader.ts';
import type { ArticleRecord } from './record.ts';
import { safeName, safePath } from './safe-name.ts';
import type { ReadArticle, Sync } from './sync.ts';

export interface PastedText {
  readonly text: string;
  /** Preferred to the text where it holds an article. */
  readonly html?: string | undefined;
}

interface ImporterOptions {
  readonly root: string;
  readonly reader: Reader;
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
  /** While there is a pause: its end. */
  #pause: PromiseWithResolvers<undefined> | null = null;

  constructor(options: ImporterOptions) {
    this.#options = options;
  }

  /** Files whose turn has not come are not imported any more; each is answered for. */
  stop(): void {
    this.#stopped = true;
    this.pause(false);
  }

  /** In a pause no file is begun. */
  pause(paused: boolean): void {
    if (paused && !this.#stopped) this.#pause ??= Promise.withResolvers();
    else if (this.#pause) {
      this.#pause.resolve(undefined);
      this.#pause = null;
    }
  }

  /** Waits for the end of a pause; whether a file may be begun. */
  async #mayBegin(): Promise<boolean> {
    await this.#pause?.promise;
    return !this.#stopped;
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
      (await this.#mayBegin())
        ? this.#add(relativePath, safePath(relativePath), bytes)
        : stoppedBefore(relativePath),
    );
  }

  paths(paths: readonly string[]): Promise<ImportOutcome[]> {
    return this.#inTurn(async () => {
      const outcomes: ImportOutcome[] = [];
      // All are listed before any is copied: the library may itself lie in a folder that is dropped.
      for (const dropped of await collectFiles(this.#options.root, paths)) {
        const outcome = (await this.#mayBegin()) ? this.#take(dropped) : stoppedBefore(dropped.name);
        outcomes.push(await outcome);
      }
      return outcomes;
    });
  }

  text({ text, html }: PastedText): Promise<ImportOutcome> {
    return this.#inTurn(async () => {
      if (!(await this.#mayBegin())) return stoppedBefore('Pasted text');
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
    if (result && 'record' in result) {
      return { name, status: 'duplicate', articleId: result.record.id, path };
    }
    return failed(
      name,
      result?.failure ?? { path, code: 'not-found', message: 'This file is no longer there.' },
    );
  }

  async #duplicateOf(hash: string, size: number): Promise<ArticleRecord | null> {
    const { sync } = this.#options;
    await sync.readAllOfSize(size);
    for (const { path, result } of sync.entries.withHash(hash)) {
      if ('record' in result && (await sync.isThere(path))) return result.record;
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
    const read = await readBytes(this.#options.reader, path, bytes);
    if (read.kind === 'failed') return failed(name, { ...read.failure, path: name });
    try {
      return await this.#write(name, path, bytes, read);
    } catch (thrown) {
      return failed(name, writeFailure(name, thrown));
    }
  }

  async #write(name: string, path: string, bytes: Uint8Array, read: ReadArticle): Promise<ImportOutcome> {
    const { root, reader, sync } = this.#options;
    const names = path.split('/');
    const fileName = names.pop() ?? path;
    const folder = await makeFolder(root, names);
    const placed = [...folder, await placeCopy(join(root, ...folder), fileName, bytes)].join('/');
    // Ids depend on the path, so another name means another reading.
    const result = placed === path ? read : await readBytes(reader, placed, bytes);
    if (result.kind === 'failed') {
      // It is in the library now, whatever becomes of it there.
      sync.hint(placed);
      return failed(name, result.failure);
    }
    await sync.adopt(placed, result);
    return {
      name,
      status: 'added',
      articleId: articleIdOf(placed),
      path: placed,
      ...(result.record.titleOrigin === 'made' ? { note: MADE_TITLE } : {}),
    };
  }

  /** `unfit` where there is no article in it. */
  async #pasted(
    content: string,
    extension: '.txt' | '.html',
  ): Promise<{ outcome: ImportOutcome; unfit: boolean }> {
    const bytes = new TextEncoder().encode(content);
    const provisional = `Pasted text${extension}`;
    const read = await readBytes(this.#options.reader, provisional, bytes);
    if (read.kind === 'failed') return { outcome: failed('Pasted text', read.failure), unfit: true };
    const title = read.record.title.replace(/\s+/g, ' ').trim();
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
