type Labels = readonly (string | number)[];

function sizes(keys: Labels): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Number of items for each pair of labels, by the items' own pair. */
function joint(found: Labels, gold: Labels): { keys: string[]; counts: Map<string | number, number> } {
  const keys = found.map((label, i) => `${String(label)} ${String(gold[i])}`);
  return { keys, counts: sizes(keys) };
}

/** B-cubed precision, recall and their harmonic mean, 0 to 1 (A. Bagga, B. Baldwin, 1998). */
export function bCubed(found: Labels, gold: Labels): { precision: number; recall: number; f1: number } {
  const { keys, counts } = joint(found, gold);
  const [foundSizes, goldSizes] = [sizes(found), sizes(gold)];
  let precision = 0;
  let recall = 0;
  keys.forEach((key, i) => {
    const together = counts.get(key) ?? 0;
    precision += together / (foundSizes.get(found[i] ?? '') ?? 1) / keys.length;
    recall += together / (goldSizes.get(gold[i] ?? '') ?? 1) / keys.length;
  });
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

const pairs = (n: number) => (n * (n - 1)) / 2;

/** Agreement of two partitions beyond chance, 1 when they are the same (L. Hubert, P. Arabie, 1985). */
export function adjustedRand(found: Labels, gold: Labels): number {
  const sum = (counts: Map<string | number, number>) =>
    [...counts.values()].reduce((total, n) => total + pairs(n), 0);
  const index = sum(joint(found, gold).counts);
  const [a, b] = [sum(sizes(found)), sum(sizes(gold))];
  const expected = (a * b) / pairs(found.length);
  const most = (a + b) / 2;
  return most === expected ? 1 : (index - expected) / (most - expected);
}
