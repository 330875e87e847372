import { isDemonym, isPlace } from '../../../electron/engine/language/names-places.ts';
import { stem } from '../../../electron/engine/language/stems.ts';

/** Words that are near each other and never mean the same: Monday and Tuesday, forty and fifty. */
const NEVER = `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december day week month year hour minute second morning evening night today
tomorrow yesterday afternoon noon midnight decade century weekend monthly weekly daily yearly annual hourly nightly
time period era date season spring summer autumn fall winter moment instant term fortnight quarter birthday
anniversary old age aged zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
million billion trillion dozen score first third fourth fifth sixth seventh eighth ninth tenth last next former
latter half double triple pair couple single both twoscore threescore`;

const never = new Set(NEVER.split(/\s+/).map((word) => stem(word)));

/** Whether a word tells which of several rather than what: days, times, numbers, places and peoples. */
export const tellsWhich = (word: string): boolean =>
  never.has(stem(word)) || isDemonym(word) || isPlace(word);
