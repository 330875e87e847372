import type { AnalysedSentence } from '../../language/analysis.ts';
import { findQuantities, type Quantity } from '../../language/quantities.ts';
import { RELATIVE, TIMES } from '../../language/quantity-counted.ts';
import { FATES } from '../../language/quantity-fates.ts';
import type { Ground } from './ground.ts';

/** Hours in what a duration is measured in. */
const HOURS: Readonly<Record<string, number>> = {
  second: 1 / 3600,
  minute: 1 / 60,
  hour: 1,
  day: 24,
  week: 168,
  month: 730.5,
  year: 8766,
  decade: 87_660,
  century: 876_600,
};
/** People by whatever word: "people" of one account may be "persons" in another, but not "officers" and "children". */
const ANYBODY = new Set(['peopl', 'person']);
/** What became of people: of these every account of an event gives a total. */
const TOTALS = new Set([...FATES.values(), 'critical']);
/** Stems of units say nothing about what is measured. */
const UNIT_STEMS = new Set(
  'cent percent per dollar euro pound crown yen rubl year month week day hour minut second mile kilomet metr meter foot feet peopl person number about least more than million billion thousand hundr dozen'.split(
    ' ',
  ),
);

/** A quantity with what is needed to tell whether another one measures the same. */
export interface Count {
  readonly sentence: AnalysedSentence;
  readonly quantity: Quantity;
  /** Only quantities of one measure are compared. Empty where nothing tells what is counted. */
  readonly measure: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Stems around it, units and numbers left out, with what they weigh: the nearer and rarer the more. */
  readonly context: ReadonlyMap<string, number>;
  /** Keys of the persons named around it. */
  readonly persons: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  /** Its size is left open: "dozens". */
  readonly vague: boolean;
  /** It stands among many others, as in a table. */
  readonly crowded: boolean;
  /** One total of the event, as accounts give it once. */
  readonly total: boolean;
}

const WINDOW = 12;
const NEAR = 6;
const CROWD = 4;

function around(sentence: AnalysedSentence, { start, end }: Quantity): [first: number, last: number] {
  const { tokens } = sentence;
  return [tokens.findIndex((token) => token.end > start), tokens.findLastIndex((token) => token.start < end)];
}

function contextOf(sentence: AnalysedSentence, quantity: Quantity, ground: Ground): Map<string, number> {
  const { tokens, stems } = sentence;
  const [first, last] = around(sentence, quantity);
  const context = new Map<string, number>();
  for (let i = Math.max(0, first - WINDOW); i <= Math.min(tokens.length - 1, last + WINDOW); i++) {
    const stem = stems[i];
    if (!stem || /^\p{N}/u.test(stem) || UNIT_STEMS.has(stem) || stem === quantity.unit) continue;
    const distance = i < first ? first - i : Math.max(0, i - last);
    const weight = distance === 0 && !quantity.modifiers.includes(stem) ? 0 : ground.weight(stem);
    const held = (weight * NEAR) / (NEAR + Math.max(0, distance - NEAR));
    context.set(stem, Math.max(context.get(stem) ?? 0, held));
  }
  return context;
}

/** Whose age it is: the person named next to it. */
function agedPerson(sentence: AnalysedSentence, { start, end }: Quantity, ground: Ground): string | null {
  const near = sentence.names.find(
    (name) =>
      name.kind === 'person' &&
      ((name.end <= start && start - name.end <= 12 && !/[.;]/.test(sentence.text.slice(name.end, start))) ||
        (name.start >= end &&
          name.start - end <= 30 &&
          /^[\s\p{L}-]*$/u.test(sentence.text.slice(end, name.start)))),
  );
  return near ? (ground.entity(sentence.articleId, near)?.key ?? near.text.toLowerCase()) : null;
}

function measureOf(sentence: AnalysedSentence, quantity: Quantity, ground: Ground): string | null {
  const { unit, modifiers } = quantity;
  if (unit === 'year-old') {
    const person = agedPerson(sentence, quantity, ground);
    return person ? `age of ${person}` : null;
  }
  // "Four minutes later" is how long it took; "four years later" is when.
  if (TIMES.has(unit))
    return modifiers.includes(RELATIVE) && !/^(?:second|minute|hour)$/.test(unit) ? null : 'time';
  // "three times" and "two sides" count nothing that accounts would differ about.
  if (/^(?:vote|time|side|thing|way|word|point|hand|reason|question|answer)$/.test(unit)) return null;
  return ANYBODY.has(unit) ? 'people' : unit;
}

/** "61 passengers and six crew": all who are aboard, as other accounts count them. */
function withCrew({ text }: AnalysedSentence, quantities: readonly Quantity[]): Quantity[] {
  return quantities.flatMap((carried, index): Quantity[] => {
    const crew = quantities[index + 1];
    if (crew?.unit !== 'crew' || !isCarried(carried)) return [];
    if (!/^,?(?: \p{L}+){0,3} and (?:a |an |its )?$/u.test(text.slice(carried.end, crew.start))) return [];
    return [
      {
        start: carried.start,
        end: crew.end,
        value: carried.value + crew.value,
        low: carried.low + crew.low,
        high: carried.high + crew.high,
        unit: 'aboard',
        modifiers: [],
        bound: carried.bound,
      },
    ];
  });
}

/** By whatever word: "passengers", "travellers", "ticket holders". */
function isCarried({ unit, modifiers }: Quantity): boolean {
  return ANYBODY.has(unit) || /^(?:passeng|travel|touri|guest)/.test(unit) || modifiers.includes('ticket');
}

export function countsIn(ground: Ground): Count[] {
  return ground.sentences.flatMap((sentence) => {
    const read = findQuantities(sentence);
    const quantities = [...read, ...withCrew(sentence, read)];
    return quantities.flatMap((quantity): Count[] => {
      const measure = measureOf(sentence, quantity, ground);
      if (measure === null) return [];
      const factor = measure === 'time' ? (HOURS[quantity.unit] ?? 1) : 1;
      const [first, last] = around(sentence, quantity);
      const [from, to] = [
        sentence.tokens[Math.max(0, first - WINDOW)],
        sentence.tokens[Math.min(sentence.tokens.length - 1, last + WINDOW)],
      ];
      const persons = sentence.names
        .filter(
          ({ kind, start, end }) => kind === 'person' && start >= (from?.start ?? 0) && end <= (to?.end ?? 0),
        )
        .map((name) => ground.entity(sentence.articleId, name)?.key ?? name.text);
      return [
        {
          sentence,
          quantity,
          measure,
          value: quantity.value * factor,
          low: quantity.low * factor,
          high: quantity.high * factor,
          context: contextOf(sentence, quantity, ground),
          persons: new Set(persons),
          years: new Set(sentence.text.match(/\b(?:1[89]|20)\d\d\b/g) ?? []),
          vague: quantity.bound === 'about' && quantity.high > 2 * quantity.low,
          crowded: quantities.length >= CROWD,
          total: TOTALS.has(quantity.unit),
        },
      ];
    });
  });
}

/** Whether two counts can both be true: the number of one lies within what the words of the other allow for. */
export function agree(a: Count, b: Count): boolean {
  // Months and weeks, miles and kilometres never match to the last digit.
  const slack = a.quantity.unit === b.quantity.unit ? 1e-9 : 0.04;
  const within = (x: Count, y: Count) => x.value >= y.low * (1 - slack) && x.value <= y.high * (1 + slack);
  return within(a, b) || within(b, a) || (a.vague && b.vague && a.low <= b.high && b.low <= a.high);
}

/** How many times the larger of two counts holds the smaller one, at least. */
function timesApart(a: Count, b: Count): number {
  return Math.max(a.low / Math.max(b.high, 1e-9), b.low / Math.max(a.high, 1e-9));
}

const MASS = 0.12;
const MOST_MASS = 8;
const ALIGNED = 0.25;
const ALONE = 0.25;
const TOTAL = 0.35;
/** Shares of one thing: "65 per cent of trains", "three out of four trains". */
const SHARE = 0.4;
/** Totals of an event stand at the start of its accounts. */
export const EARLY = 5;

/** Who is counted in a total, unless it is people as such. */
function whom({ quantity: { modifiers } }: Count): string[] {
  return modifiers.filter(
    (stem) => !ANYBODY.has(stem) && !/^(?:other|more|additional|live|life|victim|men|man)$/.test(stem),
  );
}

/** Small numbers are everywhere, and agree by chance. */
const SMALL = 10;

/** How telling it is that two counts have one unit: little for percent and money, much for a rare noun. */
function specific({ measure, quantity: { unit } }: Count, ground: Ground): number {
  if (unit === '%' || /^\p{Lu}{3}$/u.test(unit)) return 0;
  return Math.min(1, ground.weight(unit) / 3) * (measure === 'time' ? 0.5 : 1);
}

/** How likely two counts of one measure are of the same thing: a sum of evidence, from about 0.6 likely. */
export function likeness(
  a: Count,
  b: Count,
  ground: Ground,
  /** How many different values of their unit each article gives. */
  values: (count: Count) => number,
): number {
  if (a.measure.startsWith('age of')) return 1;
  const apart = timesApart(a, b);
  const vague = a.vague || b.vague;
  if (apart > (vague ? 12 : 4)) return 0;
  let mass = 0;
  for (const [stem, weight] of a.context) mass += Math.min(weight, b.context.get(stem) ?? 0);
  let score = MASS * Math.min(MOST_MASS, mass);
  const aligned = ground.aligned(a.sentence.id, b.sentence.id) > 0;
  if (aligned) score += ALIGNED;
  if (a.quantity.unit === b.quantity.unit) {
    score += (ALONE * specific(a, ground)) / (values(a) * values(b));
  } else score -= 0.1;
  const early = a.sentence.position <= EARLY && b.sentence.position <= EARLY;
  if (a.total && (mass > 1 || early)) score += TOTAL;
  if (a.total && whom(a).length > 0 && whom(b).length > 0 && !whom(a).some((stem) => whom(b).includes(stem)))
    score -= 0.4;
  const others = (count: Count) =>
    count.quantity.modifiers.some((word) => /^(other|more|additional|further)$/.test(word));
  // "16 nations" are "15 other nations" for one of them.
  if (others(a) !== others(b)) return 0;
  if (a.value < SMALL && b.value < SMALL && !aligned && !a.total) score -= 0.15;
  const alike = a.quantity.modifiers.some((stem) => b.quantity.modifiers.includes(stem));
  if (alike) score += a.measure === '%' ? SHARE : 0.1;
  if (apart > 2) score -= 0.3;
  if (vague) score -= 0.2;
  if (a.crowded || b.crowded) score -= 0.2;
  if (a.persons.size > 0 && b.persons.size > 0 && ![...a.persons].some((key) => b.persons.has(key)))
    score -= 0.25;
  if ((a.years.size > 0 || b.years.size > 0) && ![...a.years].some((year) => b.years.has(year)))
    score -= 0.15;
  // Sums of the same parts in another order must not differ.
  return Math.round(score * 1e6) / 1e6;
}
