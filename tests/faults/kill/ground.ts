import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Dismissal, SentenceId } from '../../../electron/api/index.ts';
import { articleIdOf } from '../../../electron/engine/documents/ids.ts';
import { readDocument } from '../../../electron/engine/documents/read.ts';
import { createEngine } from '../../../electron/engine/engine.ts';
import { MIGRATIONS } from '../../../electron/engine/store/migrations.ts';
import { Random } from '../random.ts';
import { makeFiles } from '../texts.ts';
import { placeOf, placesIn } from './places.ts';
import type { KnownArticle, Scene } from './scene.ts';
import { settledState } from '../settled.ts';

/** What all rounds of a run begin with: a library that is copied for each, and what is known of it. */
export interface Ground {
  readonly folder: string;
  readonly library: string;
  readonly files: ReadonlyMap<string, string>;
  readonly articles: readonly KnownArticle[];
  readonly exported: Scene['exported'];
  remove(): Promise<void>;
}

/** @param annotated whether annotations of the same library are made that can be imported */
export async function layGround(fileCount: number, annotated = false): Promise<Ground> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'synoptic-faults-')));
  const library = path.join(folder, 'library');
  // The same library in every run: a round is repeated by its own seed alone.
  const files = makeFiles(fileCount, new Random(fileCount));
  const articles: KnownArticle[] = [];
  for (const [name, content] of files) {
    await mkdir(path.dirname(path.join(library, name)), { recursive: true });
    await writeFile(path.join(library, name), content);
    const id = articleIdOf(name);
    const read = await readDocument({ id, path: name, bytes: new TextEncoder().encode(content) });
    if ('failure' in read) throw new Error(`A file that was made cannot be read: ${read.failure.message}`);
    const sentences = read.article.blocks.flatMap((block) => block.sentences.map((sentence) => sentence.id));
    articles.push({ id, path: name, sentences, contentHash: read.article.contentHash });
  }
  const exported = annotated ? await exportOf(library, articles) : null;
  return {
    folder,
    library,
    files,
    articles,
    exported,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What another computer's reader has made of the same library. */
async function exportOf(library: string, articles: readonly KnownArticle[]): Promise<Scene['exported']> {
  const engine = await createEngine({ library, watch: { settleMs: 1, batchMs: 1 } });
  try {
    await settledState(engine);
    const some = articles.slice(0, 40);
    const articleIds = some.slice(0, 20).map(({ id }) => id);
    await engine.tag({ articleIds, tag: 'from elsewhere', on: true });
    for (const { sentences } of some) {
      const [sentenceId] = sentences;
      if (sentenceId) await engine.highlight({ sentenceId, note: 'Made elsewhere.' });
    }
    const json = await engine.exportAnnotations();
    return { json, places: placesIn(await engine.annotations({}), await engine.corrections()) };
  } finally {
    await engine.close();
  }
}

/** A copy of the library with an empty folder for data and one for files that are to be imported. */
export async function copyGround(ground: Ground, round: number) {
  const folder = path.join(ground.folder, `round-${round}`);
  const at = {
    folder,
    library: path.join(folder, 'library'),
    data: path.join(folder, 'data'),
    outside: path.join(folder, 'outside'),
  };
  await mkdir(at.data, { recursive: true });
  await mkdir(at.outside);
  await cp(ground.library, at.library, { recursive: true, preserveTimestamps: true });
  return at;
}

/**
 * A file of the first version in the data folder, as that version made it.
 *
 * @returns the places of what is kept in it
 */
export function writeFirstVersion(
  data: string,
  library: string,
  articles: readonly KnownArticle[],
): Map<string, string> {
  const [first] = MIGRATIONS;
  if (first === undefined) throw new Error('There is no first version.');
  const places = new Map<string, string>();
  const db = new DatabaseSync(path.join(data, 'synoptic.db'));
  db.exec(`PRAGMA journal_mode = WAL; BEGIN; ${first}; PRAGMA user_version = 1`);
  db.prepare('INSERT INTO library (id, path, inode) VALUES (1, ?, NULL)').run(library);
  const made = '2026-01-02T03:04:05.000Z';
  const article = db.prepare('INSERT INTO article (library, id, path, content_hash) VALUES (1, ?, ?, ?)');
  const date = db.prepare('INSERT INTO corrected_date (library, article, date, made_at) VALUES (1, ?, ?, ?)');
  const dismissal = db.prepare('INSERT INTO dismissal (id, library, kind, made_at) VALUES (?, 1, ?, ?)');
  const sentence = db.prepare(
    'INSERT INTO dismissed_sentence (dismissal, position, sentence, span_start, span_end) VALUES (?, ?, ?, NULL, NULL)',
  );
  articles.forEach(({ id, path: name, sentences, contentHash }, number) => {
    article.run(id, name, contentHash);
    date.run(id, '2020-02-02', made);
    places.set(placeOf.date(id), '2020-02-02');
    const sentenceIds: SentenceId[] = sentences.slice(0, 2);
    if (sentenceIds.length < 2) return;
    const dismissed: Dismissal = { kind: 'number', sentenceIds };
    dismissal.run(number + 1, dismissed.kind, made);
    sentenceIds.forEach((each, position) => sentence.run(number + 1, position, each));
    places.set(placeOf.dismissal(dismissed), 'on');
  });
  db.exec('COMMIT');
  db.close();
  return places;
}
