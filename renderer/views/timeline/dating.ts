import type { Dating } from '../../../electron/api/index.ts';
import { dayText } from '../../parts/dates.ts';

const ORIGINS: Readonly<Record<Exclude<Dating['origin'], 'stated'>, string>> = {
  corrected: 'set by you',
  inferred: 'inferred',
  unknown: 'not known',
};

/** "15 December 2025" where the file says so, else "15 December 2025, inferred"; "date not known". */
export function datingText({ date, origin }: Dating): string {
  if (date === null) return 'date not known';
  return origin === 'stated' ? dayText(date) : `${dayText(date)}, ${ORIGINS[origin]}`;
}
