import { tokenise } from '../language/tokens.ts';

const OTHER = 1;
const LETTER = 2;
const NUMBER = 4;
const CAPITAL = 8;
/** Of a script that may be written without spaces, or half of a character: left to the tokeniser. */
const SPECIAL = 16;

/** By UTF-16 code unit; 0 where it was not met yet. */
const classes = new Uint8Array(0x10000);

function learn(unit: number): number {
  const letter = String.fromCharCode(unit);
  let found = /\p{N}/u.test(letter) ? NUMBER : OTHER;
  if (unit >= 0x0e00 && (unit < 0x2000 || unit >= 0x2e00)) found = SPECIAL;
  else if (/[\p{L}\p{M}]/u.test(letter)) found = LETTER | (/\p{Lu}/u.test(letter) ? CAPITAL : 0);
  classes[unit] = found;
  return found;
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

function isJoiner(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || isHyphen(unit);
}

/** Point, comma or colon. */
function isSeparator(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x3a;
}

/** The units of the text at hand and a zero after them. One for all texts. */
let units = new Uint16Array(1 << 14);

/** Copies a text's units to where they are quickly looked at; false if it has special ones. */
function take(text: string): boolean {
  const size = text.length;
  if (size >= units.length) units = new Uint16Array(2 * size);
  let special = 0;
  for (let i = 0; i < size; i++) {
    const unit = text.charCodeAt(i);
    units[i] = unit;
    special |= classes[unit] || learn(unit);
  }
  units[size] = 0;
  return (special & SPECIAL) === 0;
}

function past(from: number, wanted: number): number {
  let at = from;
  while (((classes[units[at] ?? 0] ?? 0) & wanted) !== 0) at++;
  return at;
}

/** Where the word that begins here ends; here if none does. */
function endOf(at: number): number {
  const found = classes[units[at] ?? 0] ?? 0;
  if ((found & (LETTER | NUMBER)) === 0) return at;
  let end = at;
  if ((found & LETTER) !== 0) {
    if ((found & CAPITAL) !== 0 && units[at + 1] === 0x2e) {
      while (((classes[units[end] ?? 0] ?? 0) & CAPITAL) !== 0 && units[end + 1] === 0x2e) end += 2;
      // A single capital with a point ends a sentence as often as it abbreviates.
      if (end - at >= 4) return end;
    }
    end = past(at, LETTER);
    while (isJoiner(units[end] ?? 0)) {
      const next = past(end + 1, LETTER | NUMBER);
      if (next === end + 1) break;
      end = next;
    }
    return end;
  }
  end = past(at, NUMBER);
  while (isSeparator(units[end] ?? 0)) {
    const next = past(end + 1, NUMBER);
    if (next === end + 1) break;
    end = next;
  }
  while (isHyphen(units[end] ?? 0)) {
    const next = past(end + 1, LETTER);
    if (next === end + 1) break;
    end = next;
  }
  return units[end] === 0x25 ? end + 1 : end;
}

/**
 * The places of the words of a text, which are {@link tokenise}'s: told as they are found, without making
 * anything for each, since an index is made of millions.
 *
 * @param visit is given UTF-16 offsets, end exclusive, and the text's units, which are good until it returns.
 */
export function eachWord(
  text: string,
  language: string,
  visit: (start: number, end: number, units: Uint16Array) => void,
): void {
  if (!take(text)) {
    for (const { start, end } of tokenise(text, language)) visit(start, end, units);
    return;
  }
  const size = text.length;
  for (let at = 0; at < size;) {
    const end = endOf(at);
    if (end > at) {
      visit(at, end, units);
      at = end;
    } else at++;
  }
}
