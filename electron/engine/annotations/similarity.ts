/** How alike two wordings are, for finding a sentence again that was edited. Case and punctuation do not count. */

/** A word, or where none are written apart, a character. */
export type Words = readonly string[];

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

export function wordsIn(text: string): Words {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

/** What two wordings have in common, once the one is laid along the other. */
export interface Overlap {
  /** 0 to 1: 1 less the share of words that have to be changed; a misspelt word counts in part. */
  readonly similarity: number;
  /** 0 to 1: share of the shorter one's words that the longer one has in the same order. */
  readonly contained: number;
  /** Words of the one that the other has not in that place, misspelt ones left out. */
  readonly changed: readonly string[];
}

export function overlap(a: Words, b: Words): Overlap {
  if (a.length === 0 || b.length === 0) return { similarity: 0, contained: 0, changed: [...a, ...b] };
  const costs = table(a, b);
  const changed: string[] = [];
  let same = 0;
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    const [left, right] = [a[i - 1], b[j - 1]];
    const here = cost(costs, i, j);
    if (left !== undefined && right !== undefined) {
      const differ = difference(left, right);
      if (Math.abs(here - cost(costs, i - 1, j - 1) - differ) < 1e-6) {
        if (differ < 1) same += 1;
        else changed.push(left, right);
        i -= 1;
        j -= 1;
        continue;
      }
    }
    if (left !== undefined && Math.abs(here - cost(costs, i - 1, j) - 1) < 1e-6) {
      changed.push(left);
      i -= 1;
    } else {
      if (right !== undefined) changed.push(right);
      j -= 1;
    }
  }
  return {
    similarity: 1 - cost(costs, a.length, b.length) / Math.max(a.length, b.length),
    contained: same / Math.min(a.length, b.length),
    changed,
  };
}

const cost = (costs: readonly Float32Array[], i: number, j: number): number => costs[i]?.[j] ?? Infinity;

/** Levenshtein's table over words. */
function table(a: Words, b: Words): Float32Array[] {
  const rows = [Float32Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const [above, row] = [rows[i - 1], new Float32Array(b.length + 1)];
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(
        (above?.[j - 1] ?? 0) + difference(a[i - 1] ?? '', b[j - 1] ?? ''),
        (above?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
      );
    }
    rows.push(row);
  }
  return rows;
}

/** 0 for one word, a part of 1 for one that is misspelt, 1 for two. Numbers are the same or are not. */
function difference(a: string, b: string): number {
  if (a === b) return 0;
  const longer = Math.max(a.length, b.length);
  if (longer < 4 || Math.abs(a.length - b.length) > 2 || /\p{N}/u.test(a + b)) return 1;
  const edits = lettersChanged(a, b);
  return edits <= (longer < 8 ? 1 : 2) ? 0.25 * edits : 1;
}

/** Damerau's distance with neighbours swapped counted once, and above 2 not further. */
function lettersChanged(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((above[j - 1] ?? 0) + (same ? 0 : 1), (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > 2) return 3;
    [before, above] = [above, row];
  }
  return above[b.length] ?? 3;
}

/** 0 to 1: how much of what stands before or after is the same, by runs of three characters (Dice). */
export function sameContext(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [trigrams(a), trigrams(b)];
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const each of left) if (right.has(each)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

function trigrams(text: string): Set<string> {
  const folded = text.toLowerCase().replace(/\s+/gu, ' ');
  const found = new Set<string>();
  for (let at = 0; at + 3 <= folded.length; at += 1) found.add(folded.slice(at, at + 3));
  return found;
}
