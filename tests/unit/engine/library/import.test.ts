import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  symlink,
  truncate,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ImportOutcome } from '../../../../electron/api/index.ts';
import { articleIdOf } from '../../../../electron/engine/documents/ids.ts';
import { Library } from '../../../../electron/engine/library/library.ts';
import { makeFolder, placeCopy } from '../../../../electron/engine/library/place-copy.ts';
import { inlineReader, contentOf, openLibrary, put, readSimply, tempFolder, unprivileged } from './folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const isPosix = process.platform !== 'win32';

/** An outcome without what differs from run to run. */
const shown = ({ name, status, path, failure }: ImportOutcome) => [name, status, path ?? failure?.code];

describe('importFile', () => {
  it('copies a file into its folder and knows the article at once', async () => {
    const root = await tempFolder();
    const { library, changes } = await openLibrary(root);
    const outcome = await library.importFile({ relativePath: 'News/a.txt', bytes: bytes('Title\nText.') });
    expect(outcome).toEqual({
      name: 'News/a.txt',
      status: 'added',
      articleId: articleIdOf('News/a.txt'),
      path: 'News/a.txt',
    });
    expect(library.articles.get(articleIdOf('News/a.txt'))?.title).toBe('Title');
    expect(await readFile(join(root, 'News/a.txt'), 'utf8')).toBe('Title\nText.');
    expect(changes.at(-1)?.added).toEqual([articleIdOf('News/a.txt')]);
    await library.rescan();
    expect(changes.flatMap((change) => [...change.changed, ...change.removed])).toEqual([]);
  });

  it('says where the opening words stand in for a title', async () => {
    const { library } = await openLibrary(await tempFolder());
    const outcome = await library.importFile({ relativePath: 'a.txt', bytes: bytes('No title.') });
    expect(outcome.note).toBe('No title in the file; its opening words stand in.');
  });

  it.each([
    ['a.txt', 'a (2).txt'],
    ['A.TXT', 'A (2).TXT'],
    ['../../a.txt', 'a (2).txt'],
    ['NEWS/c.txt', 'News/c.txt'],
    ['News/B.txt', 'News/B (2).txt'],
    ['file.txt/c.txt', 'file.txt (2)/c.txt'],
    ['CON.txt', '_CON.txt'],
    ['.hidden.txt', 'hidden.txt'],
  ])('puts %s beside what is there, as %s', async (relativePath, path) => {
    const root = await tempFolder({ 'a.txt': 'Here.', 'News/b.txt': 'There.', 'file.txt': 'A file.' });
    const { library } = await openLibrary(root);
    const outcome = await library.importFile({ relativePath, bytes: bytes('New.') });
    expect(shown(outcome)).toEqual([relativePath, 'added', path.replace('file.txt (2)', 'file (2).txt')]);
    expect(contentOf(library)).toMatchObject({
      'a.txt': 'Here.',
      'News/b.txt': 'There.',
      'file.txt': 'A file.',
    });
  });

  it('counts on until a name is free, within 255 bytes', async () => {
    const name = `${'é'.repeat(125)}.txt`;
    const { library } = await openLibrary(await tempFolder());
    for (const text of ['One.', 'Two.', 'Three.'])
      await library.importFile({ relativePath: name, bytes: bytes(text) });
    expect(Object.keys(contentOf(library)).sort()).toEqual(
      [name, `${'é'.repeat(123)} (2).txt`, `${'é'.repeat(123)} (3).txt`].sort(),
    );
  });

  it('recognises content that is there already, under any name', async () => {
    const root = await tempFolder({ 'sub/a.txt': 'Same.' });
    const { library } = await openLibrary(root);
    const outcome = await library.importFile({ relativePath: 'b.txt', bytes: bytes('Same.') });
    expect(outcome).toEqual({
      name: 'b.txt',
      status: 'duplicate',
      articleId: articleIdOf('sub/a.txt'),
      path: 'sub/a.txt',
    });
    expect(await readdir(root)).toEqual(['sub']);
  });

  it('recognises content that is there but was not read yet', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, `Text number ${i}.`]));
    const root = await tempFolder(files);
    const outcomes: Promise<ImportOutcome>[] = [];
    const library = await Library.open(root, {
      watch: false,
      settleMs: 0,
      reader: inlineReader((file) => {
        // The newest file is read first: with the first reading under way, most are still to come.
        if (outcomes.length === 0) {
          outcomes.push(
            Promise.resolve().then(() =>
              library.importFile({ relativePath: 'x.txt', bytes: bytes('Text number 7.') }),
            ),
          );
        }
        return readSimply(file);
      }),
    });
    await library.settled();
    expect(await Promise.all(outcomes)).toMatchObject([{ status: 'duplicate', path: '7.txt' }]);
    await library.close();
  });

  it('adds content again whose copy was deleted a moment ago', async () => {
    const root = await tempFolder({ 'a.txt': 'Same.' });
    const { library } = await openLibrary(root);
    await unlink(join(root, 'a.txt'));
    expect(shown(await library.importFile({ relativePath: 'b.txt', bytes: bytes('Same.') }))).toEqual([
      'b.txt',
      'added',
      'b.txt',
    ]);
  });

  it.each([
    ['a.pdf', 'x', 'unsupported-type'],
    ['a.txt', '\0x', 'binary-content'],
    ['a.txt', '', 'empty-file'],
    ['sub/Thumbs.db', 'x', 'unsafe-name'],
    ['node_modules/a.txt', 'x', 'unsafe-name'],
  ])('refuses %s and leaves nothing behind', async (relativePath, text, code) => {
    const root = await tempFolder();
    const { library } = await openLibrary(root);
    const outcome = await library.importFile({ relativePath, bytes: bytes(text) });
    expect(shown(outcome)).toEqual([relativePath, 'failed', code]);
    expect(outcome.failure?.path).toBe(relativePath);
    expect(await readdir(root)).toEqual([]);
  });

  it.runIf(isPosix)('never writes through a link that leads out', async () => {
    const outside = await tempFolder();
    const root = await tempFolder();
    await symlink(outside, join(root, 'News'));
    await symlink(join(outside, 'x.txt'), join(root, 'a.txt'));
    const { library } = await openLibrary(root);
    for (const [relativePath, text] of [
      ['News/b.txt', 'B.'],
      ['a.txt', 'A.'],
    ] as const) {
      expect((await library.importFile({ relativePath, bytes: bytes(text) })).status).toBe('added');
    }
    expect(await readdir(outside)).toEqual([]);
    expect(contentOf(library)).toEqual({ 'News (2)/b.txt': 'B.', 'a (2).txt': 'A.' });
  });

  it.runIf(isPosix)('says so when the folder may not be written to', async () => {
    const root = await tempFolder();
    await chmod(root, 0o555);
    const { library } = await openLibrary(root);
    const outcome = await unprivileged(() =>
      library.importFile({ relativePath: 'a.txt', bytes: bytes('A.') }),
    );
    expect(outcome.failure?.message).toContain('may not be written to');
    await chmod(root, 0o755);
  });

  it('says so when the folder is gone', async () => {
    const root = await tempFolder({ 'library/a.txt': 'A.' });
    const { library } = await openLibrary(join(root, 'library'));
    await rename(join(root, 'library'), join(root, 'away'));
    const outcome = await library.importFile({ relativePath: 'b.txt', bytes: bytes('B.') });
    expect(outcome.failure?.message).toBe('The library’s folder is no longer there.');
  });

  it('gives each of many at once a name and keeps them apart', async () => {
    const root = await tempFolder();
    const { library } = await openLibrary(root);
    const texts = Array.from({ length: 20 }, (_, i) => `Text ${i % 10}.`);
    const outcomes = await Promise.all(
      texts.map((text) => library.importFile({ relativePath: 'a.txt', bytes: bytes(text) })),
    );
    expect(outcomes.filter(({ status }) => status === 'added')).toHaveLength(10);
    expect(outcomes.filter(({ status }) => status === 'duplicate')).toHaveLength(10);
    expect(Object.values(contentOf(library)).sort()).toEqual([...new Set(texts)].sort());
    expect((await readdir(root)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('importPaths', () => {
  it('copies files and folders with their names and leaves the originals', async () => {
    const from = await tempFolder({
      'one.txt': 'One.',
      'News/two.txt': 'Two.',
      'News/deep/three.md': 'Three.',
      'News/.git/x': 'x',
    });
    const { library } = await openLibrary(await tempFolder());
    const outcomes = await library.importPaths([join(from, 'one.txt'), join(from, 'News')]);
    expect(outcomes.map(shown)).toEqual([
      ['one.txt', 'added', 'one.txt'],
      ['News/deep/three.md', 'added', 'News/deep/three.md'],
      ['News/two.txt', 'added', 'News/two.txt'],
    ]);
    expect(await readFile(join(from, 'one.txt'), 'utf8')).toBe('One.');
    expect(library.articles.size).toBe(3);
  });

  it('answers for each file: added, already there, failed, vanished', async () => {
    const from = await tempFolder({
      'a.txt': 'Same.',
      'b.txt': 'Same.',
      'c.pdf': 'x',
      'big.txt': 'x',
      'e.txt': '',
    });
    await truncate(join(from, 'big.txt'), 51 * 1024 * 1024);
    const { library } = await openLibrary(await tempFolder());
    const names = ['a.txt', 'b.txt', 'c.pdf', 'big.txt', 'e.txt', 'gone.txt'];
    expect((await library.importPaths(names.map((name) => join(from, name)))).map(shown)).toEqual([
      ['a.txt', 'added', 'a.txt'],
      ['b.txt', 'duplicate', 'a.txt'],
      ['c.pdf', 'failed', 'unsupported-type'],
      ['big.txt', 'failed', 'too-large'],
      ['e.txt', 'failed', 'empty-file'],
      ['gone.txt', 'failed', 'not-found'],
    ]);
  });

  it('puts a folder of a known name into the one that is there, replacing nothing', async () => {
    const from = await tempFolder({ 'News/a.txt': 'New.' });
    const { library } = await openLibrary(await tempFolder({ 'News/a.txt': 'Old.' }));
    await library.importPaths([join(from, 'News')]);
    expect(contentOf(library)).toEqual({ 'News/a.txt': 'Old.', 'News/a (2).txt': 'New.' });
  });

  it('knows files that lie in the library, and copies none of them', async () => {
    const parent = await tempFolder({ 'library/a.txt': 'A.', 'library/b.pdf': 'x', 'other.txt': 'Other.' });
    const { library } = await openLibrary(join(parent, 'library'));
    await put(parent, { 'library/new.txt': 'New.' });
    const outcomes = await library.importPaths([join(parent, 'library'), parent]);
    const name = basename(parent);
    expect(outcomes.map(shown)).toEqual([
      ['library/a.txt', 'duplicate', 'a.txt'],
      ['library/b.pdf', 'failed', 'unsupported-type'],
      ['library/new.txt', 'duplicate', 'new.txt'],
      [`${name}/library/a.txt`, 'duplicate', 'a.txt'],
      [`${name}/library/b.pdf`, 'failed', 'unsupported-type'],
      [`${name}/library/new.txt`, 'duplicate', 'new.txt'],
      [`${name}/other.txt`, 'added', `${name}/other.txt`],
    ]);
  });

  it.runIf(isPosix)('follows links that were dropped and not those in a folder', async () => {
    const from = await tempFolder({ 'a.txt': 'A.', 'folder/b.txt': 'B.' });
    await symlink(join(from, 'a.txt'), join(from, 'link.txt'));
    await symlink(join(from, 'a.txt'), join(from, 'folder/link.txt'));
    await symlink(from, join(from, 'folder/loop'));
    const { library } = await openLibrary(await tempFolder());
    const outcomes = await library.importPaths([join(from, 'link.txt'), join(from, 'folder')]);
    expect(outcomes.map(shown)).toEqual([
      ['link.txt', 'added', 'link.txt'],
      ['folder/b.txt', 'added', 'folder/b.txt'],
      ['folder/link.txt', 'failed', 'unreadable'],
      ['folder/loop', 'failed', 'unreadable'],
    ]);
  });
});

describe('importText', () => {
  it.each([
    ['Peace talks resume\nText.', 'Peace talks resume.txt'],
    ['A/B: what? \\ happened\nText.', 'A_B_ what_ _ happened.txt'],
    ['../../etc\nText.', '_.._etc.txt'],
    [`${'long '.repeat(40)}\nText.`, `${'long '.repeat(16).trim()}.txt`],
    ['CON\nText.', '_CON.txt'],
  ])('names the file after the title of %j', async (text, path) => {
    const { library } = await openLibrary(await tempFolder());
    const outcome = await library.importText({ text });
    expect(shown(outcome)).toEqual(['Pasted text', 'added', path]);
    expect(library.articles.has(articleIdOf(path))).toBe(true);
  });

  it('keeps markup where there is some that can be read, else the text', async () => {
    const root = await tempFolder();
    const { library } = await openLibrary(root);
    const html = await library.importText({ text: 'Title Text.', html: '<h1>Title</h1>\n<p>Text.</p>' });
    expect(html.path).toBe('Title.html');
    expect(await readFile(join(root, 'Title.html'), 'utf8')).toMatch(
      /^<!doctype html>\n<meta charset="utf-8">\n<h1>/,
    );
    expect(shown(await library.importText({ text: 'Plain\ntext.', html: '<html></html>' }))).toEqual([
      'Pasted text',
      'added',
      'Plain.txt',
    ]);
  });

  it('recognises text that was pasted before, and refuses none', async () => {
    const { library } = await openLibrary(await tempFolder());
    await library.importText({ text: 'Twice.' });
    expect((await library.importText({ text: 'Twice.' })).status).toBe('duplicate');
    expect(shown(await library.importText({ text: ' ' }))).toEqual(['Pasted text', 'failed', 'empty-file']);
  });
});

describe('placeCopy', () => {
  it('takes the next name when another takes the first meanwhile, and leaves no temporary file', async () => {
    const root = await tempFolder({ 'a.txt': 'Here.' });
    expect(await placeCopy(root, 'a.txt', bytes('New.'))).toBe('a (2).txt');
    await mkdir(join(root, 'b.txt'));
    expect(await placeCopy(root, 'b.txt', bytes('New.'))).toBe('b (2).txt');
    expect((await readdir(root)).sort()).toEqual(['a (2).txt', 'a.txt', 'b (2).txt', 'b.txt']);
    expect(await readFile(join(root, 'a.txt'), 'utf8')).toBe('Here.');
  });

  it('makes folders that are not there and uses those that are', async () => {
    const root = await tempFolder({ 'News/a.txt': 'A.' });
    await writeFile(join(root, 'x'), '');
    expect(await makeFolder(root, ['news', 'x', 'y'])).toEqual(['News', 'x', 'y']);
    expect(await makeFolder(root, ['X', 'y'])).toEqual(['X (2)', 'y']);
  });
});

describe('an import that is cut short', () => {
  it('finishes the file at hand, begins no other, and answers for each', async () => {
    const root = await tempFolder();
    const source = await tempFolder({ 'a.txt': 'One text.', 'b.txt': 'Another.', 'c.txt': 'A third.' });
    const library = await Library.open(root, {
      watch: false,
      // As if Synoptic were quit while the first is read.
      reader: inlineReader((document) => {
        library.stopImports();
        return readSimply(document);
      }),
    });
    const importing = library.importPaths(['a.txt', 'b.txt', 'c.txt'].map((name) => join(source, name)));
    const outcomes = await importing;
    await library.close();
    expect(outcomes.map(({ name, status }) => [name, status])).toEqual([
      ['a.txt', 'added'],
      ['b.txt', 'failed'],
      ['c.txt', 'failed'],
    ]);
    expect(outcomes[1]?.failure?.message).toContain('was closed before');
    expect(await readdir(root)).toEqual(['a.txt']);
  });

  it('leaves nothing behind that is still there much later', async () => {
    const left = '.synoptic-0011223344556677.tmp';
    const fresh = '.synoptic-8899aabbccddeeff.tmp';
    const root = await tempFolder({ [left]: 'Half a te', [fresh]: 'Half', '.synoptic-notes.tmp': 'Mine.' });
    const long = new Date(Date.now() - 3_600_000);
    await utimes(join(root, left), long, long);
    const { library } = await openLibrary(root);
    await library.settled();
    await vi.waitFor(async () =>
      expect((await readdir(root)).sort()).toEqual([fresh, '.synoptic-notes.tmp']),
    );
  });
});
