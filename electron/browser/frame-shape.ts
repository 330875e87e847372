/** What a frame of the page may be at most: ours are six deep and have some hundred values. */
const MOST = { depth: 16, values: 20_000 } as const;

/** Bytes of a length, or of a value, after the first byte (https://github.com/msgpack/msgpack/blob/master/spec.md). */
const FIXED: Readonly<Record<number, number>> = {
  0xca: 4,
  0xcb: 8,
  0xcc: 1,
  0xcd: 2,
  0xce: 4,
  0xcf: 8,
  0xd0: 1,
  0xd1: 2,
  0xd2: 4,
  0xd3: 8,
  0xd4: 2,
  0xd5: 3,
  0xd6: 5,
  0xd7: 9,
  0xd8: 17,
};
/** Bytes, texts and extensions: the width of their length, and what else comes before their bytes. */
const SIZED: Readonly<Record<number, readonly [width: 1 | 2 | 4, more: number]>> = {
  0xc4: [1, 0],
  0xc5: [2, 0],
  0xc6: [4, 0],
  0xc7: [1, 1],
  0xc8: [2, 1],
  0xc9: [4, 1],
  0xd9: [1, 0],
  0xda: [2, 0],
  0xdb: [4, 0],
};
/** Lists and maps: the width of their length, and how many values each of their items is. */
const LISTS: Readonly<Record<number, readonly [width: 2 | 4, each: number]>> = {
  0xdc: [2, 1],
  0xdd: [4, 1],
  0xde: [2, 2],
  0xdf: [4, 2],
};

/**
 * Whether a MessagePack frame is whole and no larger in its parts than ours are, without decoding it: a few
 * bytes can claim a list of four thousand million items, for which a decoder would make room, and fifty megabytes
 * can be fifty million lists in one another.
 */
export function isModest(frame: Uint8Array): boolean {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const read = (at: number, width: 1 | 2 | 4): number =>
    width === 1 ? view.getUint8(at) : width === 2 ? view.getUint16(at) : view.getUint32(at);
  /** Of each list that is open, how many values are still to come. */
  const open: number[] = [1];
  let values = 0;
  let at = 0;
  try {
    while (open.length > 0) {
      const left = open.length - 1;
      if (open[left] === 0) {
        open.pop();
        continue;
      }
      open[left] = (open[left] ?? 0) - 1;
      if (++values > MOST.values) return false;
      const tag = read(at++, 1);
      let items: number | null = null;
      if (tag >= 0x80 && tag <= 0x8f) items = (tag & 0x0f) * 2;
      else if (tag >= 0x90 && tag <= 0x9f) items = tag & 0x0f;
      else if (tag >= 0xa0 && tag <= 0xbf) at += tag & 0x1f;
      const list = LISTS[tag];
      if (list) {
        items = read(at, list[0]) * list[1];
        at += list[0];
      }
      const sized = SIZED[tag];
      if (sized) at += read(at, sized[0]) + sized[0] + sized[1];
      at += FIXED[tag] ?? 0;
      if (items !== null) {
        if (items > MOST.values || open.length > MOST.depth) return false;
        open.push(items);
      }
    }
  } catch {
    // It ends before what it says it has.
    return false;
  }
  return at === frame.byteLength;
}
