import type { Failure, FailureCode } from '../../api/index.ts';

/** Why files fail, as the reader is told. */
export const REASONS = {
  'too-large': ['too-large', 'This file is larger than 50 MB. Synoptic reads files up to that size.'],
  'outside-link': [
    'outside-library',
    'This link leads outside the library. Copy what it leads to into the library instead.',
  ],
  'dead-link': ['not-found', 'This link leads to nothing.'],
  'link-loop': ['unreadable', 'This link leads back to a folder that it is in.'],
  'dropped-link': ['unreadable', 'This is a link. Drop what it leads to instead.'],
  special: ['unsupported-type', 'This is a pipe, a socket or a device, not a file with text.'],
  archive: [
    'unsupported-type',
    'Archives (.asar) cannot be read. Synoptic reads plain text, Markdown and HTML.',
  ],
  'bad-name': ['unsafe-name', 'The name of this file is not valid Unicode. Rename it.'],
  'same-name': [
    'unsafe-name',
    'Another file here has the same name in other characters. Rename one of them.',
  ],
  'temporary-name': [
    'unsafe-name',
    'A file of this name belongs to the system or to another program, not to you.',
  ],
} as const satisfies Readonly<Record<string, readonly [FailureCode, string]>>;

export type Reason = keyof typeof REASONS;

export function failureFor(path: string, reason: Reason): Failure {
  const [code, message] = REASONS[reason];
  return { path, code, message };
}

export function errorCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

/** Whether an error says that there is nothing at the path. */
export function isMissing(thrown: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(thrown));
}

/** Whether it may be otherwise the next time, though nobody changes anything: a drive that was busy or away. */
export function mayPass(thrown: unknown): boolean {
  return !['EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG', 'ENXIO'].includes(errorCode(thrown));
}

const READING: Readonly<Record<string, readonly [FailureCode, string]>> = {
  ENOENT: ['not-found', 'This file is no longer there.'],
  ENOTDIR: ['not-found', 'This file is no longer there.'],
  EACCES: ['unreadable', 'You do not have permission to read this.'],
  EPERM: ['unreadable', 'You do not have permission to read this.'],
  EBUSY: ['unreadable', 'Another program is using this file. It is tried again by itself.'],
  EMFILE: ['unreadable', 'Too many files are open on this computer. It is tried again by itself.'],
  ENFILE: ['unreadable', 'Too many files are open on this computer. It is tried again by itself.'],
  ELOOP: ['unreadable', 'These links lead to one another and to no file.'],
  ENAMETOOLONG: ['unsafe-name', 'The path of this file is too long for the system.'],
  ENXIO: REASONS.special,
};

/** What went wrong in reading a file or listing a folder. */
export function readFailure(path: string, thrown: unknown): Failure {
  const code = errorCode(thrown);
  const [failureCode, message] = READING[code] ?? [
    'unreadable',
    `The disk could not read this${code ? ` (${code})` : ''}. It is tried again by itself.`,
  ];
  return { path, code: failureCode, message };
}

const WRITING: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room and try again.',
  EDQUOT: 'Your share of the disk is full. Make room and try again.',
  EACCES: 'The library’s folder may not be written to. Change its permissions or open another library.',
  EPERM: 'The library’s folder may not be written to. Change its permissions or open another library.',
  EROFS: 'The library’s disk can only be read. Open a library on another disk.',
  ENOENT: 'The library’s folder is no longer there.',
  ENOTDIR: 'The library’s folder is no longer there.',
  ENAMETOOLONG: 'The path of the copy would be too long for the system. Shorten the names of the folders.',
  EFBIG: 'The file is too large for the library’s disk.',
  EMFILE: 'Too many files are open on this computer. Close some programs and try again.',
  ENFILE: 'Too many files are open on this computer. Close some programs and try again.',
};

/** What went wrong in writing a copy into the library. */
export function writeFailure(path: string, thrown: unknown): Failure {
  const code = errorCode(thrown);
  const message = WRITING[code] ?? `The copy could not be written${code ? ` (${code})` : ''}. Try again.`;
  return { path, code: code === 'ENAMETOOLONG' ? 'unsafe-name' : 'unreadable', message };
}
