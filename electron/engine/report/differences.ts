import type { Claim, Discrepancy, SentenceId } from '../../api/index.ts';
import { marked, type Marked } from './marks.ts';
import { cut, type Cut } from './pieces.ts';
import type { Sources } from './sources.ts';

/** Differences that a reader goes through; they come with the gravest first. */
const MOST = 40;

/** What some articles say of a disputed point, in the words of the best of them. */
export interface ReadingView extends Marked {
  readonly claim: Claim;
  readonly cut: Cut;
}

export interface DifferenceView {
  readonly discrepancy: Discrepancy;
  readonly readings: readonly ReadingView[];
}

export interface DifferencesView {
  readonly shown: readonly DifferenceView[];
  /** Of those not put aside. */
  readonly total: number;
  /** Put aside by the reader, and therefore left out. */
  readonly dismissed: number;
}

/** A few words quoted in passing need no sign that their sentence has more. */
function inPassing({ pieces }: Cut): Cut {
  return { pieces, before: false, after: false };
}

type Texts = ReadonlyMap<SentenceId, string>;

function readingsOf({ readings }: Discrepancy, sources: Sources, texts: Texts): ReadingView[] {
  return readings.flatMap(({ claims }) => {
    const [claim, ...others] = claims;
    const { value, context } = claim;
    const text = texts.get(value.sentenceId);
    const view = marked(
      value,
      others.map((other) => other.value),
      sources,
    );
    if (text === undefined || !view) return [];
    return [
      { ...view, claim, cut: inPassing(cut(text, context, [value], { meant: 'strong', rest: 'plain' })) },
    ];
  });
}

export function differencesOf(
  discrepancies: readonly Discrepancy[],
  sources: Sources,
  texts: Texts,
): DifferencesView {
  const open = discrepancies.filter(({ dismissed }) => !dismissed);
  return {
    shown: open.slice(0, MOST).map((discrepancy) => ({
      discrepancy,
      readings: readingsOf(discrepancy, sources, texts),
    })),
    total: open.length,
    dismissed: discrepancies.length - open.length,
  };
}
