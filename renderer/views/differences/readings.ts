import type { Claim, Discrepancy, Reading as ReadingOfPoint } from '../../../electron/api/index.ts';
import { nearby, passageOf, type Passage } from '../../parts/passage.ts';
import type { Reading } from '../../state/reading.svelte.ts';
import type { Voice } from '../../state/reading-support.ts';

/** One reading of a point, as it is shown: the words of one account, and who else reads it so. */
export interface ShownReading {
  readonly at: Claim['value'];
  readonly passage: Passage;
  /** Those that speak, in the order of the letters. */
  readonly voices: readonly Voice[];
}

/** The readings of a point side by side. */
export function readingsOf(reading: Reading, { readings }: Discrepancy): readonly ShownReading[] {
  return readings.map((each) => shown(reading, each));
}

function shown(reading: Reading, { claims }: ReadingOfPoint): ShownReading {
  const [{ value, context }, ...others] = claims;
  // Until its article is there, the words that differ stand alone.
  const text = reading.shelf.textOf(value.articleId, value.sentenceId);
  const passage =
    text === null
      ? { opened: false, before: '', value: value.text, after: '', closed: false }
      : passageOf(text, nearby(text, context, value), value);
  const voices = reading
    .voicesOn(
      value,
      others.map((claim) => claim.value),
    )
    .filter(({ stance }) => stance !== 'silent');
  return { at: value, passage, voices };
}
