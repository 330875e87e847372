import type { DateForm, Part, Unit, Which } from './forms.ts';
import { COUNT, countOf, MONTHS, monthNumber, WEEKDAYS, weekdayNumber } from './words.ts';

/** A span of text with what it says. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly form: DateForm;
}

interface Rule {
  readonly pattern: RegExp;
  /** Null where the words mean no date after all. `after` is what follows them in the sentence. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    before: string,
    after: string,
  ) => DateForm | null;
}

const PART =
  '(?:(?<part>early|earlier|mid|middle|late|later|the (?:start|beginning|end|middle) of)[ -](?:in )?)?';
const DAY_PART =
  '(?:[ -](?:early |late )?(?:morning|mornings|afternoon|evening|night)(?! Football| Live| Lights| Post| Fever))?';
const YEAR = '(?:1[89]|20)\\d\\d';

function partOf(word: string | undefined): Part | null {
  if (!word) return null;
  if (/^(?:early|the start|the beginning)/.test(word)) return word === 'earlier' ? 'past' : 'early';
  if (/^(?:late|the end)/.test(word)) return word === 'later' ? 'rest' : 'late';
  return 'mid';
}

function whichOf(word: string | undefined): Which {
  if (!word) return null;
  if (/^(?:last|past|previous)$/i.test(word)) return 'last';
  return /^(?:next|coming|following)$/i.test(word) ? 'next' : 'this';
}

const unitOf = (word: string | undefined): Unit =>
  word === 'decade' ? 'year' : ((word?.toLowerCase().replace(/s$/, '') ?? 'day') as Unit);
const timesTen = (word: string | undefined): number => (/^decade/.test(word ?? '') ? 10 : 1);

/** A number that is a year only by its form: "2000 people", "1984 miles". */
const COUNTED =
  /^[ -](?:people|persons|men|women|children|miles|kilomet|metres|meters|feet|dollars|euros|pounds|troops|soldiers|jobs|votes|homes|houses|tons|tonnes|words|pages|points|workers|employees|members|students|acres|hectares|degrees|calories|deaths|dead|cases|square|times|percent|million|billion)\b/i;
const NAMES_AN_OCCASION =
  /(?:Black|Super|Good|Bloody|Ash|Easter|Palm|Cyber|Holy|Shrove|Giving|News|Every|every|each|on a|any|Ruby) $/;
const MONTH_AS_NAME = /^ (?!(?:and|or)\b)[A-Z](?!merican|ouse|enate|emocrat|epublican)/;

const RULES: readonly Rule[] = [
  {
    // "February 2022", "late June of 2014".
    pattern: new RegExp(`\\b${PART}(?<month>${MONTHS})(?:,? | of )(?<year>${YEAR})\\b(?!,\\d)`, 'gi'),
    read: ({ part, month = '', year }, _before, after) =>
      /^[A-Z]/.test(month) && !COUNTED.test(after)
        ? {
            type: 'month',
            year: Number(year),
            month: monthNumber(month),
            which: null,
            part: partOf(part?.toLowerCase()),
          }
        : null,
  },
  {
    pattern: new RegExp(
      `(?<lead>\\b(?:in|since|until|till|by|during|through|from|before|after|last|this|next|past|early|mid|late|earlier|later|coming|come|of|for|back in|as (?:early|late|soon|recently) as|the|an?|his|her|its|their|our|${"[A-Za-z]+[’']s"})[ -])(?<month>${MONTHS})\\b(?! ?\\d)`,
      'gi',
    ),
    read: readMonth,
  },
  {
    // "November elections", where no word before tells.
    pattern: new RegExp(
      `(?<![A-Z][a-z]+ )\\b(?<month>${MONTHS.replace('March|', '').replace('May|', '')})(?:’s|'s)?(?= [a-z]|[,.]| –)(?! ?\\d)`,
      'g',
    ),
    read: ({ month = '' }) => ({
      type: 'month',
      year: null,
      month: monthNumber(month),
      which: null,
      part: null,
    }),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?<which>last|past|this|next|coming|previous|following) )?(?:late |early )?(?<day>${WEEKDAYS})(?:’s|'s)?${DAY_PART}\\b(?! Times\\b| Mirror\\b| Telegraph\\b| Mail\\b| Mass\\b)`,
      'gi',
    ),
    read: ({ which, day = '' }, before, after) =>
      !/^[A-Z][a-z]/.test(day) || NAMES_AN_OCCASION.test(before) || /^[’'”"] (?:show|program)/.test(after)
        ? null
        : { type: 'weekday', weekday: weekdayNumber(day), which: whichOf(which) },
  },
  {
    pattern:
      /\b(?:(?:earlier|later|early|late|also) )?(?<word>today|tonight|yesterday|tomorrow|this (?:very )?(?:morning|afternoon|evening)|last (?:night|evening)|(?:earlier|later) in the day|the day before yesterday|the day after tomorrow)(?:’s|'s)?(?: (?:morning|afternoon|evening|night))?\b/gi,
    read: readDeictic,
  },
  {
    // "earlier this week", "late last month", "the end of the year".
    pattern: new RegExp(
      `\\b${PART}(?<which>last|this past|the past|past|this coming|this|next|the coming|the previous|the next|the current)[ -](?<unit>week|weekend|month|year|decade)\\b(?:’s|'s)?(?! (?:old|or so)\\b)`,
      'gi',
    ),
    read: readPeriod,
  },
  {
    pattern: /\b(?:the )?(?<part>end|start|beginning|middle) of (?:the|this) (?<unit>week|month|year)\b/gi,
    read: ({ part, unit }) => ({
      type: 'period',
      unit: unitOf(unit),
      offset: 0,
      part: part?.toLowerCase() === 'end' ? 'late' : part?.toLowerCase() === 'middle' ? 'mid' : 'early',
    }),
  },
  {
    pattern: /\b(?:over|at|during) the (?:long |holiday )?weekend\b(?! of\b)/gi,
    read: () => ({ type: 'weekend' }),
  },
  {
    pattern: /\b(?<part>later|earlier) (?:in )?(?:the|that) (?<unit>week|month|year)\b/gi,
    read: ({ part, unit }) => ({
      type: 'period',
      unit: unitOf(unit),
      offset: 0,
      part: partOf(part?.toLowerCase()),
    }),
  },
  {
    pattern: /\b(?:the|in) (?:coming|next few) (?<unit>days|weeks|months)\b/gi,
    read: ({ unit }) => ({
      type: 'from-now',
      unit: unitOf(unit),
      offset: unit?.toLowerCase() === 'days' ? 4 : 2,
      vague: true,
    }),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:about|nearly|almost|around|some|more than|over|just) )?(?<count>${COUNT}) (?<unit>days?|weeks?|months?|years?|decades?) (?:ago|prior)\\b(?! to)`,
      'gi',
    ),
    read: ({ count = '', unit }) => fromNow(count, unit, -1),
  },
  {
    pattern: new RegExp(
      `\\b(?:within|in|over|during) (?:the )?(?<way>past|last|next|coming) (?<count>${COUNT}) (?<unit>days|weeks|months|years)\\b`,
      'gi',
    ),
    read: ({ way = '', count = '', unit }) => {
      const back = whichOf(way) === 'last';
      const { count: many } = countOf(count);
      return many > 0 ? { type: 'span', unit: unitOf(unit), offset: back ? -many : many } : null;
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:in|within) (?:about |just |another |as little as )?(?<count>${COUNT}) (?<more>more )?(?<unit>days?|weeks?|months?|years?)(?:[’']? time)?\\b(?! (?:of|as|before|after|old)\\b)`,
      'gi',
    ),
    read: ({ count = '', unit }) => fromNow(count, unit, 1),
  },
  {
    pattern: new RegExp(
      `\\b(?<count>${COUNT}) (?<unit>days?|weeks?|months?|years?) (?:from (?:now|today)|hence)\\b`,
      'gi',
    ),
    read: ({ count = '', unit }) => fromNow(count, unit, 1),
  },
  {
    pattern: /\bthe (?<way>next|following|previous|same) (?<unit>day|morning|afternoon|evening|night)\b/gi,
    read: ({ way = '' }) =>
      fromNamed(/next|following/i.test(way) ? 1 : /previous/i.test(way) ? -1 : 0, 'day'),
  },
  {
    pattern:
      /\b(?:(?:later|earlier|on) )?(?:that|the same) (?:same )?(?:day|morning|afternoon|evening|night)\b/gi,
    read: () => fromNamed(0, 'day'),
  },
  {
    pattern:
      /\bthe (?<unit>day|week|month|year) (?<way>before|after)(?=[,.;:”"]| (?:that|by|in|at|on|with|and|but)\b|$)/gi,
    read: ({ unit, way }) => fromNamed(way?.toLowerCase() === 'after' ? 1 : -1, unit),
  },
  {
    pattern: new RegExp(
      `\\b(?:just |only |about )?(?<count>${COUNT}) (?<unit>days?|weeks?|months?|years?) (?<way>later|earlier|afterward|afterwards|beforehand|before(?=[,.;]|$))\\b(?! than)`,
      'gi',
    ),
    read: ({ count = '', unit, way }) => {
      const { count: many, vague } = countOf(count);
      return fromNamed(/later|after/i.test(way ?? '') ? many : -many, unit, vague);
    },
  },
  {
    pattern:
      /\b(?:for|entering|into|in|on) (?:a|their|its|his|her|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:straight |consecutive |successive |full )?day\b(?! of\b| in\b)/gi,
    read: () => ({ type: 'repeated-day' }),
  },
  {
    pattern:
      /\b(?:a|their|its|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:straight|consecutive|successive) day\b/gi,
    read: () => ({ type: 'repeated-day' }),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?<which>last|this|next|this past|this coming|the following) |the |early |late |mid-)?(?<season>spring|summer|autumn|fall|winter)(?:’s|'s)?(?:(?: of)? (?<year>${YEAR}))?\\b`,
      'gi',
    ),
    read: ({ which, season = '', year }) => {
      if (!which && !year) return null;
      const month = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[season.toLowerCase()] ?? 3;
      return {
        type: 'season',
        year: year ? Number(year) : null,
        month,
        which: whichOf(which?.split(' ').pop()),
      };
    },
  },
  {
    pattern:
      /\bon the (?<day>[12]?\d|3[01])(?:st|nd|rd|th)(?=[,.;:]| (?:and|to|at|when|but|with|after|before|as|by|in)\b|$)/gi,
    read: ({ day }) => ({ type: 'day-of-month', day: Number(day) }),
  },
  {
    pattern: /\b9\/11\b|\bSept(?:\.|ember) 11(?:th)?(?=,? (?:terror|attack|hijack|commission|victims))/g,
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

function readMonth(
  { lead = '', month = '' }: Readonly<Record<string, string | undefined>>,
  before: string,
  after: string,
): DateForm | null {
  if (!/^[A-Z][a-z]/.test(month)) return null;
  const word = lead.trim().toLowerCase().replace(/-$/, '');
  const verbToo = month === 'March' || month === 'May';
  const time =
    /^(?:in|since|until|till|by|during|through|from|before|after|last|this|next|past|early|mid|late|earlier|later|coming|come|of|back in|as .*)$/.test(
      word,
    );
  if (!time && verbToo && !/^ [a-z]/.test(after)) return null;
  if (
    verbToo &&
    /^(?:of|from|by|for|after|before)$/.test(word) &&
    !/^(?:[,.;]|$| (?:to|and|through|until)\b)/.test(after)
  )
    return null;
  if (verbToo && /^ (?:on|for) [A-Z]/.test(after)) return null;
  // "April Ryan", "June Carter".
  if (MONTH_AS_NAME.test(after) && !time) return null;
  const part = /^(?:early|mid|late|earlier|later)$/.test(word) ? partOf(word) : null;
  const which = /\b(last|this|next|past) (?:early |late |mid-?)?$/i.exec(before)?.[1] ?? word;
  return {
    type: 'month',
    year: null,
    month: monthNumber(month),
    which: /^(?:last|this|next|past|coming)$/i.test(which) ? whichOf(which) : null,
    part,
  };
}

function readDeictic({ word = '' }: Readonly<Record<string, string | undefined>>): DateForm {
  const lower = word.toLowerCase();
  const offset =
    lower === 'the day before yesterday'
      ? -2
      : lower === 'the day after tomorrow'
        ? 2
        : lower === 'yesterday' || lower.startsWith('last ')
          ? -1
          : lower === 'tomorrow'
            ? 1
            : 0;
  return { type: 'from-now', unit: 'day', offset, vague: false };
}

function readPeriod({
  part,
  which = '',
  unit,
}: Readonly<Record<string, string | undefined>>): DateForm | null {
  const way = whichOf(which.toLowerCase().split(' ').pop());
  const offset = way === 'last' ? -1 : way === 'next' ? 1 : 0;
  if (unit?.toLowerCase() === 'decade') return null;
  // "the past week" runs up to now, and "the next year" begins now.
  if (/^the (?:past|next)$/i.test(which)) return { type: 'span', unit: unitOf(unit), offset };
  if (/^this past$/i.test(which) && unitOf(unit) !== 'weekend')
    return { type: 'period', unit: unitOf(unit), offset: -1, part: null };
  return { type: 'period', unit: unitOf(unit), offset, part: partOf(part?.toLowerCase()) };
}

function readYear(
  { part, year = '', last }: Readonly<Record<string, string | undefined>>,
  before: string,
  after: string,
): DateForm | null {
  if (
    COUNTED.test(after) ||
    (/\b(?:about|some|nearly|almost|over|than|least|No\.|Route|Highway|Windows|page|section|room) $/i.test(
      before,
    ) &&
      /^ [a-z]/.test(after))
  )
    return null;
  const first = Number(year);
  const end =
    last === undefined
      ? null
      : last.length === 4
        ? Number(last)
        : Math.floor(first / 100) * 100 + Number(last);
  if (end !== null && end <= first) return null;
  return { type: 'year', year: first, last: end, part: partOf(part?.toLowerCase()) };
}

function fromNow(count: string, unit: string | undefined, sign: 1 | -1): DateForm | null {
  const { count: many, vague } = countOf(count);
  const offset = sign * many * timesTen(unit);
  return many > 0
    ? {
        type: 'from-now',
        unit: /^decade/.test(unit ?? '') ? 'year' : unitOf(unit),
        offset,
        vague: vague || /^decade/.test(unit ?? ''),
      }
    : null;
}

function fromNamed(offset: number, unit: string | undefined, vague = false): DateForm {
  return { type: 'from-named', unit: unitOf(unit), offset, vague };
}

/** Without one of these there is no date in a sentence. */
const GATE = new RegExp(
  `\\d|day|night|morning|afternoon|evening|week|month|year|ago|decade|spring|summer|autumn|fall|winter|${MONTHS}`,
  'i',
);

/** Every reading of every rule; they may overlap. */
export function findEnglish(text: string): Found[] {
  if (!GATE.test(text)) return [];
  const found: Found[] = [];
  for (const { pattern, read } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const before = text.slice(Math.max(0, match.index - 30), match.index);
      const form = read(match.groups ?? {}, before, text.slice(end, end + 40));
      if (form) found.push({ start: match.index, end, form });
    }
  }
  return found;
}
