import { partOf, whichOf, YEAR, type Groups, type Rule, type RuleSet } from './rules.ts';
import type { DateForm } from './forms.ts';
import { MONTHS, monthNumber, ORDINALS, ordinalOf, WEEKDAYS, weekdayNumber } from './words.ts';

/** A number that is a year only by its form: "2000 people", "(1940 GMT)". */
const COUNTED =
  /^[ -](?:people|persons|men|women|children|miles|kilomet|metres|meters|feet|dollars|euros|pounds|troops|soldiers|jobs|votes|homes|houses|tons|tonnes|words|pages|points|workers|employees|members|students|acres|hectares|degrees|calories|deaths|dead|cases|square|times|percent|million|billion|GMT|UTC|EST|EDT|CET|BST|hours|local time)\b/i;
const NUMBER_OF =
  /\b(?:about|some|nearly|almost|over|than|least|No\.|Route|Highway|Windows|page|section|room|number) $/i;
const NAMES_AN_OCCASION =
  /\b(?:Black|Super|Good|Bloody|Ash|Easter|Palm|Cyber|Holy|Shrove|Giving|Ruby|every|each|on a|any|most|some) $/i;
const DAY_PART =
  '(?<time>[ -](?:early |late )?(?:morning|afternoon|evening|night)(?! Football| Live| Lights| Post| Fever))?';
const TIME_BEFORE =
  /\b(?:in|since|until|till|by|during|through|from|before|after|come|of|back in|ahead of|early in|late in|between|and|to) (?:the )?$/i;
const OWNED_BEFORE = /(?:\b(?:the|an?|his|her|its|their|our|this|that)|[’']s) $/i;

const MONTH_RULES: readonly Rule[] = [
  {
    // "February 2022", "late June of 2014".
    pattern: new RegExp(
      `\\b(?:(?<part>early|mid|late)[ -])?(?<month>${MONTHS})(?:,? | of )(?<year>${YEAR})\\b(?!,\\d)`,
      'g',
    ),
    read: ({ part, month = '', year }, _before, after) =>
      COUNTED.test(after)
        ? null
        : { type: 'month', year: Number(year), month: monthNumber(month), which: null, part: partOf(part) },
  },
  {
    pattern: new RegExp(
      `\\b(?:(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|coming) )?(?:(?<part>[Ee]arly|[Mm]id|[Ll]ate|[Ee]arlier|[Ll]ater)[ -])?(?<month>${MONTHS})(?:[’']s)?\\b(?! ?\\d)`,
      'g',
    ),
    read: readMonth,
  },
  {
    // "the first of July", "the 4th of July".
    pattern: new RegExp(
      `\\b(?:the )?(?<day>${ORDINALS}|[123]?\\d(?:st|nd|rd|th)) (?:day )?of (?<month>${MONTHS})(?:,? (?<year>${YEAR}))?\\b`,
      'g',
    ),
    read: ({ day = '', month = '', year }) => {
      const number = ordinalOf(day);
      return number >= 1 && number <= 31
        ? {
            type: 'day',
            year: year === undefined ? null : Number(year),
            month: monthNumber(month),
            day: number,
            weekday: null,
          }
        : null;
    },
  },
];

const WEEKDAY_RULES: readonly Rule[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?<which>[Ll]ast|[Pp]ast|[Tt]his|[Nn]ext|coming) )?(?:[Ll]ate |[Ee]arly )?(?<day>${WEEKDAYS})(?:[’']s)?${DAY_PART}\\b(?! Times\\b| Mirror\\b| Telegraph\\b| Mail\\b| Mass\\b)`,
      'g',
    ),
    read: ({ which, day = '', time }, before, after) =>
      NAMES_AN_OCCASION.test(before) ||
      (time === undefined && /\bNews $/.test(before)) ||
      /^[’'”"] (?:show|program)/.test(after)
        ? null
        : { type: 'weekday', weekday: weekdayNumber(day), which: whichOf(which) },
  },
];

const SEASON_RULES: readonly Rule[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?<which>last|this|next|this past|this coming|the following) |(?<the>the )|early |late |mid-)?(?<season>spring|summer|autumn|fall|winter)(?:[’']s)?(?:(?: of)? (?<year>${YEAR}))?\\b(?! of\\b)`,
      'gi',
    ),
    read: readSeason,
  },
];

const NUMBER_RULES: readonly Rule[] = [
  {
    pattern:
      /\b(?:on|by|until|since|from) the (?<day>[12]?\d|3[01])(?:st|nd|rd|th)(?=[,.;:”"]| (?:and|to|at|when|but|with|after|before|as|by|in)\b|$)/gi,
    read: ({ day }) => ({ type: 'day-of-month', day: Number(day) }),
  },
  {
    pattern:
      /(?<=\b(?:since|after|before|on) )9\/11\b|\bSept(?:\.|ember) 11(?:th)?(?=,? (?:terror|attack|hijack|commission|victims))/g,
    read: () => ({ type: 'day', year: 2001, month: 9, day: 11, weekday: null }),
  },
  {
    // "the 1990s", "the mid-1980's".
    pattern: new RegExp(
      `\\b(?:the )?(?:(?<part>early|mid|late)[ -])?(?<year>(?:1[89]|20)\\d0)[’']?s\\b`,
      'gi',
    ),
    read: ({ part, year }) => {
      const first = Number(year);
      const [from, to] = { early: [0, 4], mid: [4, 6], late: [6, 9] }[part?.toLowerCase() ?? ''] ?? [0, 9];
      return { type: 'year', year: first + (from ?? 0), last: first + (to ?? 9), part: 'mid' };
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d.,/:$€£#_-]|[A-Z]-)\\b(?:(?<part>early|mid|late)[ -](?:in )?)?(?<year>${YEAR})(?:[-–/](?<last>\\d\\d|${YEAR})(?![\\d-]))?\\b(?![.,:]\\d|[-–]\\d|[%°′]|th\\b)`,
      'gi',
    ),
    read: readYear,
  },
];

/** Months, days of the week, years, seasons and calendar days that are not plain numbers. */
export const NAMED: readonly RuleSet[] = [
  { needs: new RegExp(MONTHS), rules: MONTH_RULES },
  { needs: new RegExp(WEEKDAYS), rules: WEEKDAY_RULES },
  { needs: /spring|summer|autumn|fall|winter/i, rules: SEASON_RULES },
  { needs: /\d/, rules: NUMBER_RULES },
];

/** "March" and "May" are words besides, "April" and "June" names. */
function readMonth({ which, part, month = '' }: Groups, before: string, after: string): DateForm | null {
  const dated = which !== undefined || part !== undefined || TIME_BEFORE.test(before);
  const wordToo = month === 'March' || month === 'May';
  const ends = /^(?:[,.;:”")]|$| [a-z–—-])/.test(after);
  if (wordToo) {
    const noun = OWNED_BEFORE.test(before) && /^ (?!on\b|for\b|in\b|of\b|be\b|have\b|not\b)[a-z]/.test(after);
    const preposition = /\b(?:in|since|until|till|during|through|early in|late in|between) $/i.test(before);
    if (
      which === undefined &&
      part === undefined &&
      !noun &&
      !preposition &&
      !(TIME_BEFORE.test(before) && /^(?:[,.;]|$| (?:to|and|through|until)\b)/.test(after))
    )
      return null;
    if (/^ (?:on|for) [A-Z]/.test(after)) return null;
  } else if (!dated && (!ends || /\p{Lu}\p{Ll}+ $/u.test(before)) && !OWNED_BEFORE.test(before)) return null;
  // "April Ryan", also after "by".
  if (!dated && /^ [A-Z]/.test(after) && !/^ (?:American|House|Senate|Democrat|Republican)/.test(after))
    return null;
  return { type: 'month', year: null, month: monthNumber(month), which: whichOf(which), part: partOf(part) };
}

function readSeason({ which, the, season = '', year }: Groups, before: string): DateForm | null {
  const when = the !== undefined && /\b(?:in|until|by|before|during|since|from|after|to) $/i.test(before);
  if (which === undefined && year === undefined && !when) return null;
  // "the fall" is more often another one.
  if (when && year === undefined && season.toLowerCase() === 'fall' && !/\b(?:in|until|by) $/i.test(before))
    return null;
  const month = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[season.toLowerCase()] ?? 3;
  return {
    type: 'season',
    year: year === undefined ? null : Number(year),
    month,
    which: whichOf(which?.split(' ').pop()),
  };
}

function readYear({ part, year = '', last }: Groups, before: string, after: string): DateForm | null {
  if (COUNTED.test(after) || (NUMBER_OF.test(before) && /^ [a-z]/.test(after))) return null;
  const first = Number(year);
  const end =
    last === undefined
      ? null
      : last.length === 4
        ? Number(last)
        : Math.floor(first / 100) * 100 + Number(last);
  return end !== null && end <= first ? null : { type: 'year', year: first, last: end, part: partOf(part) };
}
