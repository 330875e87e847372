/** Measured figures as they are shown: one row a method or a set of cases. */
export interface QualityTable {
  title: string;
  columns: string[];
  rows: (string | number)[][];
  note?: string;
}

function cellText(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(1);
}

/** The table as lines of text: the first column to the left, figures to the right. */
export function formatTable({ title, columns, rows, note }: QualityTable): string {
  const cells = [columns, ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => {
        const text = row[column] ?? '';
        return column === 0 ? text.padEnd(width) : text.padStart(width);
      })
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = cells;
  const lines = [title, line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)];
  return [...lines, ...(note ? [note] : []), ''].join('\n');
}

export function printTable(table: QualityTable): void {
  console.log(formatTable(table));
}
