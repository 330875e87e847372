/** A stretch of one block between quotation marks: UTF-16 offsets in the block's text, marks left out. */
export interface QuotedPart {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Everything between one pair of marks: a part for every block it runs over. */
export interface Quoted {
  readonly parts: readonly [QuotedPart, ...QuotedPart[]];
  /** Offset in the last part's block behind the closing mark. */
  readonly after: number;
}

type Family = 'double' | 'single' | 'angle' | 'corner';

/** A quotation mark and what it can do where it stands. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly family: Family;
  readonly opens: boolean;
  readonly closes: boolean;
}

const MARK = /``|''|["“”„‟＂«»‹›「」『』'‘’‚‛`]/g;
const FAMILY: Readonly<Record<string, Family>> = {
  '«': 'angle',
  '»': 'angle',
  '‹': 'angle',
  '›': 'angle',
  '「': 'corner',
  '」': 'corner',
  '『': 'corner',
  '』': 'corner',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  '`': 'single',
};

/** What may stand before a mark that opens, and behind one that closes, besides white space. */
const BEFORE_OPENING = new Set('([{/—–-"“„«‘\'`:;,…');
const BEHIND_CLOSING = new Set(')]}/—–-"”“»’\'.,;:?!…');
/** Marks that open, and close only where they are typed the wrong way round, or close what „ opened; and those that close. */
const OPENING = new Set(['“', '„', '‟', '‘', '‚', '‛', '`', '``', '«', '‹']);
const CLOSING = new Set('”’»›');
/** Words that lose their beginning: '90s, 'em. */
const ELISION = /^['‘’‛`](\d0s?\b|em\b|tis\b|twas\b|til\b|cause\b|bout\b|n['’]|round\b)/i;
/** How many paragraphs a quotation may run on that does not repeat its opening mark. */
const LONGEST_RUN = 15;
/** The longest text, in characters, that single marks are taken to enclose, and the marks looked at for that. */
const LONGEST_SINGLE = 3000;
const MOST_CANDIDATES = 80;
/** The longest that ends with what may be the apostrophe of a plural. */
const LONGEST_DOUBTFUL = 80;

const isSpace = (char: string) => char === ' ' || (char.trim() === '' && char !== '');

function markAt(text: string, start: number, glyph: string): Mark | null {
  const end = start + glyph.length;
  const before = text[start - 1] ?? ' ';
  const behind = text[end] ?? ' ';
  const [spaceBefore, spaceBehind] = [isSpace(before), isSpace(behind)];
  const left = spaceBefore || BEFORE_OPENING.has(before);
  const right = spaceBehind || BEHIND_CLOSING.has(behind);
  const family = FAMILY[glyph] ?? 'double';
  if (family === 'corner') {
    const opens = glyph === '「' || glyph === '『';
    return { start, end, family, opens, closes: !opens };
  }
  // An apostrophe inside a word, or of one that lost its beginning.
  if (family === 'single' && !left && !right) return null;
  if (family === 'single' && left && ELISION.test(text.slice(start, end + 6))) return null;
  let opens = left && !spaceBehind;
  let closes = right && !spaceBefore;
  if (OPENING.has(glyph)) {
    opens = opens || !closes;
    closes = closes && glyph !== '``' && !left;
    if (closes) opens = false;
  } else if (CLOSING.has(glyph)) {
    const reversed = glyph === '»' || glyph === '›';
    closes = closes || !opens;
    opens = opens && (!closes || reversed);
  } else if (!opens && !closes) {
    opens = spaceBefore && spaceBehind;
    closes = opens || family === 'double';
  }
  return { start, end, family, opens, closes };
}

function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(MARK)) {
    const mark = markAt(text, match.index, match[0]);
    if (mark) marks.push(mark);
  }
  return marks;
}

function addTo<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const isSingle = ({ family }: Mark) => family === 'single';

/** For each mark how many more marks close than open from it to the end of its block. */
function surplus(marks: readonly Mark[]): number[] {
  const result = new Array<number>(marks.length + 1).fill(0);
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    const change = !mark ? 0 : mark.closes && !mark.opens ? 1 : mark.opens && !mark.closes ? -1 : 0;
    result[i] = (result[i + 1] ?? 0) + change;
  }
  return result;
}

interface Open {
  readonly family: Family;
  readonly parts: QuotedPart[];
  start: number;
  depth: number;
}

/** Pairs the marks of all blocks but single ones, which may be apostrophes. */
class Pairing {
  readonly found: Quoted[] = [];
  /** Closing marks that nothing opened, by block. */
  readonly strays = new Map<number, number[]>();
  private open: Open | null = null;
  private readonly texts: readonly string[];
  private readonly marks: readonly (readonly Mark[])[];

  constructor(texts: readonly string[], marks: readonly (readonly Mark[])[]) {
    this.texts = texts;
    this.marks = marks.map((all) => all.filter((mark) => !isSingle(mark)));
    this.marks.forEach((_, block) => this.pairBlock(block));
    this.open = null;
  }

  private pairBlock(block: number): void {
    const marks = this.marks[block] ?? [];
    const rest = surplus(marks);
    marks.forEach((mark, index) => {
      const { open } = this;
      if (!open) {
        const measure = /\d/.test((this.texts[block] ?? '')[mark.start - 1] ?? '');
        if (mark.opens) this.open = { family: mark.family, parts: [], start: mark.end, depth: 1 };
        else if (!measure) addTo(this.strays, block, mark.start);
        return;
      }
      if (mark.family !== open.family || mark.start < open.start) return;
      if (mark.closes) {
        if (--open.depth === 0) this.close(open, block, mark);
      } else if ((rest[index + 1] ?? 0) > open.depth || this.runsOn(open, block, index)) {
        open.depth++;
      } else {
        // The closing mark is missing: what was open ends where this begins.
        this.giveUp(open, block, mark.start);
        this.open = { family: mark.family, parts: [], start: mark.end, depth: 1 };
      }
    });
    if (this.open) this.endBlock(this.open, block);
  }

  private close({ parts, start }: Open, block: number, mark: Mark): void {
    const [first, ...more] = [...parts, { block, start, end: mark.start }];
    if (first) this.found.push({ parts: [first, ...more], after: mark.end });
    this.open = null;
  }

  /** A quotation that nothing closes counts where something announces it: the start of a paragraph, a colon. */
  private giveUp({ parts, start }: Open, block: number, end: number): void {
    const text = this.texts[block] ?? '';
    const before = text
      .slice(Math.max(0, start - 4), start)
      .trimEnd()
      .slice(0, -1)
      .trimEnd();
    const [first, ...more] = [...parts, { block, start, end }];
    const announced = before === '' || before.endsWith(':') || more.length > 0;
    if (first && announced) this.found.push({ parts: [first, ...more], after: end });
    this.open = null;
  }

  private endBlock(open: Open, block: number): void {
    const text = this.texts[block] ?? '';
    const next = this.marks[block + 1]?.[0];
    const repeats =
      next?.opens &&
      next.family === open.family &&
      !(this.texts[block + 1] ?? '').slice(0, next.start).trim();
    if (!repeats && !this.runsOn(open, block)) {
      this.giveUp(open, block, text.length);
      return;
    }
    open.parts.push({ block, start: open.start, end: text.length });
    open.start = repeats ? next.end : 0;
    if (repeats) open.depth = 1;
  }

  /** Whether a later paragraph closes it before another begins with a mark. */
  private runsOn({ family, depth }: Open, block: number, from = Infinity): boolean {
    if (from < Infinity && (this.marks[block]?.length ?? 0) - from > MOST_CANDIDATES) return false;
    let left = depth;
    let looked = 0;
    for (let i = block; i <= block + LONGEST_RUN && i < this.marks.length; i++) {
      const marks = this.marks[i] ?? [];
      for (let at = i === block ? from : 0; at < marks.length; at++) {
        const mark = marks[at];
        if (!mark || looked++ > MOST_CANDIDATES) return false;
        if (mark.family !== family) continue;
        if (mark.opens && !mark.closes) {
          if (i > block && !(this.texts[i] ?? '').slice(0, mark.start).trim()) return false;
          left++;
        } else if (--left === 0) return true;
      }
    }
    return false;
  }
}

/** 0: no closing mark; 1: perhaps one, or the apostrophe of a plural or a clipped word; 2: surely one. */
function closingStrength(text: string, mark: Mark): 0 | 1 | 2 {
  if (!mark.closes) return 0;
  const before = text[mark.start - 1] ?? ' ';
  const behind = text[mark.end] ?? ' ';
  if (/[.,!?…—”")\]]/.test(before)) return 2;
  if (!/[\p{L}\p{N}%]/u.test(before)) return 0;
  return before === 's' && behind === ' ' ? 1 : 2;
}

/** Index among `marks` of what closes the single mark at `index`, or -1. */
function closerOf(marks: readonly Mark[], strengths: readonly number[], index: number): number {
  const from = marks[index]?.end ?? 0;
  let perhaps = -1;
  for (let i = index + 1; i < marks.length && i <= index + MOST_CANDIDATES; i++) {
    const mark = marks[i];
    if (!mark || mark.start - from > LONGEST_SINGLE) break;
    const strength = strengths[i];
    if (strength === 2) return i;
    if (strength === 1 && perhaps < 0 && mark.start - from < LONGEST_DOUBTFUL) perhaps = i;
    if (strength === 0 && mark.opens && perhaps >= 0) return perhaps;
  }
  return perhaps;
}

type Covered = (at: number) => boolean;

/** Whether an offset, asked in any order, lies in one of these spans. */
function covers(spans: readonly QuotedPart[]): Covered {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return (at) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return at < (sorted[low - 1]?.end ?? -1);
  };
}

function singlesIn(
  block: number,
  text: string,
  all: readonly Mark[],
  covered: Covered,
  strays: readonly number[],
): Quoted[] {
  const marks = all.filter((mark) => isSingle(mark) && !covered(mark.start));
  const strengths = marks.map((mark) => closingStrength(text, mark));
  const found: Quoted[] = [];
  let behind = 0;
  marks.forEach((mark, index) => {
    if (!mark.opens || mark.start < behind) return;
    const closer = marks[closerOf(marks, strengths, index)];
    // Opened by one mark and closed by another: a slip of the keyboard at the start of a sentence.
    const slip = /(^|[.?!]\s)$/.test(text.slice(Math.max(0, mark.start - 2), mark.start))
      ? strays.find((at) => at > mark.end)
      : undefined;
    const end = closer?.start ?? slip;
    if (end === undefined || end <= mark.end) return;
    behind = closer?.end ?? end + 1;
    found.push({ parts: [{ block, start: mark.end, end }], after: behind });
  });
  return found;
}

/**
 * What stands between quotation marks in the blocks of a text, the outermost marks only, in order: marks of any
 * style and slips of the keyboard, quotations over several paragraphs with the opening mark repeated or not,
 * nested ones. Linear in the text but for a constant.
 */
export function findQuoted(texts: readonly string[]): Quoted[] {
  const marks = texts.map(marksIn);
  const { found, strays } = new Pairing(texts, marks);
  const byBlock = new Map<number, QuotedPart[]>();
  for (const part of found.flatMap(({ parts }) => parts)) {
    addTo(byBlock, part.block, part);
  }
  const singles = texts.flatMap((text, block) =>
    singlesIn(block, text, marks[block] ?? [], covers(byBlock.get(block) ?? []), strays.get(block) ?? []),
  );
  const enclosing = new Map<number, QuotedPart[]>();
  for (const { parts } of singles) {
    addTo(enclosing, parts[0].block, parts[0]);
  }
  const insideSingle = new Map([...enclosing].map(([block, parts]) => [block, covers(parts)]));
  const outer = found.filter(({ parts }) => !insideSingle.get(parts[0].block)?.(parts[0].start));
  return [...outer, ...singles].sort(
    (a, b) => a.parts[0].block - b.parts[0].block || a.parts[0].start - b.parts[0].start,
  );
}
