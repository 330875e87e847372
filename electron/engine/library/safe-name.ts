/** Bytes of UTF-8 that one name may have on the file systems in use. */
const MAX_BYTES = 255;
const MAX_DEPTH = 32;
const FALLBACK = 'Untitled';

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|[. ])/i;

const encoder = new TextEncoder();

export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** The longest beginning of a text that fits into some bytes, cut between characters as readers see them. */
function fitting(text: string, bytes: number): string {
  let result = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    used += byteLength(segment);
    if (used > bytes) break;
    result += segment;
  }
  return result;
}

/** A name as its stem and its extension with the point; what is longer than twenty characters is no extension. */
export function splitName(name: string): { readonly stem: string; readonly extension: string } {
  const extension = /(?<=[^.])\.[^.\s]{1,20}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - extension.length), extension };
}

/** The name with something between stem and extension, the stem shortened until the whole fits. */
export function withSuffix(name: string, suffix: string): string {
  const { stem, extension } = splitName(name);
  const room = MAX_BYTES - byteLength(suffix) - byteLength(extension);
  const shortened = byteLength(stem) <= room ? stem : fitting(stem, room).replace(/[. ]+$/, '');
  return `${shortened === '' ? FALLBACK : shortened}${suffix}${extension}`;
}

/** One name of a file or folder that every system accepts and no system reads as something else. */
export function safeName(name: string): string {
  const cleaned = name
    .toWellFormed()
    .normalize('NFC')
    // Controls, marks that turn the direction of writing (they can hide an extension), and what separates lines.
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    // Leading points hide a file, leading tildes mark temporary ones; Windows drops points and spaces at the end.
    .replace(/^[. ~]+|[. ]+$/g, '');
  const named = cleaned === '' ? FALLBACK : cleaned;
  return withSuffix(RESERVED.test(named) ? `_${named}` : named, '');
}

/**
 * A path below the library's folder from any text: forward slashes, every part safe, nothing that leads
 * out of the folder.
 */
export function safePath(path: string): string {
  const names = path
    .replace(/^\\\\[?.]\\/, '')
    .replace(/^[A-Za-z]:/, '')
    .split(/[/\\]+/)
    .filter((name) => !/^[. ]*$/.test(name));
  if (names.length === 0) return FALLBACK;
  // What lies too deep keeps its nearest folders.
  return names.slice(-MAX_DEPTH).map(safeName).join('/');
}

/** Names that some file systems hold for the same. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
