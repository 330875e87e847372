import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../../electron/api/index.ts';
import { deriveLibrary } from '../../../../electron/engine/derived/derive-library.ts';
import { sketchOf } from '../../../../electron/engine/derived/sketch.ts';
import { articleIdOf } from '../../../../electron/engine/documents/ids.ts';
import { readDocument } from '../../../../electron/engine/documents/read.ts';
import { recordOf } from '../../../../electron/engine/library/record.ts';
import { WorkerPool } from '../../../../electron/engine/pool/pool.ts';
import { prepareArticle } from '../../../../electron/engine/search/prepare.ts';

const TEXT = 'Talks end in Berlin\n\nThe talks ended on Monday. Nobody signed anything, officials said.\n';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** What a worker that runs the product’s own entry gives, against the same done here. */
describe('jobs of the pool', () => {
  let folder = '';
  let pool: WorkerPool;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'synoptic-pool-')));
    pool = new WorkerPool({ size: 1 });
  });

  afterAll(async () => {
    await pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  const read = (path: string, knownHash: string | null = null, within: string | null = folder) =>
    pool.run('read', { id: articleIdOf(path), path, absolute: join(folder, path), within, knownHash });

  async function here(path: string, text: string): Promise<Article> {
    const result = await readDocument({ id: articleIdOf(path), path, bytes: Buffer.from(text) });
    if ('failure' in result) throw new Error(result.failure.message);
    return result.article;
  }

  test('read gives all that a library keeps of an article', async () => {
    await writeFile(join(folder, 'a.txt'), TEXT);
    const article = await here('a.txt', TEXT);
    const output = await read('a.txt');
    expect(output).toEqual({
      kind: 'read',
      stamp: expect.objectContaining({ size: TEXT.length }) as unknown,
      hash: hashOf(TEXT),
      record: recordOf(article),
      body: JSON.stringify(article),
      prepared: prepareArticle(article),
    });
  });

  test('read of bytes gives the same without a stamp', async () => {
    const bytes = new TextEncoder().encode(TEXT);
    const article = await here('b.txt', TEXT);
    expect(
      await pool.run(
        'read',
        { id: articleIdOf('b.txt'), path: 'b.txt', bytes },
        { transfer: [bytes.buffer] },
      ),
    ).toEqual({
      kind: 'read',
      stamp: null,
      hash: hashOf(TEXT),
      record: recordOf(article),
      body: JSON.stringify(article),
      prepared: prepareArticle(article),
    });
  });

  test('read does not parse again what has the hash that is known', async () => {
    await writeFile(join(folder, 'c.txt'), TEXT);
    expect(await read('c.txt', hashOf(TEXT))).toMatchObject({ kind: 'same', hash: hashOf(TEXT) });
    expect(await read('c.txt', hashOf('else'))).toMatchObject({ kind: 'read' });
  });

  test('read says why there is no article', async () => {
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'film.mp4'), 'x');
    await symlink(tmpdir(), join(folder, 'away'));
    await symlink(join(folder, 'empty.txt'), join(folder, 'link.txt'));
    expect(await read('gone.txt')).toEqual({ kind: 'missing' });
    expect(await read('empty.txt')).toMatchObject({
      kind: 'failed',
      failure: { path: 'empty.txt', code: 'empty-file' },
      stamp: { size: 0 },
      hash: hashOf(''),
      passing: false,
    });
    expect(await read('film.mp4')).toMatchObject({
      kind: 'failed',
      failure: { code: 'unsupported-type' },
      stamp: null,
      hash: null,
      passing: false,
    });
    expect(await read('link.txt')).toMatchObject({ kind: 'failed', passing: true, hash: null });
  });

  test('prepare, sketch and derive give what they give here', async () => {
    const articles = await Promise.all(['d.txt', 'e.txt', 'f.txt'].map((path) => here(path, TEXT)));
    const bodies = articles.map((article) => ({ body: JSON.stringify(article) }));
    const [first] = bodies;
    const [article] = articles;
    if (!first || !article) throw new Error('No article.');
    expect(await pool.run('prepare', first)).toEqual(prepareArticle(article));
    const sketches = await pool.run('sketch', bodies);
    expect(sketches).toEqual(articles.map(sketchOf));
    const sketched = articles.map(({ id }, at) => ({ id, sketch: sketches[at] ?? new Uint8Array() }));
    expect(await pool.run('derive', sketched)).toEqual(deriveLibrary(sketched));
  });

  test('a job that cannot be done rejects, and the worker goes on', async () => {
    await expect(pool.run('prepare', { body: 'no JSON' })).rejects.toThrow('JSON');
    expect(await read('gone.txt')).toEqual({ kind: 'missing' });
  });
});
