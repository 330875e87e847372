import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, run } from './run.ts';

interface Found {
  readonly articles: readonly { id: string; path: string; account: string }[];
  readonly accounts: readonly { id: string; articleIds: string[]; reason: string }[];
  readonly derivation: readonly { a: string; b: string; score: number }[];
  readonly alignments: readonly {
    sentences: string[];
    pairs: { a: string; b: string; score: number; strength: string }[];
  }[];
  readonly unique: readonly string[];
  readonly failures: readonly { path: string }[];
}

const TEXTS = {
  'a.txt':
    'Fire in Karsholm\n\nA fire destroyed the fish market of Karsholm on 3 March 2024, killing 12 people, the police said.\n\n' +
    '“We have never seen such heat,” said Anna Berg, the chief of the fire brigade.\n\nThe mayor ordered three days of mourning.\n',
  'b.txt':
    'Market burns down\n\nThe fish market of Karsholm was destroyed by a fire on 3 March 2024 that killed 14 people, the police said.\n\n' +
    'Traders had complained of old wiring for years.\n\nDivers searched the harbour until the evening.\n',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-compare-'));
  for (const [name, text] of Object.entries(TEXTS)) await writeFile(path.join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true }));

describe('compare', () => {
  it('prints what the articles share, each sentence by its id', async () => {
    const ran = await run('compare', folder, '--json');
    expect(ran.code).toBe(0);
    const found = json(ran) as Found;
    expect(found.articles.map(({ path: name }) => path.basename(name))).toEqual(['a.txt', 'b.txt']);
    expect(found.accounts).toHaveLength(2);
    expect(found.accounts.map(({ id }) => id)).toEqual(found.articles.map(({ account }) => account));
    expect(found.derivation).toHaveLength(1);
    expect(found.alignments).toHaveLength(1);
    const [aligned] = found.alignments;
    expect(aligned?.pairs).toMatchObject([
      { a: aligned?.sentences[0], b: aligned?.sentences[1], strength: 'full' },
    ]);
    expect(found.unique).toHaveLength(4);
    expect(found.unique).not.toContain(aligned?.sentences[0]);
  });

  it('prints the same for a person', async () => {
    const { code, out } = await run('compare', folder);
    expect(code).toBe(0);
    expect(out).toContain('2 articles, 2 independent accounts');
    expect(out).toMatch(/2 of 2 {2}.*\[A B≠\]/);
    expect(out).toMatch(/\nDifferences\n {2}number, conflict: .*“12 people”.*“14 people”/);
    expect(out).toMatch(/\nQuotations\n {2}A Anna Berg: “We have never seen such heat,”\n/);
    expect(out).toMatch(/\n {2}2024-03-03 {2}.*\[B\]\n/);
  });

  it('tells of a file that cannot be read, and compares the others', async () => {
    const ran = await run('compare', folder, path.join(folder, 'gone.txt'), '--json');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('gone.txt');
    expect((json(ran) as Found).failures).toHaveLength(1);
  });

  it('needs two articles', async () => {
    const { code, out, err } = await run('compare', path.join(folder, 'a.txt'), '--json');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('at least two articles');
  });
});
