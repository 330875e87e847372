import { Readability } from '@mozilla/readability';
import type { Boilerplate } from '../../../api/index.ts';
import type { RawBlock, RawDocument } from '../raw.ts';
import { blocksOf, type PageBlock } from './blocks.ts';
import { parse, type HtmlDocument, type HtmlElement } from './dom.ts';
import { proseLike, sortBlocks } from './furniture.ts';
import { readMetadata } from './metadata.ts';
import { isTractable, stripTags } from './strip.ts';

/** Parts of a page that are never the article, by their element, role or common names. */
const FURNITURE = [
  'nav',
  'aside',
  'footer',
  'form',
  'button',
  'dialog',
  'menu',
  'select',
  'textarea',
  '[hidden]',
  '[style*="display:none"]',
  '[style*="display: none"]',
  '[aria-hidden="true"]',
  '[role="navigation"]',
  '[role="banner"]',
  '[role="complementary"]',
  '[role="contentinfo"]',
  '[role="dialog"]',
  '[role="search"]',
].join(', ');
const NAMED =
  /(^|[\s_-])(breadcrumbs?|related|recirc|recommend(ed|ations?)|newsletter|social|share|sharing|sharebar|promo|advert|advertisement|sponsor(ed)?|outbrain|taboola|comments?|cookie|popup|modal|byline|dateline|timestamp|author-(bio|info|box)|most-(read|popular)|read-more|readmore|trending|subscribe|signup|paywall|tags?|toolbar|masthead|sidebar)([\s_-]|$)/i;
/** Elements that hold a part of a sentence: their names say what they link to, not what they are. */
const INLINE =
  /^(A|ABBR|B|BDI|BDO|CITE|CODE|DFN|EM|FONT|I|INS|KBD|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR|WBR)$/;
/** Elements whose names do not count: they hold the page or the article. */
const WHOLE = /^(HTML|BODY|MAIN|ARTICLE)$/;
/** A named part with this much of the page's prose is the article, whatever its name says. */
const TOO_MUCH = 0.3;

function proseLength(element: HtmlElement): number {
  let length = 0;
  for (const p of element.querySelectorAll('p')) length += (p.textContent ?? '').trim().length;
  return length;
}

function withoutFurniture(document: HtmlDocument): void {
  const body = document.body as HtmlElement | null;
  if (!body) return;
  const all = proseLength(body) || 1;
  const remove = (element: HtmlElement) => {
    if (proseLength(element) / all < TOO_MUCH) element.remove();
  };
  for (const element of body.querySelectorAll(FURNITURE)) remove(element);
  for (const element of body.querySelectorAll('[class], [id]')) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (WHOLE.test(element.tagName) || INLINE.test(element.tagName)) continue;
    if (element.parentNode && NAMED.test(names)) remove(element);
  }
}

/** Readability's choice of the article, as blocks; the whole body where it finds none. */
function byReadability(document: HtmlDocument): PageBlock[] {
  // Readability is typed for a browser's document; linkedom's has what it uses.
  const parsed = new Readability(document as unknown as Document, { charThreshold: 200 }).parse();
  if (!parsed?.content) return [];
  return blocksOf(parse(parsed.content).body as HtmlElement);
}

/** Defuddle's choice, asked when Readability finds no prose: it knows other kinds of pages. */
async function byDefuddle(html: string): Promise<PageBlock[]> {
  const { Defuddle } = await import('defuddle/node');
  const document = parse(html);
  // It would say on the terminal what it cannot parse of these, in the page's words.
  for (const script of document.querySelectorAll('script')) {
    if (!isJson(script.textContent ?? '')) script.remove();
  }
  const { content } = await Defuddle(document as unknown as Document, 'https://page.invalid/', {
    useAsync: false,
  });
  return blocksOf(parse(content).body as HtmlElement);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Text of the page that is neither in the article nor already aside. */
function restOf(html: string, taken: Iterable<string>): Boilerplate[] {
  const known = new Set(Array.from(taken, fold));
  const rest: Boilerplate[] = [];
  for (const { text } of blocksOf(parse(html).body as HtmlElement)) {
    if (known.has(fold(text))) continue;
    known.add(fold(text));
    rest.push({ text, reason: 'navigation' });
  }
  return rest;
}

function raw({ type, text, level, marker }: PageBlock): RawBlock {
  return {
    type,
    text,
    ...(level === undefined ? {} : { level }),
    ...(marker === undefined ? {} : { marker }),
  };
}

/** A page that cannot be taken apart still has words. */
function stripped(html: string): RawDocument {
  return {
    title: null,
    titleOrigin: 'stated',
    source: null,
    byline: null,
    publishedAt: null,
    language: null,
    blocks: stripTags(html).map((text) => ({ type: 'paragraph', text })),
    boilerplate: [],
    credits: [],
  };
}

/**
 * The article of a saved page: Readability on a page cleared of furniture, Defuddle as the second opinion,
 * then what is left of the page around it is set aside block by block. Nothing is run and nothing loaded.
 */
export async function extractHtml(html: string): Promise<RawDocument> {
  if (!isTractable(html)) return stripped(html);
  try {
    return await extracted(html);
  } catch {
    // Pages that are damaged badly enough have no root, or a tree that the stack does not hold.
    return stripped(html);
  }
}

async function extracted(html: string): Promise<RawDocument> {
  const document = parse(html);
  const metadata = readMetadata(document);
  withoutFurniture(document);
  let sorted = sortBlocks(byReadability(document), metadata.title);
  if (!sorted.kept.some(proseLike)) {
    const second = sortBlocks(await byDefuddle(html), metadata.title);
    if (second.kept.some(proseLike) || sorted.kept.length === 0) sorted = second;
  }
  if (sorted.kept.length === 0) {
    sorted = sortBlocks(blocksOf(parse(html).body as HtmlElement), metadata.title);
  }
  const { title, source, byline, publishedAt, language } = metadata;
  return {
    title,
    titleOrigin: 'stated',
    source,
    byline,
    publishedAt,
    language,
    blocks: sorted.kept.map(raw),
    boilerplate: [
      ...sorted.aside,
      ...restOf(
        html,
        [...sorted.kept, ...sorted.aside].map(({ text }) => text),
      ),
    ],
    credits: [],
  };
}
