/** White space as single spaces. Most lines and sentences have no other, and are only looked at. */
export function foldSpace(text: string): string {
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text;
}
