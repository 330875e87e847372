/** "1.", "2)", "3.)", "• 9.", "a.": a marker of an item in running text. */
const MARKER = /(?:^|(?<=\s))([•⁃‣▪◦]\s?)?(\d{1,3}|[a-z])(\.\)|[.)])(?=\s)/g;
/** The same, where it opens the text: most texts are told by it. */
const OPENS = /^(?:\d{1,3}|[a-z])(?:\.\)|[.)])\s/;
const BULLET = /(?<=\s)[•⁃‣▪◦](?=\s?\S)/g;

function next(mark: string): string {
  return /^\d/.test(mark) ? String(Number(mark) + 1) : String.fromCharCode(mark.charCodeAt(0) + 1);
}

/**
 * Where the items of a list written in one line begin: "1) The first item 2) The second item". The first marker
 * has to open the text and the others to count on from it in the same style.
 */
export function inlineItems(text: string): number[] {
  if (/^[•⁃‣▪◦]/.test(text)) return Array.from(text.matchAll(BULLET), (match) => match.index);
  if (!OPENS.test(text)) return [];
  const starts: number[] = [];
  let expected: { mark: string; style: string } | null = null;
  for (const match of text.matchAll(MARKER)) {
    const [, bullet = '', mark = '', style = ''] = match;
    if (!expected) {
      if (match.index !== 0 || bullet) return [];
    } else {
      if (mark !== expected.mark || style !== expected.style) continue;
      starts.push(match.index);
    }
    expected = { mark: next(mark), style };
  }
  return starts;
}
