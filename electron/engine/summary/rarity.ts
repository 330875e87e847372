import { documentShare } from '../language/word-tables.ts';

/** The share of articles taken for a word that is in too few of them to be in the table. */
const RARE = 0.002;

/** How rare a stem is in news: the natural logarithm of one in how many articles has it; the same for all words of other languages than English. */
export function rarityOf(stem: string, language: string): number {
  const english = language === 'en' || language === 'und';
  return -Math.log((english ? documentShare(stem) : undefined) ?? RARE);
}
