import type { Found } from './rules.ts';

interface Vocabulary {
  readonly months: readonly string[];
  /** What stands before a month that is meant as a date, its year aside. */
  readonly before: string;
  /** Between a month and its year. */
  readonly of: string;
  readonly since: string;
}

const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  de: {
    months: [
      'Januar',
      'Februar',
      'März',
      'April',
      'Mai',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'Dezember',
    ],
    before: 'im|seit|ab|bis|Anfang|Mitte|Ende',
    of: ' ',
    since: 'seit|im Jahr|im Jahre|Anfang|Ende|Mitte|bis',
  },
  fr: {
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    before: 'en|depuis|fin|début|mi',
    of: ' ',
    since: "en|depuis|fin|début|jusqu’en|jusqu'en",
  },
  es: {
    months: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'septiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
    before: 'en|desde',
    of: '(?: de | del | )',
    since: 'en|desde|de|desde el año',
  },
};

const RULES = new Map(
  Object.entries(VOCABULARIES).map(([language, { months, before, of, since }]) => {
    const month = months.join('|');
    return [
      language,
      {
        months,
        withYear: new RegExp(`(?<!\\p{L})(${month})${of}((?:1[89]|20)\\d\\d)(?![\\d.,]\\d)`, 'gu'),
        bare: new RegExp(`(?<!\\p{L})(?:${before})[ -](${month})(?!\\p{L})(?! \\d)`, 'giu'),
        year: new RegExp(`(?<!\\p{L})(?:${since}) ((?:1[89]|20)\\d\\d)(?![\\d.,-]\\d|\\d|\\p{L})`, 'giu'),
      },
    ] as const;
  }),
);

/**
 * Months and years in German, French and Spanish; nothing in other languages. Weekdays are left alone: their tense
 * is not known.
 */
export function findForeign(text: string, language: string): Found[] {
  const rules = RULES.get(language);
  if (!rules) return [];
  const found: Found[] = [];
  const number = (word = ''): number =>
    rules.months.findIndex((month) => month.toLowerCase() === word.toLowerCase()) + 1;
  for (const match of text.matchAll(rules.withYear)) {
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      form: { type: 'month', year: Number(match[2]), month: number(match[1]), which: null, part: null },
    });
  }
  for (const match of text.matchAll(rules.bare)) {
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      form: { type: 'month', year: null, month: number(match[1]), which: null, part: null },
    });
  }
  for (const match of text.matchAll(rules.year)) {
    const start = match.index + match[0].length - 4;
    found.push({
      start,
      end: start + 4,
      form: { type: 'year', year: Number(match[1]), last: null, part: null },
    });
  }
  return found;
}
