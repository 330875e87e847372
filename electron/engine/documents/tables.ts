/** Longer lines are prose. */
const MAX_ROW = 500;

/** Whether a line looks like a row of a table: cells set apart by tabs, bars or wide gaps. */
export function isTableRow(line: string): boolean {
  if (line.length > MAX_ROW) return false;
  const text = line.trim();
  if (text.includes('|')) {
    if (/^\|.*\|$/.test(text)) return true;
    if (/\S[ ]?\|[ ]?\S.*\|/.test(text) && !/[.!?]$/.test(text)) return true;
  }
  if (/^[+|][-=+|\s]{3,}$/.test(text)) return true;
  if (text.includes('\t') && /[^\s.!?:]\t+\s*\S/.test(text)) return true;
  if (!text.includes('  ')) return false;
  const gaps = text.match(/[^\s.!?:"”] {3,}\S/g)?.length ?? 0;
  const narrow = text.match(/[^\s.!?:"”] {2,}\S/g)?.length ?? 0;
  return gaps >= 1 || narrow >= 3;
}
