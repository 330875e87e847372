import MarkdownIt from 'markdown-it';
import type { Boilerplate } from '../../api/index.ts';
import { boilerplateReason } from './boilerplate.ts';
import { parseByline, parseCredit, datelineAgency } from './credits.ts';
import { parseDateLine } from './dates.ts';
import { applyMetadata, noMetadata, type Metadata } from './metadata.ts';
import type { RawBlock, RawDocument } from './raw.ts';
import { markRecaps } from './recap.ts';
import { readText } from './text.ts';
import { isSameLine } from './title.ts';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

// Links stay text; raw HTML is taken as a token so that its tags can be set aside.
const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });

/** YAML front matter as far as articles use it: `key: value` lines between two lines of "---". */
function splitFrontMatter(text: string, metadata: Metadata): { body: string; frontMatter: string } {
  const match = /^\s*---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const inner = match?.[1];
  if (!match || inner === undefined || !/^[\w-]+\s*:/m.test(inner)) return { body: text, frontMatter: '' };
  for (const line of inner.split('\n')) {
    const pair = /^([\w-]+)\s*:\s*(.*)$/.exec(line);
    if (pair) applyMetadata(metadata, pair[1] ?? '', pair[2] ?? '');
  }
  return { body: text.slice(match[0].length), frontMatter: match[0].trim() };
}

const SCRIPT = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const TAG = /<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z][^<>]*>/g;

/** Collects blocks from markdown-it's flat list of tokens. */
class MarkdownReader {
  readonly blocks: RawBlock[] = [];
  readonly boilerplate: Boilerplate[] = [];
  readonly #lists: { next: number | null; marker: string; fresh: boolean }[] = [];
  #quotes = 0;
  #heading = 0;
  #row: string[] | null = null;
  #table: string[] = [];

  read(tokens: readonly Token[]): void {
    for (const token of tokens) this.#take(token);
  }

  #take(token: Token): void {
    switch (token.type) {
      case 'heading_open':
        this.#heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        this.#heading = 0;
        break;
      case 'blockquote_open':
        this.#quotes++;
        break;
      case 'blockquote_close':
        this.#quotes--;
        break;
      case 'bullet_list_open':
        this.#lists.push({ next: null, marker: '', fresh: false });
        break;
      case 'ordered_list_open':
        this.#lists.push({ next: Number(token.attrGet('start') ?? 1), marker: '', fresh: false });
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#lists.pop();
        break;
      case 'list_item_open':
        this.#openItem(token.markup);
        break;
      case 'tr_open':
        this.#row = [];
        break;
      case 'tr_close':
        if (this.#row) this.#table.push(this.#row.join(' | '));
        this.#row = null;
        break;
      case 'table_close':
        this.#push({ type: 'preformatted', text: this.#table.join('\n') });
        this.#table = [];
        break;
      case 'fence':
      case 'code_block':
        this.#push({ type: 'preformatted', text: token.content.trimEnd() });
        break;
      case 'html_block':
        this.#markup(token.content);
        break;
      case 'inline':
        this.#inline(token.children ?? []);
        break;
    }
  }

  #openItem(markup: string): void {
    const list = this.#lists.at(-1);
    if (!list) return;
    list.fresh = true;
    list.marker = list.next === null ? '' : `${String(list.next)}${markup}`;
    if (list.next !== null) list.next++;
  }

  #push(block: RawBlock): void {
    if (block.text.trim()) this.blocks.push(block);
  }

  /** Tags and scripts go aside; the text between them is the reader's. */
  #markup(html: string): void {
    const aside: string[] = [];
    const drop = (part: string) => {
      aside.push(part);
      return ' ';
    };
    const text = html.replace(SCRIPT, drop).replace(TAG, drop);
    if (aside.length) this.boilerplate.push({ text: aside.join(''), reason: 'markup' });
    this.#push(this.#blockOf(text.replace(/\s+/g, ' ').trim()));
  }

  #inline(children: readonly Token[]): void {
    let text = '';
    for (const child of children) {
      if (child.type === 'text' || child.type === 'code_inline') text += child.content;
      else if (child.type === 'softbreak') text += ' ';
      else if (child.type === 'hardbreak') text += '\n';
      else if (child.type === 'image') text += child.content;
      else if (child.type === 'html_inline') this.boilerplate.push({ text: child.content, reason: 'markup' });
    }
    if (this.#row) this.#row.push(text.trim());
    else this.#push(this.#blockOf(text.trim()));
  }

  #blockOf(text: string): RawBlock {
    const list = this.#lists.at(-1);
    if (this.#heading) return { type: 'heading', text, level: this.#heading };
    if (list) {
      const marker = list.fresh && list.marker ? { marker: list.marker } : {};
      list.fresh = false;
      return { type: 'list-item', text, level: this.#lists.length, ...marker };
    }
    return { type: this.#quotes > 0 ? 'quote' : 'paragraph', text };
  }
}

/** The first heading is the title where it opens the article, whatever its level. */
function takeTitle(
  blocks: readonly RawBlock[],
  metadata: Metadata,
): { title: string | null; blocks: RawBlock[] } {
  const first = blocks[0];
  if (metadata.title !== null || first?.type !== 'heading' || blocks.length < 2) {
    return { title: metadata.title, blocks: [...blocks] };
  }
  return { title: first.text, blocks: blocks.slice(1) };
}

/** Inline markup costs the square of a paragraph's length; what is longer than any article is read as it is. */
const MAX_PARAGRAPH = 100_000;
/** Characters of the longest file taken apart as Markdown: what is made of it has a hundred times its size. */
const LONGEST = 1_000_000;
/** The parser leaves out what is nested as deep as this without saying so; nobody writes half of it by hand. */
const DEEPEST = 100;

/** Markdown to a document. Links become their text, pictures their description, tables and code preformatted. */
export function readMarkdown(text: string): RawDocument {
  const metadata = noMetadata();
  const { body, frontMatter } = splitFrontMatter(text, metadata);
  if (text.length > LONGEST || body.split(/\n[ \t]*\n/).some(({ length }) => length > MAX_PARAGRAPH)) {
    return readText(text);
  }
  const tokens = parser.parse(body, {});
  // Its own count is one short of where it stops.
  if (tokens.some(({ level }) => level >= DEEPEST - 1)) return readText(text);
  const reader = new MarkdownReader();
  reader.read(tokens);
  const taken = takeTitle(reader.blocks, metadata);
  const boilerplate: Boilerplate[] = frontMatter ? [{ text: frontMatter, reason: 'markup' }] : [];
  boilerplate.push(...reader.boilerplate);
  const credits: string[] = [];
  const blocks = taken.blocks.filter((block, i) => {
    const line = block.text.trim();
    if (taken.title !== null && block.type !== 'preformatted' && isSameLine(line, taken.title)) {
      boilerplate.push({ text: line, reason: 'repeated-title' });
      return false;
    }
    if (block.type !== 'paragraph') return true;
    const reason = boilerplateReason(line);
    const date = i < 4 ? parseDateLine(line) : null;
    if (reason || date) {
      if (date) metadata.publishedAt ??= date.date;
      boilerplate.push({ text: line, reason: reason ?? 'markup' });
      return false;
    }
    const byline = i < 4 ? parseByline(line) : null;
    const credit = i >= taken.blocks.length - 3 ? parseCredit(line) : null;
    if (!byline && !credit) return true;
    metadata.byline ??= byline;
    metadata.source ??= credit?.source ?? null;
    credits.push(line);
    return false;
  });
  const opening = blocks.find(({ type }) => type === 'paragraph');
  return {
    title: taken.title,
    titleOrigin: 'stated',
    source: metadata.source ?? (opening ? datelineAgency(opening.text) : null),
    byline: metadata.byline,
    publishedAt: metadata.publishedAt,
    language: metadata.language,
    blocks: markRecaps(blocks),
    boilerplate,
    credits,
  };
}
