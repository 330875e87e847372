import { quantity } from '../../parts/words.ts';

/** Whether something to import may be in a drag: what it is exactly shows only when it is dropped. */
export function isOurs(types: readonly string[]): boolean {
  return types.includes('Files') || types.includes('text/html') || types.includes('text/plain');
}

interface DragContent {
  readonly types: readonly string[];
  readonly items: Iterable<{ readonly kind: string; webkitGetAsEntry?(): FileSystemEntry | null }>;
}

/** What would be copied. Browsers tell the number during the drag, some of them files from folders too. */
export function describeDrag({ types, items }: DragContent): string {
  if (!types.includes('Files')) return 'The text becomes an article of its own.';
  const files = [...items].filter(({ kind }) => kind === 'file');
  const entries = files.map((item) => item.webkitGetAsEntry?.() ?? null);
  const folders = entries.filter((entry) => entry?.isDirectory === true).length;
  const known = entries.length > 0 && !entries.includes(null);
  const where = (count: number): string =>
    count === 1 ? 'The original stays where it is.' : 'The originals stay where they are.';
  if (files.length === 0) return where(2);
  if (!known)
    return `${quantity(files.length, 'file or folder', 'files or folders')}. ${where(files.length)}`;
  const parts = [
    [files.length - folders, 'file'],
    [folders, 'folder'],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, what]) => quantity(count, what));
  return `${words.join(' and ')}. ${where(files.length)}`;
}
