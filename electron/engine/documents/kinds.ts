/** How a file is read, by the ending of its name. */
export type Kind = 'text' | 'markdown' | 'html';

const KINDS: Record<string, Kind> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
};

/** Endings of file names that Synoptic reads, lower case, with their point. */
export const READABLE_EXTENSIONS: readonly string[] = Object.keys(KINDS);

/** The ending of a path's last part with its point, lower case; empty where it has none. */
export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const point = name.lastIndexOf('.');
  return point > 0 ? name.slice(point).toLowerCase() : '';
}

export function kindOf(path: string): Kind | null {
  return KINDS[extensionOf(path)] ?? null;
}

const KNOWN_TYPES: readonly (readonly [string, string])[] = [
  ['PDF documents', '.pdf'],
  ['Word documents', '.doc .docx .docm .dot .dotx'],
  ['OpenDocument files', '.odt .ods .odp .fodt'],
  ['rich-text documents', '.rtf'],
  ['Pages documents', '.pages'],
  ['e-books', '.epub .mobi .azw .azw3'],
  ['spreadsheets', '.xls .xlsx .xlsm .csv .tsv .numbers'],
  ['presentations', '.ppt .pptx .key'],
  ['e-mail messages', '.eml .msg .mbox'],
  ['pictures', '.png .jpg .jpeg .gif .webp .bmp .tif .tiff .svg .heic .avif .ico'],
  ['sound files', '.mp3 .wav .ogg .flac .m4a .aac'],
  ['films', '.mp4 .mov .avi .mkv .webm'],
  ['archives', '.zip .gz .tgz .bz2 .xz .7z .rar .tar'],
  ['programs', '.exe .dll .so .dmg .deb .msi .app'],
  ['web archives', '.mht .mhtml .webarchive .warc'],
  ['data files', '.json .xml .yaml .yml .sqlite .db'],
];

/** A sentence for the user on why a file of this type is not read. */
export function unsupportedMessage(path: string): string {
  const extension = extensionOf(path);
  const readable = 'Synoptic reads plain text, Markdown and HTML.';
  if (!extension) return `A file whose name has no ending cannot be read. ${readable}`;
  const known = KNOWN_TYPES.find(([, extensions]) => extensions.split(' ').includes(extension));
  const name = known ? `${known[0].charAt(0).toUpperCase()}${known[0].slice(1)}` : 'Files';
  return `${name} (${extension}) cannot be read yet. ${readable}`;
}

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a ZIP archive or an Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['a rich-text document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a gzip archive', [0x1f, 0x8b, 0x08]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['an XZ archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90, 0x00]],
  ['a database', [...'SQLite format 3'].map((letter) => letter.charCodeAt(0))],
  ['a sound file', [0x4f, 0x67, 0x67, 0x53, 0x00]],
];

/** What the first bytes say the file is, where they are of a type that is not text; else null. */
export function binaryType(bytes: Uint8Array): string | null {
  return MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}
