import table from './synonyms.json' with { type: 'json' };

/** A stem that may say the same as another. */
export interface Related {
  readonly stem: string;
  /** 0 to 1: how near their meanings are. */
  readonly likeness: number;
}

const LEVELS = 26;
/** How likely the nearest and the farthest are to mean the same: measured on labelled pairs, it changes little with nearness. */
const BASE = 0.3;
const SLOPE = 0.5;
const ENTRY = /([0-9a-z]+)([A-Z])/g;
const NONE: readonly Related[] = [];

// Read on first use: not every command needs it.
let related: Map<string, Related[]> | undefined;

function add(to: Map<string, Related[]>, stem: string, entry: Related): void {
  const list = to.get(stem);
  if (list) list.push(entry);
  else to.set(stem, [entry]);
}

/** Each stem's row lists the later stems that are near it: how many stems further on (base 36), how near (A to Z). */
function read(): Map<string, Related[]> {
  const all = new Map<string, Related[]>();
  const stems = table.stems.split(' ');
  table.related.split(' ').forEach((row, index) => {
    const stem = stems[index] ?? '';
    let at = index;
    for (const [, step = '', level = ''] of row.matchAll(ENTRY)) {
      at += Number.parseInt(step, 36);
      const likeness = BASE + SLOPE * ((level.charCodeAt(0) - 64.5) / LEVELS);
      const other = stems[at] ?? '';
      add(all, stem, { stem: other, likeness });
      add(all, other, { stem, likeness });
    }
  });
  return all;
}

/** English stems near in meaning to a stem, other than by chance. */
export function relatedTo(stem: string): readonly Related[] {
  related ??= read();
  return related.get(stem) ?? NONE;
}
