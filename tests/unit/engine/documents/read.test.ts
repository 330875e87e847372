import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Article, FailureCode } from '../../../../electron/api/index.ts';
import { articleIdOf } from '../../../../electron/engine/documents/ids.ts';
import { READABLE_EXTENSIONS, readDocument } from '../../../../electron/engine/documents/read.ts';

const BODY = 'The council met on Monday to discuss the budget. It will vote next week, a spokesman said.';

function read(path: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readDocument({ id: articleIdOf(path), path, bytes });
}

async function article(path: string, content: string | Uint8Array): Promise<Article> {
  const result = await read(path, content);
  if ('failure' in result) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.article;
}

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe('readDocument', () => {
  it.each(READABLE_EXTENSIONS)('reads files that end in %s', async (extension) => {
    const html = `<html><head><title>Budget</title></head><body><article><h1>Budget</h1>${`<p>${BODY}</p>`.repeat(6)}</article></body></html>`;
    const { blocks, language } = await article(`a/b${extension}`, /html?/.test(extension) ? html : BODY);
    expect(blocks[0]?.sentences[0]?.text).toBe('The council met on Monday to discuss the budget.');
    expect(language).toBe('en');
  });

  it.each<[string, string | Uint8Array, FailureCode, RegExp]>([
    ['paper.pdf', '%PDF-1.7', 'unsupported-type', /^PDF documents \(\.pdf\) cannot be read yet/],
    ['letter.DOCX', 'PK', 'unsupported-type', /^Word documents \(\.docx\)/],
    ['photo.jpeg', PNG, 'unsupported-type', /^Pictures \(\.jpeg\)/],
    ['strange.qqq', 'text', 'unsupported-type', /^Files \(\.qqq\)/],
    ['folder.d/README', 'text', 'unsupported-type', /no ending/],
    ['.txt', 'text', 'unsupported-type', /no ending/],
    ['a.txt', '', 'empty-file', /empty/],
    ['a.txt', ' \r\n\t ', 'empty-file', /blank/],
    ['a.txt', '\ufeff', 'empty-file', /blank/],
    ['a.txt', PNG, 'binary-content', /named \.txt but is a PNG picture/],
    ['a.md', '%PDF-1.7 and so on', 'binary-content', /named \.md but is a PDF document/],
    ['a.html', Buffer.from('<p>\0\0\0\x01\x02</p>'.repeat(30)), 'binary-content', /does not contain text/],
    [
      'a.txt',
      Uint8Array.from({ length: 900 }, (_, i) => [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xff][i % 6] ?? 0),
      'undecodable',
      /could not be made out/,
    ],
    ['a.txt', 'Share on Facebook | Share on X', 'no-article', /No article/],
  ])('says why %s cannot be read (%#)', async (path, content, code, message) => {
    expect(await read(path, content)).toEqual({
      failure: { path, code, message: expect.stringMatching(message) as string },
    });
  });

  it('refuses more than 50 MB and reads no byte of it', async () => {
    expect(await read('a.txt', new Uint8Array(50 * 1024 * 1024 + 1))).toMatchObject({
      failure: { code: 'too-large' },
    });
  });

  it.each([
    ['a.txt', 'Line after line.\n'.repeat(300_000)],
    ['a.md', '- item\n'.repeat(750_000)],
    ['a.html', `<p>${'Line after line. '.repeat(600_000)}</p>`],
  ])('refuses more text than an article can have: %s', async (path, text) => {
    expect(await read(path, text)).toMatchObject({ failure: { code: 'too-large' } });
  });

  it('reads a page that is large only by its pictures and scripts', async () => {
    const picture = `<img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(500_000)}">`;
    const script = `<script>${'run("data"); '.repeat(500_000)}</script>`;
    const page = `<html><body><article>${picture}${`<p>${BODY}</p>`.repeat(3)}${script}</article></body></html>`;
    expect((await article('a.html', page)).blocks.map(({ type }) => type)).toEqual(
      Array(3).fill('paragraph'),
    );
  });

  it('makes a title from whole opening words and takes none of them from the text', async () => {
    const made = await article('a.txt', `${BODY} `.repeat(10));
    expect(made).toMatchObject({
      title: 'The council met on Monday to discuss the budget…',
      titleOrigin: 'made',
    });
    expect(made.blocks).toHaveLength(1);
    expect(made.blocks[0]?.sentences).toHaveLength(20);
  });

  it.each([
    [
      '“We are ready to go on for as long as it takes to get there,” he said.',
      'We are ready to go on for as long…',
    ],
    [
      '“We are ready,” the minister of the interior said on Monday in the capital.',
      '“We are ready,” the minister of the interior said on Monday…',
    ],
    ['会談は月曜日に終わりました。来週も続けると報道官が述べました。', '会談は月曜日に終わりました…'],
    ['...', '...…'],
  ])('makes a title of %s', async (text, title) => {
    const result = await read('a.txt', text);
    if ('article' in result) expect(result.article.title).toBe(title);
    else expect(result.failure.code).toBe('no-article');
  });

  it('counts words, headings included, and hashes the bytes', async () => {
    const text = `Budget is late\n\n${BODY}\n\nWhat comes next\n\n${BODY}`;
    expect(await article('a.txt', text)).toMatchObject({
      title: 'Budget is late',
      wordCount: 37,
      contentHash: await sha256(text),
    });
  });

  it.each([
    ['ar', 'rtl', 'انتهت المحادثات يوم الاثنين. واتفق الطرفان على مواصلة العمل.', 2, 9],
    ['he', 'rtl', 'השיחות הסתיימו ביום שני. הצדדים ימשיכו בשבוע הבא.', 2, 8],
    ['ja', 'ltr', '会談は終わりました。来週も続けます。', 2, 10],
    ['zh', 'ltr', '会谈结束了。双方同意下周继续。', 2, 7],
    ['ko', 'ltr', '회담이 끝났다. 다음 주에 계속된다.', 2, 5],
  ])('reads %s', async (language, direction, text, sentences, words) => {
    const found = await article('a.txt', text);
    expect(found).toMatchObject({ language, direction });
    expect(found.blocks.flatMap((block) => block.sentences)).toHaveLength(sentences);
    expect(Math.abs(found.wordCount - words)).toBeLessThanOrEqual(2);
  });

  it('believes the text rather than a page about its language', async () => {
    const german = 'Der Kanzler traf am Montag die Vertreter der beiden Länder in der Hauptstadt.';
    expect(await article('a.md', `---\nlang: en\n---\n${german}`)).toMatchObject({ language: 'de' });
    expect(await article('a.md', '---\nlang: fi\n---\nLyhyt juttu.')).toMatchObject({ language: 'fi' });
  });

  it('takes the encoding of a page from its markup', async () => {
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250"></head><body><article>${'<p>Žluťoučký kůň úpěl ďábelské ódy, a tak dále až do konce odstavce.</p>'.repeat(8)}</article></body></html>`;
    const { blocks } = await article('a.htm', encode(page, 'windows-1250'));
    expect(blocks[0]?.sentences[0]?.text).toContain('Žluťoučký kůň');
  });

  it('answers for any bytes under any readable name, with a list of blocks that all have text', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(...READABLE_EXTENSIONS), async (content, extension) => {
        const result = await read(`a${extension}`, content);
        if ('failure' in result) return;
        for (const block of result.article.blocks) {
          expect(block.sentences.length).toBeGreaterThan(0);
          for (const { text } of block.sentences) expect(text.trim()).not.toBe('');
        }
      }),
    );
  });
});

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}
