/** A line that begins with a list marker. */
export interface ListLine {
  /** Columns before the marker; a tab counts as four. */
  readonly indent: number;
  readonly marker: string;
  readonly text: string;
  /** Where in its line the text begins: wrapped lines of the item are indented about as far. */
  readonly textColumn: number;
}

const MARKED =
  /^([ \t]*)([-–—*•‣▪▫●○◦■□⁃·➤►✓]|\d{1,3}(?:[.)]|\.\))|[A-Za-z][.)]|\([A-Za-z\d]{1,3}\)|[ivx]{1,5}[.)])[ \t]+(?=\S)(.*)$/u;

export function parseListLine(line: string): ListLine | null {
  const match = MARKED.exec(line);
  if (!match) return null;
  const [, space = '', marker = '', text = ''] = match;
  return {
    indent: space.replaceAll('\t', '    ').length,
    marker,
    text: text.trim(),
    textColumn: line.length - text.length,
  };
}

/** The style of a marker and its place in the count; bullets have no place. */
function placeOf(marker: string): { style: string; number: number | null } {
  const digits = /\d+/.exec(marker)?.[0];
  if (digits) return { style: marker.replace(/\d+/, '1'), number: Number(digits) };
  const letter = /[A-Za-z]+/.exec(marker)?.[0];
  if (letter?.length === 1) {
    return {
      style: marker.replace(letter, letter === letter.toLowerCase() ? 'a' : 'A'),
      number: letter.toLowerCase().charCodeAt(0) - 96,
    };
  }
  return letter ? { style: marker.replace(letter, 'i'), number: null } : { style: marker, number: null };
}

/** Whether an item with marker `next` can follow one with marker `previous` in one list. */
export function continuesList(previous: string, next: string): boolean {
  const a = placeOf(previous);
  const b = placeOf(next);
  if (a.number !== null && b.number !== null && a.style === b.style) return b.number === a.number + 1;
  const roman = /^\(?[ivxIVX]+[.)]/;
  if (roman.test(previous) && roman.test(next)) return true;
  return a.style === b.style && a.number === null;
}
