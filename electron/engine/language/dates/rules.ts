import type { DateForm, Part, Unit, Which } from './forms.ts';

/** A span of text with what it says. Offsets are UTF-16, end exclusive. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly form: DateForm;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** A kind of expression: words that may be one, and what they say where they are. */
export interface Rule {
  /** Global. Its groups are in lower case when they are read, names of months and days excepted. */
  readonly pattern: RegExp;
  /** Null where the words mean no date after all. `before` and `after` are the text around them. */
  readonly read: (groups: Groups, before: string, after: string) => DateForm | null;
}

/** Rules that can find something only in a text that `needs` matches: most sentences have no date. */
export interface RuleSet {
  readonly needs: RegExp;
  readonly rules: readonly Rule[];
}

const AROUND = 40;

/** Every reading of every rule; they may overlap. */
export function apply(sets: readonly RuleSet[], text: string): Found[] {
  return sets
    .filter(({ needs }) => needs.test(text))
    .flatMap(({ rules }) => rules.flatMap((rule) => found(rule, text)));
}

function found({ pattern, read }: Rule, text: string): Found[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - AROUND), match.index);
    const form = read(match.groups ?? {}, before, text.slice(end, end + AROUND));
    return form ? [{ start: match.index, end, form }] : [];
  });
}

/** Centuries that news speak of. */
export const YEAR = '(?:1[89]|20)\\d\\d';

export function partOf(word: string | undefined): Part | null {
  if (!word) return null;
  const lower = word.toLowerCase();
  if (lower === 'earlier') return 'past';
  if (lower === 'later') return 'rest';
  if (lower === 'early' || lower === 'late') return lower;
  return 'mid';
}

export function whichOf(word: string | undefined): Which {
  if (!word) return null;
  if (/^(?:last|past|previous)$/i.test(word)) return 'last';
  return /^(?:next|coming|following)$/i.test(word) ? 'next' : 'this';
}

/** Decades are counted as ten years by those who ask. */
export function unitOf(word = 'day'): Unit {
  const lower = word.toLowerCase();
  if (lower.startsWith('weekend')) return 'weekend';
  if (lower.startsWith('week')) return 'week';
  if (lower.startsWith('month')) return 'month';
  return /^(?:year|decade)/.test(lower) ? 'year' : 'day';
}
