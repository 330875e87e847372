/** Words of English dates, as parts of regular expressions. */
export const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
export const WEEKDAYS = 'Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday';
const MONTH_NAMES = MONTHS.toLowerCase().split('|');
const WEEKDAY_NAMES = WEEKDAYS.toLowerCase().split('|');

/** From 1; 0 for other words. */
export const monthNumber = (word: string): number => MONTH_NAMES.indexOf(word.toLowerCase()) + 1;

/** 0 for Sunday; -1 for other words. */
export const weekdayNumber = (word: string): number => WEEKDAY_NAMES.indexOf(word.toLowerCase());

const COUNTS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);

export const COUNT =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|\\d{1,3}|a few|few|several|(?:a )?couple(?: of)?|a dozen)';

/** How many a word stands for, and whether it leaves that open: "a few" is about three. */
export function countOf(word: string): { count: number; vague: boolean } {
  const lower = word.toLowerCase();
  if (lower === 'a' || lower === 'an') return { count: 1, vague: false };
  if (lower.includes('couple')) return { count: 2, vague: true };
  if (lower === 'a dozen') return { count: 12, vague: true };
  if (/few/.test(lower)) return { count: 3, vague: true };
  if (lower === 'several') return { count: 4, vague: true };
  const tens = ['twenty', 'thirty', 'forty', 'fifty'].indexOf(lower);
  if (tens >= 0) return { count: (tens + 2) * 10, vague: false };
  return { count: COUNTS.get(lower) ?? Number(lower), vague: false };
}

const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
export const ORDINALS = ORDINAL_WORDS.join('|');

/** 1 for "first" and "1st"; NaN for other words. */
export function ordinalOf(word: string): number {
  const index = ORDINAL_WORDS.indexOf(word.toLowerCase());
  return index >= 0 ? index + 1 : Number.parseInt(word, 10);
}
