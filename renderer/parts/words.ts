const numbers = new Intl.NumberFormat('en-GB');

/** 1284 → "1,284". */
export const counted = (number: number): string => numbers.format(number);

/** (1, "article") → "1 article"; (3, "article") → "3 articles"; the plural may be given. */
export function quantity(number: number, one: string, many = `${one}s`): string {
  return `${counted(number)} ${number === 1 ? one : many}`;
}

/** ["a", "b", "c"] → "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
