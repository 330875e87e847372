import { crc32 } from 'node:zlib';

/** Numbers of one, two or four bytes. */
export type Section = Uint8Array | Uint16Array | Uint32Array;

/** Also tells the order of bytes: written and read as the machine has them. */
const MAGIC = 0x53794e31;
const HEADER = 3;

function aligned(length: number): number {
  return (length + 3) & ~3;
}

function checksumOf(bytes: Uint8Array): number {
  return crc32(bytes.subarray(HEADER * 4)) >>> 0;
}

/** Puts numbers one after another into one run of bytes that {@link unpack} can look into without copying. */
export function pack(sections: readonly Section[]): Uint8Array {
  const table = (HEADER + 2 * sections.length) * 4;
  const size = sections.reduce((sum, { byteLength }) => sum + aligned(byteLength), table);
  const bytes = new Uint8Array(size);
  const header = new Uint32Array(bytes.buffer, 0, table / 4);
  header[0] = MAGIC;
  header[1] = sections.length;
  let at = table;
  sections.forEach((section, i) => {
    header[HEADER + 2 * i] = section.BYTES_PER_ELEMENT;
    header[HEADER + 2 * i + 1] = section.length;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += aligned(section.byteLength);
  });
  return bytes;
}

/** Makes {@link isWhole} able to tell damage. Changes the bytes in their place. */
export function seal(bytes: Uint8Array): void {
  new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER)[2] = checksumOf(bytes);
}

/** Whether sealed bytes are as they were. */
export function isWhole(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER * 4) return false;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true) === checksumOf(bytes);
}

/** The numbers that were packed, over the same memory where it is aligned; null if these are other bytes. */
export function unpack(given: Uint8Array): Section[] | null {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  if (bytes.length < HEADER * 4) return null;
  const whole = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const count = whole[1] ?? 0;
  if (whole[0] !== MAGIC || count > 100) return null;
  const sections: Section[] = [];
  let at = (HEADER + 2 * count) * 4;
  for (let i = 0; i < count; i++) {
    const width = whole[HEADER + 2 * i] ?? 0;
    const length = whole[HEADER + 2 * i + 1] ?? 0;
    if (at + width * length > bytes.length) return null;
    const from = bytes.byteOffset + at;
    if (width === 1) sections.push(new Uint8Array(bytes.buffer, from, length));
    else if (width === 2) sections.push(new Uint16Array(bytes.buffer, from, length));
    else if (width === 4) sections.push(new Uint32Array(bytes.buffer, from, length));
    else return null;
    at += aligned(width * length);
  }
  return at === bytes.length ? sections : null;
}
