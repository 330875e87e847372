import { splitEnglish } from './sentences/english.ts';
import { splitByLocale } from './sentences/locale.ts';
import { foldSpace } from './white-space.ts';

/**
 * The sentences of a text in order, white space folded to single spaces, otherwise verbatim: joined again they
 * give the text, up to white space.
 */
export function segmentSentences(text: string, language: string): string[] {
  const parts = language === 'en' || language === 'und' ? splitEnglish(text) : splitByLocale(text, language);
  return parts.map((part) => foldSpace(part).trim()).filter(Boolean);
}
