import type { Token } from './tokens.ts';

const WORDS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
  hundred: '100',
  thousand: '1000',
};

/**
 * A word that is a number, in digits without separators: "800,000" → "800000", "five" → "5". Null for other
 * words. A decimal point stays, so "3.5" and "35" differ.
 */
export function numberOf(word: string): string | null {
  const lower = word.toLowerCase();
  if (Object.hasOwn(WORDS, lower)) return WORDS[lower] ?? null;
  if (!/^\p{N}+(?:[.,]\p{N}+)*%?$/u.test(lower)) return null;
  return lower.replace(/[.,](?=\p{N}{3}(?:\D|$))/gu, '').replace(',', '.');
}

/** Whether a token goes on with the number before it, as in "800 000". */
export function continuesNumber(previous: Token | undefined, token: Token): boolean {
  return (
    previous !== undefined &&
    token.start === previous.end + 1 &&
    /^\p{N}{3}$/u.test(token.text) &&
    /^\p{N}{1,3}$/u.test(previous.text)
  );
}
