/** What a drop, a paste or a file field gave, taken out of the event before it ends. */
export interface Dropped {
  /** Files as the browser gives them; a folder is among them where the platform lists it as a file. */
  readonly files: readonly File[];
  /** Files and folders as entries that can be walked; empty where there are none. */
  readonly entries: readonly FileSystemEntry[];
}

/** A selection of text, from another program or the clipboard. */
export interface DroppedText {
  readonly text: string;
  readonly html: string;
}

/** Must be called while the event is being handled: afterwards the transfer is empty. */
export function takeFiles(transfer: DataTransfer): Dropped {
  const files: File[] = [];
  const entries: FileSystemEntry[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const file = item.getAsFile();
    if (file) files.push(file);
    const entry = item.webkitGetAsEntry();
    if (entry) entries.push(entry);
  }
  // A transfer that a page made itself has files without entries.
  return entries.length < files.length ? { files, entries: [] } : { files, entries };
}

/** The words and the markup of a transfer; null where it has neither. */
export function takeText(transfer: DataTransfer): DroppedText | null {
  const text = transfer.getData('text/plain');
  const html = transfer.getData('text/html');
  return text.trim() === '' && html.trim() === '' ? null : { text, html };
}

/** The address, where the transfer is a link and nothing more: there is nothing to read in one. */
export function takeLink(transfer: DataTransfer): string | null {
  const address = transfer
    .getData('text/uri-list')
    .split(/\r?\n/u)
    .find((line) => line !== '' && !line.startsWith('#'));
  if (address === undefined) return null;
  const text = transfer.getData('text/plain').trim();
  return text === '' || text === address.trim() ? address : null;
}
