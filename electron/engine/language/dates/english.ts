import { NAMED } from './english-named.ts';
import { RELATIVE } from './english-relative.ts';
import { apply, type Found } from './rules.ts';

const RULES = [...NAMED, ...RELATIVE];

/** Every reading of an English text's expressions for dates; they may overlap. */
export function findEnglish(text: string): Found[] {
  return apply(RULES, text);
}
