import { describe, expect, test, vi } from 'vitest';
import { blocksOf } from '../../../../../electron/engine/documents/html/blocks.ts';
import { parse, type HtmlElement } from '../../../../../electron/engine/documents/html/dom.ts';
import { extractHtml } from '../../../../../electron/engine/documents/html/extract.ts';

const PROSE = [
  'The ferry left the harbour at dawn with two hundred people on board, the port authority said.',
  'It turned back after an hour, when water was seen in the engine room, and reached the pier safely.',
  'Nobody was hurt, and the company said that it would inspect its three other ships this week.',
];
const paragraphs = PROSE.map((text) => `<p>${text}</p>`).join('\n');

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en-GB"><head><title>Ferry turns back | The Harbour Post</title>${head}</head><body>${body}</body></html>`;
}

const texts = async (html: string) => (await extractHtml(html)).blocks.map((block) => block.text);

describe('the article of a page', () => {
  test('is its prose, without menus, share links, captions, teasers and notices', async () => {
    const document = await extractHtml(
      page(`
        <nav><a href="/">Home</a> <a href="/news">News</a></nav>
        <article>
          <h1>Ferry turns back</h1>
          <figure><img src="x.jpg"><figcaption>The ferry in May. Photo: A. Person</figcaption></figure>
          <p>${PROSE[0]}</p>
          <p><a href="/other">Read more: Another ship, another day</a></p>
          <p>${PROSE[1]}</p>
          <div class="newsletter"><p>Sign up to our newsletter for the tides.</p></div>
          <p>${PROSE[2]}</p>
          <p>Copyright 2025 The Harbour Post. All rights reserved.</p>
        </article>
        <footer>Contact us</footer>`),
    );
    expect(document.blocks.map((block) => block.text)).toEqual(PROSE);
    const aside = document.boilerplate.map((part) => part.text).join('\n');
    for (const text of [
      'Read more',
      'The ferry in May',
      'newsletter',
      'Copyright',
      'Contact us',
      'Home News',
    ]) {
      expect(aside).toContain(text);
    }
  });

  test('keeps headings, lists with their markers, quotations and data tables in order', async () => {
    const document = await extractHtml(
      page(`<article><h1>Ferry turns back</h1>${paragraphs}
        <h2>What the company will do</h2>
        <ol><li>Inspect the engine room of each ship.</li><li>Publish the reports in the spring.</li></ol>
        <blockquote><p>We are sorry for the fright that our passengers had.</p></blockquote>
        <table><tr><th>Ship</th><th>Year</th></tr><tr><td>Tern</td><td>1998</td></tr></table>
        <p>${PROSE[0]} Again, it had been a calm night.</p></article>`),
    );
    expect(document.blocks.slice(3).map(({ type, text, marker }) => [type, text, marker])).toEqual([
      ['heading', 'What the company will do', undefined],
      ['list-item', 'Inspect the engine room of each ship.', '1.'],
      ['list-item', 'Publish the reports in the spring.', '2.'],
      ['quote', 'We are sorry for the fright that our passengers had.', undefined],
      ['preformatted', 'Ship | Year\nTern | 1998', undefined],
      ['paragraph', `${PROSE[0]} Again, it had been a calm night.`, undefined],
    ]);
  });

  test('keeps words inside links and inline elements, whatever these are called', async () => {
    const linked = PROSE[0]?.replace(
      'port authority',
      '<a class="related tag" href="/port">port authority</a>',
    );
    expect(await texts(page(`<article><p>${linked}</p><p>${PROSE[1]}</p></article>`))).toEqual(
      PROSE.slice(0, 2),
    );
  });

  test('is found in old pages that part paragraphs by line breaks', async () => {
    const html = `<html><body><table><tr><td>${PROSE.join('<br><br>')}</td></tr></table></body></html>`;
    expect(await texts(html)).toEqual(PROSE);
  });

  test('is found in a fragment, as a selection dropped from a browser is', async () => {
    expect(await texts(paragraphs)).toEqual(PROSE);
  });
});

describe('what a page states of itself', () => {
  test('is read from JSON-LD before meta elements', async () => {
    const head = `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry turns back after an hour",
      "author":[{"name":"Jo Marsh"},{"name":"Li Wei"}],"publisher":{"name":"The Harbour Post"},"datePublished":"2025-03-04T06:30:00+01:00"}]}</script>
      <meta property="og:site_name" content="Other">`;
    expect(await extractHtml(page(`<article>${paragraphs}</article>`, head))).toMatchObject({
      title: 'Ferry turns back after an hour',
      source: 'The Harbour Post',
      byline: 'Jo Marsh, Li Wei',
      publishedAt: '2025-03-04T06:30:00+01:00',
      language: 'en',
    });
  });

  test.each([
    ['the title element without the outlet', '', 'Ferry turns back'],
    [
      'Open Graph',
      '<meta property="og:title" content="The ferry that turned back">',
      'The ferry that turned back',
    ],
    [
      'broken JSON-LD is passed over',
      '<script type="application/ld+json">{"@type":</script>',
      'Ferry turns back',
    ],
  ])('gives the title: %s', async (_case, head, title) => {
    expect((await extractHtml(page(`<article>${paragraphs}</article>`, head))).title).toBe(title);
  });

  test('is null where the page is silent', async () => {
    expect(await extractHtml(paragraphs)).toMatchObject({
      title: null,
      source: null,
      byline: null,
      publishedAt: null,
      language: null,
    });
  });
});

describe('a hostile page', () => {
  test.each([
    ['script', '<script>alert("owned")</script>'],
    ['handler', '<img src=x onerror="owned()">'],
    ['style', '<style>@import "https://evil.invalid/owned.css"; p { background: url(owned) }</style>'],
    ['frame', '<iframe src="https://evil.invalid/owned" srcdoc="<p>owned</p>"></iframe>'],
    ['svg', '<svg><script>owned()</script><text>owned</text></svg>'],
    ['template', '<template><p>owned</p></template>'],
    ['object', '<object data="owned.swf"><p>owned</p></object>'],
  ])('leaves nothing of its %s in the article or aside', async (_kind, attack) => {
    const document = await extractHtml(
      page(`<article><p>${PROSE[0]}</p>${attack}<p>${PROSE[1]}</p></article>`),
    );
    expect(JSON.stringify(document)).not.toContain('owned');
    expect(document.blocks.map((block) => block.text)).toEqual(PROSE.slice(0, 2));
  });

  test.each([
    ['<'],
    ['<html>'],
    ['<p'],
    ['</body></html>'],
    ['<table><tr><td>'.repeat(20_000)],
    ['&#0;&#xD800;'],
  ])('of broken markup %# gives a document, not an error', async (html) => {
    expect((await extractHtml(html)).blocks.length).toBeLessThanOrEqual(1);
  });

  test.each([
    ['with its root in a comment alone', `<!-- <html> -->`],
    ['with its root in an attribute alone', `<a title="<html >">x</a>`],
  ])('%s keeps its words', async (_, start) => {
    expect(await texts(`${start}${paragraphs}`)).toEqual(expect.arrayContaining(PROSE));
  });

  test('with a title that never ends has no word that the file has not', async () => {
    const found = await texts(`<h1>Ferry</h1>${paragraphs}<p>${PROSE[0]}<title>${PROSE[1]}`);
    expect(found.join(' ')).not.toContain('</');
  });

  test('with rows in rows has each word as often as the file has it', () => {
    const rows = '<tr><x>Year<th>Rate</th><tr><td>2021</td><td>1.5%</td></tr></x></tr>';
    const { body } = parse(page(`<table>${rows}</table>`));
    const found = blocksOf(body as HtmlElement).map(({ text }) => text);
    expect(found.join(' ').match(/1\.5%/g)).toHaveLength(1);
  });

  test('is not spoken of on the terminal, whatever Defuddle thinks of its data', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await extractHtml(page('<a href="/">x</a>', '<script type="application/ld+json">{"a": Secret}</script>'));
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
  });

  test('nested too deep for a tree keeps its words and loses its scripts', async () => {
    const html = `${'<div>'.repeat(5000)}<script>owned()</script><p>Fish &amp; chips</p>${PROSE[0]}`;
    expect(await texts(html)).toEqual(['Fish & chips', PROSE[0]]);
  });

  test('of more elements than can be looked through keeps its words', async () => {
    const html = `${'<div>'.repeat(100)}${PROSE.map((text) => `<p>${text}</p>`)
      .join('')
      .repeat(3000)}`;
    expect(await texts(html)).toHaveLength(9000);
  });
});
