import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPaths } from '../../../electron/engine/offline.ts';

const TEXT = 'A heading\n\nThe ferry left at dawn, the port authority said.\n';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-offline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (name: string, text = TEXT) => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
};

describe('reading paths once', () => {
  test('gives articles in the order asked, with their paths as given', async () => {
    const b = await put('b.txt', `${TEXT}Second.`);
    const a = await put('a.txt');
    const { articles, failures } = await readPaths([b, a]);
    expect(articles.map((article) => article.path)).toEqual([b, a]);
    expect(failures).toEqual([]);
  });

  test('walks folders by name and passes over hidden files', async () => {
    await put('sub/c.txt', `${TEXT}Three.`);
    await put('b.txt', `${TEXT}Two.`);
    await put('.hidden.txt');
    const { articles } = await readPaths([folder]);
    expect(articles.map((article) => path.relative(folder, article.path))).toEqual(['b.txt', 'sub/c.txt']);
  });

  test('gives one file the same id whether it or its folder is named, wherever the folder lies', async () => {
    await put('a.txt');
    await put('b.txt', `${TEXT}Two.`);
    const byFolder = await readPaths([folder]);
    const byFiles = await readPaths([path.join(folder, 'b.txt'), path.join(folder, 'a.txt')]);
    expect(byFiles.articles.map((article) => article.id).sort()).toEqual(
      byFolder.articles.map((article) => article.id).sort(),
    );
  });

  test('reads a file named twice once', async () => {
    const a = await put('a.txt');
    expect((await readPaths([a, folder, a])).articles).toHaveLength(1);
  });

  test('reads a file once that is named by a link, too', async () => {
    const a = await put('a.txt');
    const link = path.join(folder, 'link.txt');
    await symlink(a, link);
    expect((await readPaths([a, link])).articles.map((article) => article.path)).toEqual([a]);
  });

  test('does not take a missing name for the folder it is in', async () => {
    const { articles, failures } = await readPaths(['']);
    expect(articles).toEqual([]);
    expect(failures).toMatchObject([{ path: '', code: 'not-found' }]);
  });

  test('gives no two articles one id, though their names differ in their Unicode form only', async () => {
    const composed = await put('caf\u00e9.txt');
    const decomposed = await put('cafe\u0301.txt', `${TEXT}Two.`);
    const { articles, failures } = await readPaths([composed, decomposed]);
    expect(articles).toHaveLength(1);
    expect(failures).toMatchObject([{ path: decomposed, code: 'unsafe-name' }]);
  });

  test('answers for what is not there, cannot be read or is of another kind, and goes on', async () => {
    const a = await put('a.txt');
    const picture = await put('photo.png', '\u0089PNG');
    const empty = await put('empty.txt', '');
    const { articles, failures } = await readPaths([path.join(folder, 'none.txt'), picture, empty, a]);
    expect(articles).toHaveLength(1);
    expect(failures.map((failure) => [path.basename(failure.path), failure.code])).toEqual([
      ['none.txt', 'not-found'],
      ['photo.png', 'unsupported-type'],
      ['empty.txt', 'empty-file'],
    ]);
  });

  test('says of other kinds of files in a folder why they are not read', async () => {
    await put('a.txt');
    await put('photo.png', '\u0089PNG');
    const { failures } = await readPaths([folder]);
    expect(failures.map((failure) => failure.code)).toEqual(['unsupported-type']);
  });

  test('does not follow links met on the way', async () => {
    await put('inside/a.txt');
    await put('outside/b.txt', `${TEXT}Two.`);
    await symlink(path.join(folder, 'outside'), path.join(folder, 'inside', 'link'));
    const { articles } = await readPaths([path.join(folder, 'inside')]);
    expect(articles.map((article) => path.basename(article.path))).toEqual(['a.txt']);
  });
});
