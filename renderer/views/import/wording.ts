import type { ImportOutcome } from '../../../electron/api/index.ts';
import { counted } from '../../parts/words.ts';

/** "5 added, 1 known already, 1 could not be read"; parts that are nought are left out. */
export function importHeading(outcomes: readonly ImportOutcome[]): string {
  const count = (status: ImportOutcome['status']): number =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const parts = [
    [count('added'), 'added'],
    [count('duplicate'), 'known already'],
    [count('failed'), 'could not be read'],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, what]) => `${counted(number)} ${what}`);
  return words.length > 0 ? words.join(', ') : 'Nothing to add';
}

/** What became of one file, in a line. Why a file failed is its failure's own message. */
export function outcomeNote({ status, name, path, note, failure }: ImportOutcome): string {
  switch (status) {
    case 'failed':
      return failure?.message ?? 'It could not be read.';
    case 'duplicate':
      return path === undefined || path === name
        ? 'The same article is there already; not copied again'
        : `The same article as ${path}; not copied again`;
    case 'added':
      return ['Added', path === undefined || path === name ? undefined : `as ${path}`]
        .filter((part) => part !== undefined)
        .join(' ')
        .concat(note ? `; ${continuing(note)}` : '');
  }
}

/** A sentence as it goes on after a semicolon; names that are written large stay so. */
function continuing(note: string): string {
  return note.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (first) => first.toLowerCase());
}
