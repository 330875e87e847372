import { endsSentence, isRule, startsInLowerCase } from './line-shape.ts';
import { continuesList, parseListLine, type ListLine } from './lists.ts';
import type { Piece } from './pieces.ts';
import { isTableRow } from './tables.ts';
import { continues, detectWrapping, joinLines, type Wrapping } from './unwrap.ts';

/** No sentence goes over more lines; looking further at each line would cost their square. */
const MAX_BROKEN_LINES = 30;

const QUOTED = /^\s*>/;

/** Takes pieces off the front of the lines. */
class LineReader {
  readonly #lines: readonly string[];
  readonly #wrapping: Wrapping;
  readonly #words: () => Set<string>;
  readonly #pieces: Piece[] = [];
  #at = 0;
  #gap = true;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#wrapping = detectWrapping(lines.filter((line) => !QUOTED.test(line) && !isTableRow(line)));
    let words: Set<string> | null = null;
    this.#words = () =>
      (words ??= new Set(lines.flatMap((line) => line.match(/[\p{L}]+(?:-[\p{L}]+)*(?![\p{L}-])/gu) ?? [])));
  }

  #line(offset = 0): string {
    return this.#lines[this.#at + offset] ?? '';
  }

  #push(piece: Omit<Piece, 'gapBefore' | 'joinedWithNext'>, joinedWithNext = false): void {
    this.#pieces.push({ ...piece, gapBefore: this.#gap, joinedWithNext });
    this.#gap = false;
  }

  #join(lines: readonly string[]): string {
    return joinLines(lines, this.#wrapping, (word) => this.#words().has(word));
  }

  read(): Piece[] {
    while (this.#at < this.#lines.length) {
      const line = this.#line();
      if (!line.trim()) {
        this.#gap = true;
        this.#at++;
      } else if (QUOTED.test(line)) this.#readQuote();
      else if (isRule(line)) this.#push({ kind: 'rule', text: this.#lines[this.#at++]?.trim() ?? '' });
      else if (!this.#readTable() && !this.#readList()) this.#readParagraph();
    }
    return this.#pieces;
  }

  /** Lines marked with ">" as in e-mail; a marked blank line divides paragraphs. */
  #readQuote(): void {
    let lines: string[] = [];
    const quoted: string[] = [];
    for (; QUOTED.test(this.#line()); this.#at++) quoted.push(this.#line().replace(/^[\s>]+/, ''));
    const wrapping = detectWrapping(quoted);
    const flush = () => {
      if (lines.length) this.#push({ kind: 'quote', text: this.#join(lines) });
      lines = [];
    };
    for (const line of quoted) {
      const previous = lines.at(-1);
      if (!line.trim() || (previous && wrapping.width === null && endsSentence(previous))) flush();
      if (line.trim()) lines.push(line);
    }
    flush();
  }

  #readTable(): boolean {
    let rows = 0;
    while (isTableRow(this.#line(rows)) && this.#line(rows).trim()) rows++;
    if (rows < 2) return false;
    const text = this.#lines.slice(this.#at, this.#at + rows).map((line) => line.trimEnd());
    this.#push({ kind: 'preformatted', text: text.join('\n') });
    this.#at += rows;
    return true;
  }

  /** Items that follow one another, blank lines between them allowed. One marked line alone is no list. */
  #readList(): boolean {
    const items: { first: ListLine; lines: string[]; gap: boolean }[] = [];
    // The marker of the latest item at each depth of indentation: what a next item there has to follow.
    const latest = new Map<number, string>();
    let at = this.#at;
    let gap = this.#gap;
    while (at < this.#lines.length) {
      const line = this.#lines[at] ?? '';
      const current = items.at(-1)?.first;
      const marked = parseListLine(line);
      if (marked && belongs(current, latest, marked)) {
        items.push({ first: marked, lines: [marked.text], gap });
        for (const indent of latest.keys()) if (indent > marked.indent) latest.delete(indent);
        latest.set(marked.indent, marked.marker);
        gap = false;
      } else if (!line.trim()) {
        const next = this.#lines.slice(at + 1, at + 3).find((other) => other.trim());
        const item = next === undefined ? null : parseListLine(next);
        if (!item || !belongs(current, latest, item)) break;
        gap = true;
      } else if (current && !marked && this.#continuesItem(current, this.#lines[at - 1] ?? '', line)) {
        items.at(-1)?.lines.push(line);
      } else break;
      at++;
    }
    if (items.length < 2) return false;
    const indents = [...new Set(items.map(({ first }) => first.indent))].sort((a, b) => a - b);
    for (const { first, lines, gap: before } of items) {
      this.#gap = before;
      const level = indents.indexOf(first.indent) + 1;
      this.#push({ kind: 'list-item', text: this.#join(lines), marker: first.marker, level });
    }
    this.#at = at;
    return true;
  }

  #continuesItem(item: ListLine, previous: string, line: string): boolean {
    if (!previous.trim()) return false;
    const indent = line.length - line.trimStart().length;
    return indent > item.indent + 1 || (!endsSentence(previous) && continues(previous, line, this.#wrapping));
  }

  #readParagraph(): void {
    const lines = [this.#line()];
    this.#at++;
    while (this.#isPlain() && continues(lines.at(-1) ?? '', this.#line(), this.#wrapping)) {
      lines.push(this.#line());
      this.#at++;
    }
    this.#takeBrokenSentence(lines);
    const joinedWithNext = this.#isPlain() && startsInLowerCase(this.#line().trim());
    this.#push({ kind: 'prose', text: this.#join(lines) }, joinedWithNext);
  }

  /** A sentence broken over lines of any width: the next lines begin small and the last one has its stop. */
  #takeBrokenSentence(lines: string[]): void {
    if (endsSentence(lines.at(-1) ?? '')) return;
    let more = 0;
    while (
      more < MAX_BROKEN_LINES &&
      this.#isPlain(more) &&
      startsInLowerCase(this.#line(more).trim()) &&
      (more === 0 || !endsSentence(this.#line(more - 1)))
    ) {
      more++;
    }
    if (more === 0 || !endsSentence(this.#line(more - 1))) return;
    for (let i = 0; i < more; i++) lines.push(this.#line(i));
    this.#at += more;
  }

  #isPlain(offset = 0): boolean {
    const line = this.#line(offset);
    return line.trim() !== '' && !QUOTED.test(line) && !isRule(line) && !parseListLine(line);
  }
}

/** Whether a marked line goes on with a list whose last item is `previous`. */
function belongs(
  previous: ListLine | undefined,
  latest: ReadonlyMap<number, string>,
  next: ListLine,
): boolean {
  if (!previous || next.indent > previous.indent) return true;
  const sibling = latest.get(next.indent);
  return sibling === undefined ? next.indent < previous.indent : continuesList(sibling, next.marker);
}

/** The units of a plain text in order. Every character but white space and ">" marks is in one of them. */
export function readPieces(text: string): Piece[] {
  return new LineReader(text.split('\n')).read();
}
