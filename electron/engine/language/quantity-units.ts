export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
};

/** Units by the singular of their words. A factor brings a unit to the one it is compared in. */
const UNITS = new Map<string, readonly [string, number]>(
  Object.entries({
    '%': ['percent', 'per-cent', 'pct', 'percentage-point'],
    USD: ['dollar', 'buck'],
    EUR: ['euro'],
    GBP: ['sterling'],
    JPY: ['yen'],
    RUB: ['ruble', 'rouble'],
    CNY: ['yuan', 'renminbi'],
    INR: ['rupee'],
    second: ['second', 'sec'],
    minute: ['minute', 'min'],
    hour: ['hour', 'hr'],
    day: ['day'],
    week: ['week'],
    month: ['month'],
    year: ['year', 'yr'],
    decade: ['decade'],
    century: ['century', 'centurie'],
    km: ['km', 'kilometer', 'kilometre'],
    m: ['m', 'meter', 'metre'],
    cm: ['cm', 'centimeter', 'centimetre'],
    hectare: ['hectare'],
    ton: ['ton', 'tonne'],
    kg: ['kg', 'kilogram', 'kilo'],
    pound: ['pound', 'lb'],
    degree: ['degree', '°c', '°f'],
    'km/h': ['kph'],
    gallon: ['gallon'],
    barrel: ['barrel'],
    liter: ['liter', 'litre'],
    megawatt: ['megawatt', 'mw'],
    'year-old': ['year-old'],
  }).flatMap(([unit, words]) => words.map((word): [string, readonly [string, number]] => [word, [unit, 1]])),
);
for (const [word, unit, factor] of [
  ['mile', 'km', 1.609],
  ['mi', 'km', 1.609],
  ['foot', 'm', 0.3048],
  ['feet', 'm', 0.3048],
  ['ft', 'm', 0.3048],
  ['yard', 'm', 0.9144],
  ['inch', 'cm', 2.54],
  ['inches', 'cm', 2.54],
  ['acre', 'hectare', 0.4047],
  ['mph', 'km/h', 1.609],
] as const)
  UNITS.set(word, [unit, factor]);
/** Speeds: "kilometres per hour", "metres a second". */
export const PER: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['km hour', ['km/h', 1]],
  ['m second', ['km/h', 3.6]],
]);

/** The unit a word stands for, and the factor that brings it to the one in which it is compared. */
export function unitNamed(word: string): readonly [string, number] | undefined {
  return UNITS.get(word) ?? (word.length > 2 ? UNITS.get(word.replace(/s$/, '')) : undefined);
}
