import { once } from 'node:events';
import { createServer } from 'node:net';
import { lstat, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, run } from './run.ts';

const SEEDS = path.resolve(import.meta.dirname, '../../../seeds');
const text = expect.any(String) as string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a command line that is not understood', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['delete', SEEDS]],
    ['a name that every object has', ['toString']],
    ['an unknown option', ['read', '--fast', SEEDS]],
    ['an option without its value', ['brief', SEEDS, '--words']],
    ['nothing to read', ['read']],
    ['no number of words', ['brief', SEEDS, '--words', 'many']],
    ['no words at all', ['brief', SEEDS, '--words', '0']],
    ['part of a word', ['brief', SEEDS, '--words', '1.5']],
    ['an empty length', ['brief', SEEDS, '--words', '']],
    ['a ratio above 1', ['brief', SEEDS, '--ratio', '2']],
    ['two lengths', ['brief', SEEDS, '--words', '10', '--sentences', '2']],
    ['an unknown paper', ['brief', SEEDS, '--paper', 'A3']],
    ['two folders of stories', ['stories', SEEDS, SEEDS]],
    ['nothing to look for', ['search', SEEDS]],
    ['no port', ['serve', SEEDS, '--port', '99999']],
  ])('exits with 2 and says how it is written: %s', async (_what, argv) => {
    const { code, out, err } = await run(...argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/Usage: synoptic /);
  });
});

describe('help', () => {
  it.each([
    ['--help'],
    ['read', '--help'],
    ['brief', '-h'],
    ['compare', '--help'],
    ['stories', '--help'],
    ['search', '--help'],
    ['notes', '--help'],
    ['serve', '-h'],
  ])('goes to the standard output: %s %s', async (...argv) => {
    const { code, out, err } = await run(...argv);
    expect(code).toBe(0);
    expect(out).toContain('Usage: synoptic');
    expect(err).toBe('');
  });
});

describe('read', () => {
  it('prints articles and failures in the documented shape', async () => {
    const missing = path.join(folder, 'missing.txt');
    const ran = await run('read', SEEDS, missing, '--json');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(missing);
    const { articles, failures } = json(ran) as Record<string, Record<string, unknown>[]>;
    expect(articles).toHaveLength(5);
    for (const article of articles ?? []) {
      expect(article).toMatchObject({
        id: text,
        path: expect.stringContaining(path.join(SEEDS, '0')) as string,
        title: text,
        language: 'en',
        blocks: expect.arrayContaining([
          expect.objectContaining({ type: text, sentences: [expect.objectContaining({ id: text, text })] }),
        ]) as unknown,
        boilerplate: expect.any(Array) as unknown[],
      });
      expect(Object.keys(article)).toEqual(expect.arrayContaining(['source', 'publishedAt']));
    }
    expect(failures).toEqual([{ path: missing, code: 'not-found', message: text }]);
  });

  it('prints text for people', async () => {
    const { code, out } = await run('read', path.join(SEEDS, '002_70e4271e17c4e97a.txt'));
    expect(code).toBe(0);
    expect(out).toContain('“This doesn’t mean we have an ideal plan right now');
  });
});

describe('brief', () => {
  it('prints one summary of all paths in the documented shape, within its length', async () => {
    const ran = await run('brief', SEEDS, '--words', '60', '--json');
    expect(ran.code).toBe(0);
    const { articles, summary, topics } = json(ran) as {
      articles: { id: string }[];
      summary: { words: number; sentences: { articleId: string; supportedBy: { articleId: string }[] }[] };
      topics: { articleIds: string[] }[];
    };
    const ids = articles.map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(summary.words).toBeGreaterThan(20);
    expect(summary.words).toBeLessThanOrEqual(60);
    for (const sentence of summary.sentences) {
      expect(sentence).toMatchObject({ articleId: text, sentenceId: text, text });
      expect(ids).toContain(sentence.articleId);
      for (const support of sentence.supportedBy)
        expect(support).toMatchObject({ articleId: text, sentenceId: text });
    }
    expect(topics.length).toBeGreaterThan(0);
    for (const topic of topics) expect(ids).toEqual(expect.arrayContaining(topic.articleIds));
  });

  it('writes the files asked for, in place of what was there, and leaves nothing else behind', async () => {
    const markdown = path.join(folder, 'brief.md');
    const html = path.join(folder, 'brief.html');
    await writeFile(markdown, 'old');
    const { code } = await run('brief', SEEDS, '--markdown', markdown, '--html', html);
    expect(code).toBe(0);
    expect(await readFile(markdown, 'utf8')).toMatch(/^# /);
    expect(await readFile(html, 'utf8')).toMatch(/^<!doctype html>/i);
    expect((await readdir(folder)).sort()).toEqual(['brief.html', 'brief.md']);
  });

  it('takes the place of no link and of nothing that is not an ordinary file', async () => {
    const file = path.join(folder, 'target.md');
    const link = path.join(folder, 'link.md');
    const special = path.join(folder, 'special.md');
    const server = createServer().listen(special);
    await once(server, 'listening');
    await writeFile(file, 'old');
    await symlink(file, link);
    expect((await run('brief', SEEDS, '--markdown', link)).code).toBe(0);
    expect((await run('brief', SEEDS, '--markdown', special)).code).toBe(1);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, 'utf8')).toMatch(/^# /);
    expect((await stat(special)).isSocket()).toBe(true);
    server.close();
    await Promise.all([file, link].map((each) => rm(each)));
  });

  it('says which file could not be written, after printing the summary', async () => {
    const { code, out, err } = await run('brief', SEEDS, '--html', path.join(folder, 'no', 'brief.html'));
    expect(code).toBe(1);
    expect(out.length).toBeGreaterThan(100);
    expect(err).toContain('could not be written');
  });

  it('has an empty result where nothing could be read', async () => {
    const ran = await run('brief', path.join(folder, 'missing.txt'), '--json');
    expect(ran.code).toBe(1);
    expect(json(ran)).toMatchObject({ articles: [], summary: { sentences: [], words: 0 }, topics: [] });
  });
});

describe('stories', () => {
  it('puts every article into one story, singles included', async () => {
    const library = await mkdtemp(path.join(folder, 'stories-'));
    for (const name of await readdir(SEEDS)) {
      await writeFile(path.join(library, name), await readFile(path.join(SEEDS, name)));
    }
    await writeFile(
      path.join(library, 'cheese.txt'),
      'Cheese prices rise\n\nMilk is dear this year, dairies said on Friday. Shops in Gabrovo sell less of it.\n',
    );
    const ran = await run('stories', library, '--json');
    expect(ran.code).toBe(0);
    const { stories } = json(ran) as {
      stories: { id: string; title: string; articles: { path: string }[] }[];
    };
    expect(stories.map((story) => story.articles.length).sort()).toEqual([1, 5]);
    for (const story of stories) expect(story).toMatchObject({ id: text, title: text });
    expect(stories.flatMap(({ articles }) => articles.map((article) => article.path)).sort()).toEqual(
      (await readdir(library)).map((name) => path.join(library, name)).sort(),
    );
  });
});

describe('search', () => {
  it('prints hits in the documented shape, best first', async () => {
    const ran = await run('search', SEEDS, 'reparations', '--json');
    expect(ran.code).toBe(0);
    const { hits } = json(ran) as { hits: { path: string; score: number }[] };
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) {
      expect(hit).toMatchObject({ title: text, score: expect.any(Number) as number, snippet: text });
      expect(await readFile(hit.path, 'utf8')).toMatch(/reparation/i);
    }
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('says what is wrong with a query, and still answers the rest of it', async () => {
    const ran = await run('search', SEEDS, 'nosuchfield:donbas', '--json');
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/^synoptic: /);
    expect(json(ran)).toHaveProperty('hits');
  });
});

describe('serve', () => {
  it('says what to do where the page is not built', async () => {
    const { code, err } = await run('serve', SEEDS);
    expect(code).toBe(1);
    expect(err).toContain('npm run build');
  });
});
