/** A part of a label, and whether the words looked for are in it. */
export interface LabelPart {
  readonly text: string;
  readonly found: boolean;
}

export interface Match<T> {
  readonly item: T;
  readonly parts: readonly LabelPart[];
}

/**
 * Items whose label has every word looked for, at the start of a word or, ranked lower, anywhere. The order
 * is otherwise their own. Nothing looked for: all of them.
 */
export function matching<T extends { readonly label: string }>(
  items: readonly T[],
  wanted: string,
): readonly Match<T>[] {
  const words = fold(wanted)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found = items.flatMap((item) => {
    const spans: (readonly [number, number])[] = [];
    const label = fold(item.label);
    let score = 0;
    for (const word of words) {
      const start = startOf(label, word);
      const at = start >= 0 ? start : label.indexOf(word);
      if (at < 0) return [];
      if (start < 0) score += 1;
      spans.push([at, at + word.length]);
    }
    return [{ score, match: { item, parts: partsOf(item.label, spans) } }];
  });
  return found.sort((a, b) => a.score - b.score).map(({ match }) => match);
}

/** Lower case without accents; as long as what it is made from, so that places agree. */
function fold(text: string): string {
  return [...text]
    .map((character) => {
      const plain = character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
      return plain.length === character.length ? plain : character;
    })
    .join('');
}

/** Where a word of `label` starts with `word`, or -1. */
function startOf(label: string, word: string): number {
  for (let at = label.indexOf(word); at >= 0; at = label.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(label.charAt(at - 1))) return at;
  }
  return -1;
}

function partsOf(label: string, spans: readonly (readonly [number, number])[]): readonly LabelPart[] {
  const parts: LabelPart[] = [];
  let end = 0;
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    if (from < end) continue;
    if (from > end) parts.push({ text: label.slice(end, from), found: false });
    parts.push({ text: label.slice(from, to), found: true });
    end = to;
  }
  if (end < label.length) parts.push({ text: label.slice(end), found: false });
  return parts;
}
