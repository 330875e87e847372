import type { Dating } from '../../../electron/api/index.ts';
import { dayText } from '../../parts/dates.ts';

const ORIGINS: Readonly<Record<Dating['origin'], string>> = {
  stated: 'stated',
  corrected: 'set by you',
  inferred: 'inferred',
  unknown: 'not known',
};

/** "15 December 2025, inferred", "date not known" */
export function datingText({ date, origin }: Dating): string {
  return date === null ? `date ${ORIGINS.unknown}` : `${dayText(date)}, ${ORIGINS[origin]}`;
}
