import { phraseKey, type PhraseUse } from './phrases.ts';

/** Places for counts: phrases that share one are both taken for as frequent as they are together. */
const PLACES = 2 ** 22;

/** FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * In how many articles phrases are, without keeping the phrases: most of a large library's are in one article only,
 * and need not be gathered. Never less than it is.
 */
export class PhraseCounts {
  private readonly counts = new Uint16Array(PLACES);

  /** Counts one more article. */
  add(phrases: readonly PhraseUse[]): void {
    for (const { stems } of phrases) {
      const place = hash(phraseKey(stems)) % PLACES;
      this.counts[place] = Math.min(0xffff, (this.counts[place] ?? 0) + 1);
    }
  }

  of({ stems }: PhraseUse): number {
    return this.counts[hash(phraseKey(stems)) % PLACES] ?? 0;
  }
}
