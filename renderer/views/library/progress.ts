import type { Progress } from '../../../electron/api/index.ts';
import { counted } from '../../parts/words.ts';

const MINUTE = 60;
const HOUR = 3600;

/** Seconds as one would say them: "13 s left", "4 min left", "about 2 h left". */
export function leftText(seconds: number): string {
  if (seconds < 1) return 'nearly done';
  if (seconds < 100) return `${Math.round(seconds)} s left`;
  if (seconds < 1.5 * HOUR) return `${Math.round(seconds / MINUTE)} min left`;
  return `about ${Math.round(seconds / HOUR)} h left`;
}

/** "3,120 of 10,000 · 540 a second · 13 s left". Empty while the folder is not known. */
export function progressText({ done, total, rate, secondsLeft, paused }: Progress): string {
  if (total === 0) return '';
  const said = [`${counted(done)} of ${counted(total)}`];
  if (!paused && rate !== undefined && rate > 0) {
    said.push(
      rate < 1
        ? `${counted(Math.max(1, Math.round(rate * MINUTE)))} a minute`
        : `${counted(Math.round(rate))} a second`,
    );
  }
  if (!paused && secondsLeft !== undefined && Number.isFinite(secondsLeft)) said.push(leftText(secondsLeft));
  return said.join(' · ');
}
