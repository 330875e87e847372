import { lowerOf } from './quantity-words.ts';
import type { Token } from './tokens.ts';

/** What has become of people: counted without a noun. */
export const FATES: Readonly<Record<string, string>> = {
  dead: 'dead', killed: 'dead', deaths: 'dead', fatalities: 'dead', died: 'dead', dying: 'dead',
  injured: 'injured', wounded: 'injured', hurt: 'injured', injuries: 'injured', hospitalized: 'injured',
  missing: 'missing', arrested: 'arrested', detained: 'arrested', arrests: 'arrested', displaced: 'displaced',
}; // prettier-ignore

/** Who is counted where the point is what became of them. */
const PEOPLE = new Set(
  'peopl person man men woman women child children life live passeng other victim civilian soldier troop polic offic peop student worker'.split(
    ' ',
  ),
);
const LINKS =
  /^(?:of|others?|more|people|were|was|are|is|been|had|have|has|being|still|reported|confirmed|feared|presumed|believed|listed|remain|remained|as|also|either|or)$/;
const BEFORE: Readonly<Record<string, string>> = {
  killed: 'dead', killing: 'dead', kills: 'dead', kill: 'dead', claimed: 'dead', claiming: 'dead',
  injured: 'injured', injuring: 'injured', wounded: 'injured', wounding: 'injured', injures: 'injured',
  arrested: 'arrested', arresting: 'arrested', detained: 'arrested', detaining: 'arrested',
}; // prettier-ignore
const BOUNDS =
  /^(?:at|least|about|around|some|more|than|over|nearly|almost|as|many|up|to|an|estimated|approximately)$/;

/**
 * What became of the people a number counts, where it is said within a few words: "14 people were killed",
 * "nine others are missing", "killing at least 14". `unit` is what the number counts as far as is known.
 */
export function fateOf(tokens: readonly Token[], first: number, last: number, unit: string): string | null {
  if (unit && !PEOPLE.has(unit)) return null;
  for (let i = last + 1; i < Math.min(tokens.length, last + 6); i++) {
    const word = lowerOf(tokens[i]);
    const fate = FATES[word];
    if (fate) return fate;
    if (!LINKS.test(word)) break;
  }
  for (let i = first - 1; i >= Math.max(0, first - 5); i--) {
    const word = lowerOf(tokens[i]);
    const fate = BEFORE[word];
    if (fate) return fate;
    if (!BOUNDS.test(word)) break;
  }
  return null;
}
