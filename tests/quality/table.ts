export interface QualityTable {
  title: string;
  columns: string[];
  rows: (string | number)[][];
  note?: string;
}

/** Prints a table to the console: text to the left, figures to the right. */
export function printTable({ title, columns, rows, note }: QualityTable): void {
  const cells = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  console.log(`\n${title}\n${'─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))}`);
  for (const row of cells) console.log(line(row));
  if (note) console.log(note);
}
