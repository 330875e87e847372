import type { Dropped } from './dropped.ts';

/** A file to be imported, with the place it had among what was dropped. */
export interface FoundFile {
  /** Forward slashes, starting with the dropped folder's own name. */
  readonly relativePath: string;
  /** Rejects when the file cannot be read, or is gone. */
  file(): Promise<File>;
}

const isHidden = (name: string): boolean => name.startsWith('.');

/** Every file of a drop, folders walked to the bottom. Hidden files inside folders are passed over. */
export async function walk(dropped: Dropped): Promise<readonly FoundFile[]> {
  if (dropped.entries.length === 0) return dropped.files.map(plain);
  const found: FoundFile[] = [];
  for (const entry of dropped.entries) await walkEntry(entry, found);
  return found;
}

function plain(file: File): FoundFile {
  return { relativePath: file.webkitRelativePath || file.name, file: () => Promise.resolve(file) };
}

async function walkEntry(entry: FileSystemEntry, found: FoundFile[]): Promise<void> {
  const relativePath = entry.fullPath.replace(/^\/+/u, '');
  if (isFile(entry)) {
    found.push({ relativePath, file: () => new Promise((resolve, reject) => entry.file(resolve, reject)) });
  } else if (isFolder(entry)) {
    let children: readonly FileSystemEntry[];
    try {
      children = await childrenOf(entry);
    } catch (reason) {
      // The folder is answered for like a file that cannot be read.
      found.push({ relativePath, file: () => Promise.reject(reason as Error) });
      return;
    }
    for (const child of children) if (!isHidden(child.name)) await walkEntry(child, found);
  }
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  // A reader gives at most a hundred entries at a time and ends with none.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) break;
    children.push(...batch);
  }
  return children.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
