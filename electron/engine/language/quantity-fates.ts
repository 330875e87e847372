import { lowerOf } from './quantity-words.ts';
import type { Token } from './tokens.ts';

function listed(groups: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(groups).flatMap(([fate, words]) =>
      words.split(' ').map((word): [string, string] => [word, fate]),
    ),
  );
}

/** What has become of people: counted without a noun. */
export const FATES = listed({
  dead: 'dead killed deaths fatalities died dying perished',
  injured: 'injured wounded hurt injuries hospitalized hospitalised',
  missing: 'missing unaccounted',
  arrested: 'arrested detained arrests detainees',
  saved: 'rescued saved survived survivors plucked',
  displaced: 'displaced homeless',
  aboard: 'aboard',
});

/** The same in several words, which stand after the number and what it counts. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/^(?:lost|lose|losing) their li(?:ves|fe)\b/, 'dead'],
  [
    /^(?:of (?:them|whom) )?(?:\w+ )?in (?:an? |the )?(?:serious|critical|grave|severe|life-threatening) (?:but stable )?(?:condition|state)\b/,
    'critical',
  ],
  [/^(?:of (?:them|whom) )?(?:were |was )?in (?:the )?intensive care\b/, 'critical'],
  [/^(?:of (?:them|whom) )?(?:seriously|severely|critically|badly|gravely)\b/, 'critical'],
  [/^(?:could )?not (?:yet )?(?:be|been) (?:found|located|traced)\b/, 'missing'],
  [/^(?:in|into|taken into) (?:police )?custody\b/, 'arrested'],
  [/^(?:pulled|brought|hauled|picked)(?: \w+){0,2} (?:alive|out alive|to safety|from the)\b/, 'saved'],
  [/^on board\b/, 'aboard'],
  [
    /^on (?:the|a|an|his|her|its) (?:\w+ )?(?:ferry|ship|boat|plane|aircraft|airliner|jet|vessel|flight|liner|barge|dinghy|bus|coach|train)\b/,
    'aboard',
  ],
];

/** Who is counted where the point is what became of them. */
const PEOPLE = new Set(
  'peopl person man men woman women child children life live other victim civilian soldier troop polic offic peop student worker passeng travel demonstr protest support resid villag marcher suspect agent girl boy teenag youth reveler tourist migrant refuge prison hostag miner driver visitor pilgrim'.split(
    ' ',
  ),
);
const LINKS =
  /^(?:of|could|others?|more|people|were|was|are|is|been|had|have|has|being|still|reported|confirmed|feared|presumed|believed|listed|remain|remained|as|also|either|or)$/;
const BEFORE = listed({
  dead: 'killed killing kills kill claimed claiming',
  injured: 'injured injuring wounded wounding injures',
  arrested: 'arrested arresting detained detaining',
  saved: 'rescued rescuing saved saving',
});
const BOUNDS =
  /^(?:at|least|about|around|some|more|than|over|nearly|almost|as|many|up|to|an|estimated|approximately)$/;
const FARTHEST = 6;

function after(tokens: readonly Token[], last: number): string | null {
  for (let i = last + 1; i < Math.min(tokens.length, last + FARTHEST); i++) {
    const words = tokens
      .slice(i, i + FARTHEST)
      .map(lowerOf)
      .join(' ');
    const phrase = PHRASES.find(([pattern]) => pattern.test(words));
    if (phrase) return phrase[1];
    const word = lowerOf(tokens[i]);
    const fate = FATES.get(word);
    if (fate) return fate;
    if (!LINKS.test(word)) return null;
  }
  return null;
}

/**
 * What became of the people a number counts, where it is said within a few words: "14 people were killed",
 * "nine others are missing", "killing at least 14". `unit` is what the number counts as far as is known.
 */
export function fateOf(tokens: readonly Token[], first: number, last: number, unit: string): string | null {
  if (unit && !PEOPLE.has(unit)) return null;
  const fate = after(tokens, last);
  if (fate) return fate;
  for (let i = first - 1; i >= Math.max(0, first - FARTHEST); i--) {
    const word = lowerOf(tokens[i]);
    const before = BEFORE.get(word);
    if (before) return before;
    if (!BOUNDS.test(word)) break;
  }
  return null;
}
