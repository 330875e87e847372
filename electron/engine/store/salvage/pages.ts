import { columnsIn, varint, type Column } from './records.ts';

/** A row of a table, or an entry of an index or of a table without row numbers. */
export interface RawRow {
  readonly of: 'table' | 'index';
  /** Of tables only. */
  readonly rowid: number | null;
  readonly columns: readonly Column[];
}

/** Pages by their numbers, from 1. */
export type Pages = ReadonlyMap<number, Buffer>;

const DEFAULT_SIZE = 4096;
const FRAME_HEADER = 24;
const LOG_HEADER = 32;
const KINDS = { indexInterior: 2, tableInterior: 5, indexLeaf: 10, tableLeaf: 13 } as const;

/**
 * The pages of a damaged database as they would be with its log.
 *
 * @returns also the pages that a part of the log has which SQLite itself would leave out: what is in those alone may
 * be newer than the rest
 */
export function pagesOf(file: Buffer, log: Buffer): { readonly pages: Pages; readonly beyond: Pages } {
  const size = pageSize(file, log);
  const pages = new Map<number, Buffer>();
  for (let at = 0; at < file.length; at += size) {
    const page = file.subarray(at, at + size);
    pages.set(at / size + 1, page.length === size ? page : Buffer.concat([page], size));
  }
  const beyond = new Map<number, Buffer>();
  readLog(log, size, pages, beyond);
  for (const free of freePages(pages, size)) pages.delete(free);
  return { pages, beyond };
}

function pageSize(file: Buffer, log: Buffer): number {
  const stated = [
    file.length >= 18 ? file.readUInt16BE(16) : 0,
    log.length >= LOG_HEADER ? log.readUInt32BE(8) : 0,
  ];
  return stated.find((size) => size >= 512 && size <= 32_768 && (size & (size - 1)) === 0) ?? DEFAULT_SIZE;
}

/** Whole changes go into `pages`; what comes after the first fault into `beyond`. */
function readLog(log: Buffer, size: number, pages: Map<number, Buffer>, beyond: Map<number, Buffer>): void {
  if (log.length < LOG_HEADER + FRAME_HEADER) return;
  const bigEndian = (log.readUInt32BE(0) & 1) === 1;
  let sums = checksum(log.subarray(0, 24), [0, 0], bigEndian);
  let sound = sums[0] === log.readUInt32BE(24) && sums[1] === log.readUInt32BE(28);
  const salt = log.subarray(sound ? 16 : LOG_HEADER + 8, sound ? 24 : LOG_HEADER + 16);
  let change = new Map<number, Buffer>();
  for (let at = LOG_HEADER; at + FRAME_HEADER + size <= log.length; at += FRAME_HEADER + size) {
    const header = log.subarray(at, at + FRAME_HEADER);
    const page = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size);
    // Of a log before, which this one has begun to take the place of.
    if (!header.subarray(8, 16).equals(salt)) {
      sound = false;
      continue;
    }
    sums = checksum(page, checksum(header.subarray(0, 8), sums, bigEndian), bigEndian);
    sound &&= sums[0] === header.readUInt32BE(16) && sums[1] === header.readUInt32BE(20);
    const number = header.readUInt32BE(0);
    if (!sound) {
      beyond.set(number, page);
      continue;
    }
    change.set(number, page);
    if (header.readUInt32BE(4) === 0) continue;
    for (const [each, bytes] of change) pages.set(each, bytes);
    change = new Map();
  }
}

function checksum(bytes: Buffer, [first, second]: readonly number[], bigEndian: boolean): number[] {
  let [a, b] = [first ?? 0, second ?? 0];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

/** Pages that were given up: what is in them was deleted. Found only where the first page is whole. */
function freePages(pages: Pages, size: number): Set<number> {
  const free = new Set<number>();
  let trunk = pages.get(1)?.readUInt32BE(32) ?? 0;
  while (trunk !== 0 && !free.has(trunk)) {
    const page = pages.get(trunk);
    if (!page) break;
    const count = page.readUInt32BE(4);
    // No list of free pages: the head of the file is damaged.
    if (count > size / 4 - 2) return new Set();
    free.add(trunk);
    for (let index = 0; index < count; index += 1) free.add(page.readUInt32BE(8 + 4 * index));
    trunk = page.readUInt32BE(0);
  }
  return free;
}

/** Every row that can be read in these pages, whatever it is of. */
export function* rowsIn(pages: Pages, all: Pages = pages): Generator<RawRow> {
  for (const [number, page] of pages) {
    const start = number === 1 ? 100 : 0;
    const cells = cellsOf(page, start);
    if (cells) {
      for (const at of cells.offsets) {
        const row = rowAt(page, at, cells.kind, all);
        if (row) yield row;
      }
    } else {
      // Its head is gone, and with it where its rows begin.
      for (let at = start; at < page.length; at += 1) {
        for (const kind of [KINDS.tableLeaf, KINDS.indexLeaf]) {
          const row = rowAt(page, at, kind, all);
          if (row) yield row;
        }
      }
    }
  }
}

function cellsOf(page: Buffer, start: number): { readonly kind: number; readonly offsets: number[] } | null {
  const kind = page[start];
  if (kind !== 2 && kind !== 5 && kind !== 10 && kind !== 13) return null;
  const count = page.readUInt16BE(start + 3);
  const first = start + (kind === KINDS.indexInterior || kind === KINDS.tableInterior ? 12 : 8);
  if (first + 2 * count > page.length) return null;
  const offsets = Array.from({ length: count }, (_, index) => page.readUInt16BE(first + 2 * index));
  if (offsets.some((at) => at < first + 2 * count || at >= page.length)) return null;
  return { kind, offsets };
}

function rowAt(page: Buffer, offset: number, kind: number, pages: Pages): RawRow | null {
  // Nothing but the numbers of other pages.
  if (kind === KINDS.tableInterior) return null;
  const of = kind === KINDS.tableLeaf ? 'table' : 'index';
  const length = varint(page, kind === KINDS.indexInterior ? offset + 4 : offset);
  if (!length || length.value < 2 || length.value > page.length * pages.size) return null;
  const rowid = of === 'table' ? varint(page, length.next) : null;
  if (of === 'table' && !rowid) return null;
  const payload = payloadAt(page, rowid?.next ?? length.next, length.value, of, pages);
  const columns = payload && columnsIn(payload, length.value);
  return columns ? { of, rowid: rowid?.value ?? null, columns } : null;
}

/** What can be read of a record that may go on in other pages. */
function payloadAt(page: Buffer, at: number, length: number, of: RawRow['of'], pages: Pages): Buffer | null {
  const usable = page.length;
  const most = of === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return at + length <= usable ? page.subarray(at, at + length) : null;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  const local = wanted <= most ? wanted : least;
  if (at + local + 4 > usable) return null;
  const parts = [page.subarray(at, at + local)];
  let left = length - local;
  let next = page.readUInt32BE(at + local);
  while (left > 0) {
    const more = pages.get(next);
    if (!more) break;
    const after = more.readUInt32BE(0);
    const last = left <= usable - 4;
    // A page that does not lead on as it should is not the one that was written.
    if (last ? after !== 0 : !pages.has(after)) break;
    parts.push(more.subarray(4, 4 + Math.min(left, usable - 4)));
    left -= usable - 4;
    next = after;
  }
  return Buffer.concat(parts);
}
