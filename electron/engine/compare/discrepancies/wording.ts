/** “a”, “b” or “c”. */
export function anyOf(values: readonly string[]): string {
  const quoted = [...new Set(values)].map((value) => `“${value}”`);
  const last = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last;
}
