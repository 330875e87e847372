import type { DateForm } from './forms.ts';
import { partOf, unitOf, whichOf, type Groups, type Rule, type RuleSet } from './rules.ts';
import { COUNT, countOf } from './words.ts';

const ABOUT = '(?:(?:about|nearly|almost|around|some|more than|over|just|only|another|as little as) )?';
const DAYS = '(?<unit>days?|weeks?|months?|years?|decades?)';
const NTH = '(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)';
const today = (offset: number): DateForm => ({ type: 'from-now', unit: 'day', offset, vague: false });

const RULES: readonly Rule[] = [
  {
    pattern:
      /\b(?:(?:earlier|later|early|late) )?(?<word>today|tonight|yesterday|tomorrow|this (?:very )?(?:morning|afternoon|evening)|last (?:night|evening)|(?:earlier|later) in the day|the day before yesterday|the day after tomorrow)(?:[’']s)?(?: (?:morning|afternoon|evening|night))?\b/gi,
    read: ({ word = '' }, before, after) => {
      if (/\bUSA $/.test(before) || /^[’'”"]? [Ss]how\b/.test(after)) return null;
      const lower = word.toLowerCase();
      if (lower === 'the day before yesterday') return today(-2);
      if (lower === 'the day after tomorrow') return today(2);
      if (lower === 'tomorrow') return today(1);
      return today(lower === 'yesterday' || lower.startsWith('last ') ? -1 : 0);
    },
  },
  {
    // Not "overnight success": what follows is no noun.
    pattern:
      /\b(?:overnight(?=[,.;:”"]|$| (?:in|on|and|as|because|after|before|by|at|to|but|from|for|when|while|with|that|into|of)\b)|(?:during|in|through) the night)\b/gi,
    read: (_groups, before) =>
      /\b(?:an?|the|his|her|their|its|every) $/i.test(before)
        ? null
        : { type: 'range', from: today(-1), to: today(0) },
  },
  {
    // "earlier this week", "late last month".
    pattern:
      /\b(?:(?<part>early|earlier|mid|late|later)[ -](?:in )?)?(?<which>last|this past|this coming|this|next|the coming|the current)[ -](?<unit>weekend|week|month|year)\b(?:[’']s)?(?! (?:old|or so)\b)/gi,
    read: ({ part, which = '', unit }, before) => {
      const way = whichOf(which.split(' ').pop());
      const offset = way === 'last' ? -1 : way === 'next' ? 1 : 0;
      // "in the last year" runs up to now.
      if (/\b(?:in|over|during|within|for) the $/i.test(before))
        return { type: 'span', unit: unitOf(unit), offset };
      return { type: 'period', unit: unitOf(unit), offset, part: partOf(part) };
    },
  },
  {
    pattern: /\bthe (?<which>past|next) (?<unit>week|month|year)\b/gi,
    read: ({ which, unit }) => ({
      type: 'span',
      unit: unitOf(unit),
      offset: which?.toLowerCase() === 'past' ? -1 : 1,
    }),
  },
  {
    pattern:
      /\b(?:(?<part>later|earlier) (?:in )?(?:the|that)|(?:the )?(?<edge>end|start|beginning|middle) of (?:the|this)) (?<unit>week|month|year)\b/gi,
    read: ({ part, edge, unit }) => {
      const of: DateForm = {
        type: 'period',
        unit: unitOf(unit),
        offset: 0,
        part: edge === 'middle' ? 'mid' : partOf(part),
      };
      return edge === undefined || edge === 'middle' || of.unit === 'week'
        ? of
        : { type: 'edge', of, edge: edge === 'end' ? 'end' : 'start' };
    },
  },
  {
    pattern: /\b(?:over|at|during) the (?:long |holiday )?weekend\b(?! of\b)/gi,
    read: () => ({ type: 'weekend' }),
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
    pattern: new RegExp(`\\b${ABOUT}(?<count>${COUNT}) ${DAYS} (?:ago|prior(?! to))\\b`, 'gi'),
    read: (groups) => counted(groups, -1),
  },
  {
    pattern: new RegExp(
      `\\b(?:within|in|over|during) (?:the )?(?<way>past|last|next|coming) (?<count>${COUNT}) ${DAYS}\\b`,
      'gi',
    ),
    read: ({ way, count = '', unit }) => {
      const { count: many } = countOf(count);
      return many > 0
        ? { type: 'span', unit: unitOf(unit), offset: whichOf(way) === 'last' ? -many : many }
        : null;
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:in|within) ${ABOUT}(?<count>${COUNT}) (?:more )?${DAYS}(?:[’']? time)?\\b(?! (?:of|as|before|after|old)\\b)`,
      'gi',
    ),
    read: (groups, before) => (/\b(?:times?|first|second|once) $/i.test(before) ? null : counted(groups, 1)),
  },
  {
    pattern: new RegExp(`\\b(?<count>${COUNT}) ${DAYS} (?:from (?:now|today)|hence)\\b`, 'gi'),
    read: (groups) => counted(groups, 1),
  },
  {
    pattern: /\bthe (?<way>next|following|previous|same) (?:day|morning|afternoon|evening|night)\b/gi,
    read: ({ way = '' }) => named(/next|following/i.test(way) ? 1 : /previous/i.test(way) ? -1 : 0, 'day'),
  },
  {
    pattern: /\bthe (?<way>following|previous) (?<unit>week|month|year)\b/gi,
    read: ({ way, unit }) => named(way?.toLowerCase() === 'following' ? 1 : -1, unit),
  },
  {
    pattern: /\b(?:(?:later|earlier|on) )?that (?:same )?(?:day|morning|afternoon|evening|night)\b/gi,
    read: () => named(0, 'day'),
  },
  {
    pattern:
      /\bthe (?<unit>day|week|month|year) (?<way>before|after)(?=[,.;:”"]| (?:that|by|in|at|on|with|and|but)\b|$)/gi,
    read: ({ unit, way }) => named(way?.toLowerCase() === 'after' ? 1 : -1, unit),
  },
  {
    pattern: new RegExp(
      `\\b(?:just |only |about )?(?<count>${COUNT}) ${DAYS} (?<way>later|earlier|afterwards?|beforehand|before(?=[,.;]|$))\\b(?! than)`,
      'gi',
    ),
    read: ({ count = '', unit, way = '' }) => {
      const { count: many, vague } = countOf(count);
      return named((/later|after/i.test(way) ? many : -many) * tensOf(unit), unit, vague);
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:for|entering|into|in|on) (?:a|their|its|his|her|the) ${NTH} (?:straight |consecutive |successive |full )?day|(?:a|their|its|the) ${NTH} (?:straight|consecutive|successive) day)\\b(?! of\\b| in\\b)`,
      'gi',
    ),
    read: () => ({ type: 'this-day', opening: false }),
  },
  {
    // "The visit came a day after he had met his team": that day lies back.
    pattern: new RegExp(
      `(?<=[\\p{L},] )(?:just |only )?(?<count>${COUNT}) days? (?<way>after|before)(?= (?!that\\b)[\\p{L}])`,
      'gu',
    ),
    read: ({ count = '', way }, _before, after) => {
      const { count: many, vague } = countOf(count);
      // "The hall that a day before had been full".
      const back = way === 'after' || /^ (?:had|has|was|were)\b/.test(after);
      return { ...named(back ? -many : many, 'day', vague), orNow: true };
    },
  },
  {
    // "Two days after the ferry sank, the harbour is closed": the news is of the day of writing.
    pattern: new RegExp(
      `^(?:Just |Only |Nearly |About )?(?<count>${COUNT}) ${DAYS} (?:after|since)\\b`,
      'gi',
    ),
    read: () => ({ type: 'this-day', opening: true }),
  },
];

/** Expressions that count from the day of writing or from a date named before. */
export const RELATIVE: readonly RuleSet[] = [
  { needs: /day|night|morning|afternoon|evening|week|month|year|decade|morrow/i, rules: RULES },
];

const tensOf = (unit = ''): number => (/^decade/i.test(unit) ? 10 : 1);

function counted({ count = '', unit }: Groups, sign: 1 | -1): DateForm | null {
  const { count: many, vague } = countOf(count);
  const tens = tensOf(unit);
  return many > 0
    ? { type: 'from-now', unit: unitOf(unit), offset: sign * many * tens, vague: vague || tens > 1 }
    : null;
}

function named(
  offset: number,
  unit: string | undefined,
  vague = false,
): Extract<DateForm, { type: 'from-named' }> {
  return { type: 'from-named', unit: unitOf(unit), offset, vague, orNow: false };
}
