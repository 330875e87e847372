const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const ZONE = '(?: ?(z|utc|gmt|[+-]\\d{2}:?\\d{2}))?';
const CLOCK = `(?:(?:,| at|[ t]| [-–|·])\\s?(\\d{1,2})[:.](\\d{2})(?::\\d{2}(?:\\.\\d+)?)? ?(a\\.?m\\.?|p\\.?m\\.?)?${ZONE})?`;

interface Form {
  readonly pattern: RegExp;
  /** Which groups hold the year, the month and the day. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const FORMS: readonly Form[] = [
  { pattern: new RegExp(`^${WEEKDAY}(\\d{4})-(\\d{2})-(\\d{2})${CLOCK}$`), year: 1, month: 2, day: 3 },
  { pattern: new RegExp(`^${WEEKDAY}(\\d{4})/(\\d{1,2})/(\\d{1,2})${CLOCK}$`), year: 1, month: 2, day: 3 },
  {
    pattern: new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (\\d{4})${CLOCK}$`),
    year: 3,
    month: 2,
    day: 1,
  },
  {
    pattern: new RegExp(`^${WEEKDAY}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${CLOCK}$`),
    year: 3,
    month: 1,
    day: 2,
  },
  {
    pattern: new RegExp(`^${WEEKDAY}(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})${CLOCK}$`),
    year: 3,
    month: 2,
    day: 1,
  },
];
// 13/12/2025 can be read in one way only; 12/11/2025 in two, and is left alone.
const SLASHED = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${CLOCK}$`);

function monthNumber(text: string): number {
  const index = MONTHS.indexOf(text.slice(0, 3));
  return index >= 0 ? index + 1 : Number(text);
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

/** "T14:30Z" from the groups of a clock; empty where the text gives no time of day. */
function isoTime(hours?: string, minutes?: string, half?: string, zone?: string): string | null {
  if (hours === undefined || minutes === undefined) return '';
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.startsWith('p') ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59) return null;
  const offset = zone && /^[+-]/.test(zone) ? zone.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2') : zone ? 'Z' : '';
  return `T${String(hour).padStart(2, '0')}:${minutes}${offset}`;
}

/**
 * A date that a text states, as ISO 8601: "2025-12-15", or with the time of day and the zone where they are
 * stated too. Null for anything else, and for dates that can be read in two ways.
 */
export function parseDate(text: string): string | null {
  const line = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, (end) => (end.includes('.') ? '.' : ''))
    .trim();
  const candidates = [line, line.replace(/\.$/, '')];
  for (const candidate of candidates) {
    if (candidate.length > 80) return null;
    for (const { pattern, year, month, day } of FORMS) {
      const found = pattern.exec(candidate);
      if (!found) continue;
      const date = isoDay(Number(found[year]), monthNumber(found[month] ?? ''), Number(found[day]));
      const time = isoTime(...found.slice(4));
      return date === null || time === null ? null : date + time;
    }
    const slashed = SLASHED.exec(candidate);
    if (slashed) {
      const first = Number(slashed[1]);
      const second = Number(slashed[2]);
      if (first <= 12 && second <= 12 && first !== second) return null;
      const date =
        first > 12 ? isoDay(Number(slashed[3]), second, first) : isoDay(Number(slashed[3]), first, second);
      const time = isoTime(...slashed.slice(4));
      return date === null || time === null ? null : date + time;
    }
  }
  return null;
}

const LABEL =
  /^(?:(?:first |originally |last )?(?:published|posted|updated|modified|issued|released|date)(?: on| at)?|on|as of)\s*:?\s+|^date:\s*/i;

/** The date of a line that is nothing but a date with its label: "Published: 15 December 2025". */
export function parseDateLine(line: string): { date: string; updated: boolean } | null {
  if (line.length > 120) return null;
  const text = line.trim().replace(/^\((.*)\)$/, '$1');
  const date = parseDate(text.replace(LABEL, ''));
  return date === null ? null : { date, updated: /^(?:last )?(?:updated|modified)/i.test(text) };
}
