import type { Budget } from '../../../electron/api/index.ts';
import type { Case } from './corpora.ts';

/** A sentence as the baselines see it. */
export interface Unit {
  readonly text: string;
  readonly words: number;
  readonly article: number;
  readonly position: number;
  /** How often each content stem comes. */
  readonly terms: ReadonlyMap<string, number>;
}

const FEWEST_WORDS = 4;

export function unitsOf(one: Case): Unit[] {
  return one.analyses.flatMap(({ sentences }, article) =>
    sentences
      .filter(({ position, tokens }) => position >= 0 && tokens.length >= FEWEST_WORDS)
      .map(({ text, position, stems }) => {
        const terms = new Map<string, number>();
        for (const stem of stems) if (stem !== '') terms.set(stem, (terms.get(stem) ?? 0) + 1);
        return { text, words: text.split(/\s+/u).length, article, position, terms };
      }),
  );
}

/** Takes units in order as long as they fit and are admitted; one that is too long is passed over. */
export function within(
  units: readonly Unit[],
  budget: Budget,
  admits: (unit: Unit, chosen: readonly Unit[]) => boolean = () => true,
): string[] {
  const chosen: Unit[] = [];
  let words = 0;
  const most = 'words' in budget ? budget.words : Infinity;
  const count = 'sentences' in budget ? budget.sentences : Infinity;
  for (const unit of units) {
    if (chosen.length >= count) break;
    if (words + unit.words > most || !admits(unit, chosen)) continue;
    chosen.push(unit);
    words += unit.words;
  }
  return chosen.map(({ text }) => text);
}
