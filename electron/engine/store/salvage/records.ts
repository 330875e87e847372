/**
 * SQLite's records, read without SQLite: https://www.sqlite.org/fileformat2.html. Everything may be damaged, so that
 * nothing that is read is believed before it has been checked, and nothing throws.
 */

/** `cut`: text of which only the beginning could be read. */
export interface Text {
  readonly text: string;
  /** Bytes that are no text were among it, or its end is missing. */
  readonly damaged: boolean;
}
export type Column = null | number | Text;

interface Varint {
  readonly value: number;
  readonly next: number;
}

/** Null at the end of the bytes, and of numbers that no length or row of ours has. */
export function varint(bytes: Uint8Array, at: number): Varint | null {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    if (index === 8) value = value * 256 + byte;
    else value = value * 128 + (byte & 0x7f);
    if (index === 8 || byte < 0x80)
      return Number.isSafeInteger(value) ? { value, next: at + index + 1 } : null;
  }
  return null;
}

/** More than any of our tables has. */
const MOST_COLUMNS = 32;

/**
 * The columns of a record.
 *
 * @param payload what could be read of it
 * @param length how long it says it is
 * @returns null where this cannot be one
 */
export function columnsIn(payload: Buffer, length: number): Column[] | null {
  const header = varint(payload, 0);
  if (!header || header.value > length || header.value > payload.length || header.value < 2) return null;
  const types: number[] = [];
  for (let at = header.next; at < header.value;) {
    const type = varint(payload, at);
    if (!type || type.next > header.value || types.length === MOST_COLUMNS) return null;
    types.push(type.value);
    at = type.next;
  }
  const sizes = types.map(sizeOf);
  if (sizes.includes(null)) return null;
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), header.value);
  if (total !== length) return null;
  let at = header.value;
  return types.map((type, index) => {
    const size = sizes[index] ?? 0;
    const column = columnOf(type, payload.subarray(at, at + size), size);
    at += size;
    return column;
  });
}

function sizeOf(type: number): number | null {
  if (type <= 4) return type;
  if (type === 5) return 6;
  if (type === 6 || type === 7) return 8;
  if (type === 8 || type === 9) return 0;
  // Ours have no blobs.
  return type >= 13 && type % 2 === 1 ? (type - 13) / 2 : null;
}

function columnOf(type: number, bytes: Buffer, size: number): Column {
  if (type === 8) return 0;
  if (type === 9) return 1;
  if (type >= 13) return textIn(bytes, size);
  if (bytes.length < size || type === 0 || type === 7) return null;
  if (type === 6) return Number(bytes.readBigInt64BE());
  return bytes.readIntBE(0, size);
}

const lenient = new TextDecoder('utf-8');

function textIn(bytes: Buffer, size: number): Text {
  const text = lenient.decode(bytes);
  const legible = text.replace(/[^\P{Cc}\n\r\t]|\uFFFD/gu, '');
  return { text: legible, damaged: bytes.length < size || legible.length < text.length };
}
