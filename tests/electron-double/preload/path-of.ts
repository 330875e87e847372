import type { KnownFile } from '../known-files.ts';

/** webUtils, `getPathForFile`: “the empty string” for a File that is not of the file system. */
export function pathOf(file: unknown, known: readonly KnownFile[]): string {
  if (!(file instanceof File))
    throw new TypeError('getPathForFile expected to receive a File object but one was not provided');
  const found = known.find(
    ({ name, size, lastModified }) =>
      name === file.name &&
      (size === null || size === file.size) &&
      (lastModified === null || lastModified === file.lastModified),
  );
  return found?.path ?? '';
}
