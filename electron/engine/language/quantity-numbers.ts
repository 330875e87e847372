import { continuesNumber } from './numbers.ts';
import type { Token } from './tokens.ts';

/** A number as the words or digits of a sentence give it. */
export interface NumberFound {
  readonly value: number;
  /** The smallest and the largest number that may be meant: rounding, "tens of thousands", "10 to 15". */
  readonly low: number;
  readonly high: number;
  /** Index of its last token. */
  readonly last: number;
  /** What is joined to it by a hyphen, in lower case: "hour" of "five-hour"; empty where nothing is. */
  readonly joined: string;
  /** Written with a percent sign. */
  readonly percent: boolean;
  /** A share of something: "half", "two-thirds". `value` is the share of 1. */
  readonly share: boolean;
  readonly vague: boolean;
  /** The digits as written, for numbers in digits only; empty for those in words. */
  readonly digits: string;
}

/** A table of words without what every object has: "constructor" is a word, too. */
function table<T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, rows);
}

const SMALL = table<number>({
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17,
  eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70,
  eighty: 80, ninety: 90,
}); // prettier-ignore

const SCALES = table<number>({
  hundred: 1e2,
  dozen: 12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  bn: 1e9,
  tn: 1e12,
});

/** Numbers of unknown size, with what they lie between. */
const VAGUE = table<readonly [number, number]>({
  dozens: [24, 100],
  scores: [40, 100],
  tens: [20, 100],
  hundreds: [200, 1000],
  thousands: [2e3, 1e4],
  millions: [2e6, 1e7],
  billions: [2e9, 1e10],
  trillions: [2e12, 1e13],
});

const FRACTIONS = table<number>({ half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 });

const lowerOf = (token: Token | undefined) => token?.text.toLowerCase().replaceAll('‑', '-') ?? '';

/** Whether only spaces, or nothing, stand between two neighbouring tokens. */
function follows(text: string, tokens: readonly Token[], index: number): boolean {
  const [previous, token] = [tokens[index - 1], tokens[index]];
  return previous !== undefined && token !== undefined && /^\s*$/.test(text.slice(previous.end, token.start));
}

/**
 * A unit of the last digit that is not a filling nought: half of it may be hidden by rounding, all of it where the
 * rest was left out. Small numbers are exact.
 */
function lastDigit(value: number): number {
  if (!Number.isInteger(value) || value < 1000) return 0;
  let unit = 1;
  while (value % (unit * 10) === 0) unit *= 10;
  return unit >= 100 ? Math.min(unit, value / 10) : 0;
}

/** "4.2" may stand for 4.29, not for 4.3. */
const ALMOST = 0.95;

interface Part {
  readonly value: number;
  readonly joined: string;
  readonly percent: boolean;
  readonly digits: string;
}

/** "twenty-five", "five-hour", "46-year-old", "90%", "800,000": one token. */
function part(token: Token | undefined): Part | null {
  const word = lowerOf(token);
  const digits = /^(\p{N}+(?:[.,]\p{N}+)*)((?:-\p{L}+)*)(%?)$/u.exec(word);
  if (digits) {
    const [, number = '', joined = '', percent] = digits;
    // A comma before three digits groups them; elsewhere it is a decimal point.
    const plain = number.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
    const value = Number(plain);
    if (!Number.isFinite(value)) return null;
    return { value, joined: joined.slice(1), percent: percent === '%', digits: number };
  }
  const [first = '', ...rest] = word.split('-');
  const ten = Object.hasOwn(SMALL, first) ? SMALL[first] : undefined;
  if (ten === undefined) return null;
  const one = Object.hasOwn(SMALL, rest[0] ?? '') ? SMALL[rest[0] ?? ''] : undefined;
  const scale = Object.hasOwn(SCALES, rest[0] ?? '') ? SCALES[rest[0] ?? ''] : undefined;
  if (scale !== undefined && scale >= 100) {
    return { value: ten * scale, joined: rest.slice(1).join('-'), percent: false, digits: '' };
  }
  if (one !== undefined && ten >= 20 && one > 0 && one < 10) {
    return { value: ten + one, joined: rest.slice(1).join('-'), percent: false, digits: '' };
  }
  return { value: ten, joined: rest.join('-'), percent: false, digits: '' };
}

function found(value: number, last: number, more: Partial<NumberFound> = {}): NumberFound {
  const unit = lastDigit(value);
  return {
    value,
    low: value - unit / 2,
    high: value + unit * ALMOST,
    last,
    joined: '',
    percent: false,
    share: false,
    vague: false,
    digits: '',
    ...more,
  };
}

/** "half", "two-thirds", "a third of": shares, but not the ordinal "a third man". */
function readShare(text: string, tokens: readonly Token[], index: number): NumberFound | null {
  const word = lowerOf(tokens[index]);
  const next = lowerOf(tokens[index + 1]);
  if (word === 'half') {
    const scale = next === 'a' ? lowerOf(tokens[index + 2]) : '';
    if (Object.hasOwn(SCALES, scale) && scale.length > 2) {
      return found(0.5 * (SCALES[scale] ?? 1), index + 2, { vague: true });
    }
    if (next === 'of' || next === 'the') return found(0.5, index, { share: true, vague: true });
    return null;
  }
  const written = /^(one|two|three|four)-(half|third|quarter|fifth|tenth)s?$/.exec(word);
  const over = written?.[2];
  if (written && over) {
    return found((SMALL[written[1] ?? ''] ?? 1) / (FRACTIONS[over] ?? 1), index, {
      share: true,
      vague: true,
    });
  }
  const several = readOneInFive(text, tokens, index);
  if (several) return several;
  const simple = /^(third|quarter|fifth|tenth)s?$/.exec(next)?.[1];
  if (simple && follows(text, tokens, index + 1) && lowerOf(tokens[index + 2]) === 'of') {
    const parts = word === 'a' ? 1 : SMALL[word];
    if (parts) return found(parts / (FRACTIONS[simple] ?? 1), index + 1, { share: true, vague: true });
  }
  return null;
}

/** "one in five", "three out of four": how many of how many. */
function readOneInFive(text: string, tokens: readonly Token[], index: number): NumberFound | null {
  const some = part(tokens[index]);
  const out = lowerOf(tokens[index + 1]) === 'out' && lowerOf(tokens[index + 2]) === 'of';
  if (!some || some.joined || !(out || lowerOf(tokens[index + 1]) === 'in')) return null;
  const last = index + (out ? 3 : 2);
  const all = follows(text, tokens, last) ? part(tokens[last]) : null;
  if (!all || all.joined || all.percent || all.value <= some.value || all.value > (out ? 100 : 10))
    return null;
  const value = some.value / all.value;
  return found(value, last, { share: true, low: value * 0.92, high: value * 1.08 });
}

/** "dozens", "hundreds of thousands". */
function readVague(text: string, tokens: readonly Token[], index: number): NumberFound | null {
  const range = VAGUE[lowerOf(tokens[index])];
  if (!range) return null;
  let [low, high] = range;
  let last = index;
  const scale = VAGUE[lowerOf(tokens[index + 2])];
  if (scale && lowerOf(tokens[index + 1]) === 'of' && follows(text, tokens, index + 2)) {
    const unit = scale[0] / 2;
    [low, high] = [low * unit, high * unit];
    last = index + 2;
  }
  return found(low, last, { low, high, vague: true });
}

/** The scales after a number: "1.5 million", "two hundred", "five hundred thousand". */
function readScales(text: string, tokens: readonly Token[], from: number): { factor: number; last: number } {
  let [factor, last] = [1, from];
  for (let i = from + 1; i < tokens.length && follows(text, tokens, i); i++) {
    const word = lowerOf(tokens[i]);
    const [head = ''] = word.split('-');
    if (!Object.hasOwn(SCALES, head)) break;
    // "5 m" is five metres; "5m" is five million.
    if (head.length === 1 && tokens[i]?.start !== tokens[i - 1]?.end) break;
    factor *= SCALES[head] ?? 1;
    last = i;
    if (word !== head) break;
  }
  return { factor, last };
}

const joinedOf = (token: Token | undefined) => lowerOf(token).split('-').slice(1).join('-');

/** The number that begins at a token, or null. Ordinals are none. */
export function readNumber(text: string, tokens: readonly Token[], index: number): NumberFound | null {
  const special = readShare(text, tokens, index) ?? readVague(text, tokens, index);
  if (special) return special;
  const word = lowerOf(tokens[index]);
  if (word === 'a' || word === 'an' || word === 'several') {
    const { factor, last } = readScales(text, tokens, index);
    if (last === index) return null;
    if (word === 'several')
      return found(factor * 2, last, { low: factor * 2, high: factor * 10, vague: true });
    return found(factor, last, { joined: joinedOf(tokens[last]) });
  }
  const first = part(tokens[index]);
  if (!first) return null;
  let value = first.value;
  let last = index;
  let digits = first.digits;
  const { percent } = first;
  let { joined } = first;
  while (
    digits &&
    !joined &&
    /\s/.test(text[tokens[last]?.end ?? 0] ?? '') &&
    !percent &&
    continuesNumber(tokens[last], tokens[last + 1] ?? { text: '', start: -1, end: -1 })
  ) {
    last++;
    digits += tokens[last]?.text ?? '';
    value = Number(digits.replace(/,/g, ''));
  }
  if (!joined && !percent) {
    const scaled = readScales(text, tokens, last);
    if (scaled.last > last) {
      joined = joinedOf(tokens[scaled.last]);
      value *= scaled.factor;
      last = scaled.last;
      const tail = part(joined ? { text: joined, start: 0, end: 0 } : undefined);
      if (tail) return found(value + tail.value, last, { joined: tail.joined, percent });
      // "one hundred and twenty", "two thousand five hundred".
      const and = lowerOf(tokens[last + 1]) === 'and' ? 1 : 0;
      const rest = !first.digits && scaled.factor >= 100 && !joined ? part(tokens[last + 1 + and]) : null;
      if (rest && !rest.digits && rest.value < scaled.factor && follows(text, tokens, last + 1 + and)) {
        value += rest.value;
        joined = rest.joined;
        last += 1 + and;
      }
      return found(value, last, { joined, percent });
    }
    // "two and a half hours".
    if (/^(and a half)$/.test([1, 2, 3].map((step) => lowerOf(tokens[last + step])).join(' '))) {
      return found(value + 0.5, last + 3);
    }
    const range = readRange(text, tokens, last, value, digits);
    if (range) return range;
  }
  return found(value, last, { joined, percent, digits });
}

/** "10 to 15", "10-15", "between 10 and 15": one number with two ends. Votes and scores go down and are none. */
function readRange(
  text: string,
  tokens: readonly Token[],
  index: number,
  low: number,
  digits: string,
): NumberFound | null {
  const between = lowerOf(tokens[index - 1]) === 'between';
  const gap = text.slice(tokens[index]?.end, tokens[index + 1]?.start);
  const word = lowerOf(tokens[index + 1]);
  const dash = /^\s?[-–—]\s?$/.test(gap);
  const linked = dash && word !== 'to' ? 1 : word === (between ? 'and' : 'to') || word === 'or' ? 2 : 0;
  const second = linked ? part(tokens[index + linked]) : null;
  if (!second || second.value <= low) return null;
  if (word === 'or' && second.value !== low + 1) return null;
  const scaled = readScales(text, tokens, index + linked);
  const [from, to] = [low * scaled.factor, second.value * scaled.factor];
  return found(from, scaled.last, {
    low: from,
    high: to,
    joined: second.joined || (scaled.last > index + linked ? joinedOf(tokens[scaled.last]) : ''),
    percent: second.percent,
    vague: true,
    digits,
  });
}
