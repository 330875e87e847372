import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnnotationsImport } from '../../../electron/api/index.ts';
import { createEngine } from '../../../electron/engine/engine.ts';
import { json, run } from './run.ts';

const SEEDS = path.resolve(import.meta.dirname, '../../../seeds');

let folder: string;
let library: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-notes-'));
  library = path.join(folder, 'clippings');
  await cp(SEEDS, library, { recursive: true });
  vi.stubEnv('SYNOPTIC_DATA', path.join(folder, 'data'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** Marks something as a reader would; gives the sentence. */
async function mark(): Promise<string> {
  const engine = await createEngine({
    library,
    dataFolder: path.join(folder, 'data'),
    watch: { watch: false },
  });
  await engine.rescan();
  const { hits } = await engine.browse({
    query: '',
    filters: { values: {}, match: 'all' },
    offset: 0,
    limit: 1,
  });
  const id = hits[0]?.article.id;
  if (!id) throw new Error('There is no article.');
  const sentence = (await engine.article({ id })).blocks.at(-1)?.sentences[0];
  if (!sentence) throw new Error('There is no sentence.');
  await engine.highlight({ sentenceId: sentence.id, note: 'Who *says* so?\nAsk.' });
  await engine.tag({ articleIds: [id], tag: 'to check', on: true });
  await engine.star({ articleIds: [id], starred: true });
  await engine.close();
  return sentence.text;
}

describe('notes', () => {
  it('prints what is marked as Markdown', async () => {
    await mark();
    const { code, out, err } = await run('notes', library);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^# Highlights, notes and tags: clippings\n\n## /);
    expect(out).toMatch(/\.txt · starred · tags: to check\n\n> .+\n\nWho \\\*says\\\* so\?\\\nAsk\.\n$/);
  });

  it('prints a file that can be imported into another library, once', async () => {
    const sentence = await mark();
    const exported = await run('notes', library, '--json');
    expect(json(exported)).toMatchObject({ synopticAnnotations: 1, library: 'clippings' });
    expect(exported.out).toContain(JSON.stringify(sentence));
    const file = path.join(folder, 'notes.json');
    await writeFile(file, exported.out);
    const other = path.join(folder, 'other');
    await cp(SEEDS, other, { recursive: true });
    expect((await run('notes', other, '--import', file)).out).toMatch(/^Added 3; 0 known already; 0 kept/);
    const again = json(await run('notes', other, '--import', file, '--json')) as AnnotationsImport;
    expect(again).toEqual({ added: 0, known: 3, waiting: 0 });
    expect((await run('notes', other)).out).toContain('tags: to check');
  });

  it('says that nothing is marked', async () => {
    expect((await run('notes', library)).out).toContain('Nothing is marked');
  });

  it.each([
    ['a folder that is not there', () => ['notes', path.join(folder, 'nowhere')], /There is no folder/],
    [
      'a file that is not there',
      () => ['notes', library, '--import', path.join(folder, 'no')],
      /cannot be read/,
    ],
    [
      'a file that is none',
      () => ['notes', library, '--import', path.join(SEEDS, '000_c0ea86e87695bb21.txt')],
      /not JSON/,
    ],
  ])('fails for %s', async (_what, argv, message) => {
    const { code, out, err } = await run(...argv());
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  });
});
