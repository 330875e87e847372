import type { BlockType } from '../../../api/index.ts';
import type { HtmlElement } from './dom.ts';

/** A block of a page with what tells article from page furniture. */
export interface PageBlock {
  readonly type: BlockType;
  readonly text: string;
  readonly level?: number;
  readonly marker?: string;
  /** Share of the text that is inside links: 0 to 1. */
  readonly linked: number;
  readonly caption: boolean;
}

const BLOCK =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|BUTTON|CENTER|DD|DETAILS|DIALOG|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|HTML|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TFOOT|THEAD|TR|UL)$/;
const CAPTION = /(^|[\s_-])(caption|captions|credit|wp-caption-text|image-credit|photo-credit)([\s_-]|$)/i;

interface Context {
  readonly type: BlockType;
  readonly level?: number;
  readonly marker?: string;
  readonly caption: boolean;
  readonly depth: number;
}

/** Text of a table row: its cells, apart. */
function rowText(row: HtmlElement): string {
  return [...row.querySelectorAll('th, td')]
    .map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())
    .join(' | ');
}

/** A layout table holds the page's paragraphs; a data table holds short cells in rows, and no cells in cells. */
function isDataTable(table: HtmlElement): boolean {
  if (table.querySelector('table, p, h1, h2, h3, ul, ol, div, td td, td th, th td, th th, tr tr'))
    return false;
  const rows = [...table.querySelectorAll('tr')];
  return rows.length > 1 && rows.some((row) => row.querySelectorAll('th, td').length > 1);
}

/** The blocks below an element in reading order. Line breaks in pairs part paragraphs, as old pages do. */
export function blocksOf(root: HtmlElement): PageBlock[] {
  const blocks: PageBlock[] = [];
  let text = '';
  let linkedLength = 0;
  let context: Context = { type: 'paragraph', caption: false, depth: 0 };

  const flush = () => {
    const folded = text.replace(/\s+/g, ' ').trim();
    if (folded) {
      const { type, level, marker, caption } = context;
      blocks.push({
        type,
        text: folded,
        ...(level === undefined ? {} : { level }),
        ...(marker === undefined ? {} : { marker }),
        linked: Math.min(1, linkedLength / folded.length),
        caption,
      });
    }
    text = '';
    linkedLength = 0;
  };

  const within = (next: Partial<Context>, element: HtmlElement, linked: boolean) => {
    flush();
    const outer = context;
    context = { ...outer, ...next };
    walk(element, linked);
    flush();
    context = outer;
  };

  const list = (element: HtmlElement, linked: boolean) => {
    const depth = context.depth + 1;
    let number = Number(element.getAttribute('start') ?? 1);
    for (const item of element.children) {
      const marker = element.tagName === 'OL' ? { marker: `${number++}.` } : {};
      if (item.tagName === 'LI') within({ type: 'list-item', level: depth, depth, ...marker }, item, linked);
      else within({}, item, linked);
    }
  };

  const preformatted = (body: string) => {
    flush();
    const kept = body.replace(/^\n+|\s+$/g, '');
    if (kept.trim()) blocks.push({ type: 'preformatted', text: kept, linked: 0, caption: false });
  };

  const enter = (element: HtmlElement, linked: boolean) => {
    const tag = element.tagName;
    if (tag === 'BR') {
      // One break is a line of a poem or an address; two make a paragraph.
      if (text.endsWith('\n')) flush();
      else text += '\n';
    } else if (tag === 'PRE') {
      preformatted(element.textContent ?? '');
    } else if (tag === 'TABLE' && isDataTable(element)) {
      preformatted([...element.querySelectorAll('tr')].map(rowText).join('\n'));
    } else if (/^H[1-6]$/.test(tag)) {
      within({ type: 'heading', level: Number(tag[1]) }, element, linked);
    } else if (tag === 'BLOCKQUOTE') {
      within({ type: 'quote' }, element, linked);
    } else if (tag === 'UL' || tag === 'OL') {
      list(element, linked);
    } else if (
      tag === 'FIGCAPTION' ||
      tag === 'FIGURE' ||
      CAPTION.test(element.getAttribute('class') ?? '')
    ) {
      within({ caption: true }, element, linked);
    } else if (BLOCK.test(tag) || tag === 'TD' || tag === 'TH') {
      within({}, element, linked);
    } else {
      walk(element, linked || tag === 'A');
    }
  };

  const walk = (node: HtmlElement, linked: boolean) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const piece = child.textContent ?? '';
        text += piece;
        if (linked) linkedLength += piece.replace(/\s+/g, ' ').trim().length;
      } else if (child.nodeType === 1) {
        enter(child as HtmlElement, linked);
      }
    }
  };

  walk(root, false);
  flush();
  return blocks;
}
