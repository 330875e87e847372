import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { align } from '../../../electron/engine/compare/align.ts';
import {
  ALL_FEATURES,
  ALONE_FEATURES,
  chanceOf,
  type AlignmentWeights,
  type Linear,
} from '../../../electron/engine/compare/align-model.ts';
import { alignmentCase, pairName, rowsOf, type AlignmentCase } from './alignment-cases.ts';
import { loadEvents } from './gold.ts';
import { fitRidge } from './ridge.ts';

const WEIGHTS_FILE = fileURLToPath(
  new URL('../../../electron/engine/compare/align-weights.json', import.meta.url),
);
const RIDGE = 50;
const FULL_RIDGE = 20;
/** Labelled pairs from which an event does not count more: one with many copies must not rule. */
const EVENT_SIZE = 20;
/** Mean precision of shown pairs, on events that were left out, that the chance to be shown is chosen for. */
export const PRECISION = 0.85;

/** Which features may be used: for the gain of each group. */
export type Use = (feature: string) => boolean;
const EVERYTHING: Use = () => true;

/** Sets aside what may not be used, by setting its values to 0. */
const only = (rows: readonly number[][], use: Use) =>
  rows.map((row) => row.map((value, i) => (use(ALL_FEATURES[i] ?? '') ? value : 0)));

/** Weights from labelled events. The chance from which pairs are shown is not fitted here. */
export function fitWeights(
  cases: readonly AlignmentCase[],
  shown: number,
  use: Use = EVERYTHING,
): AlignmentWeights {
  const labels = cases.flatMap((one) => one.labels);
  const outcomes = labels.map((label) => (label ? 1 : 0));
  const weights = cases.flatMap((one) => {
    const labelled = one.labels.filter(Boolean).length;
    return one.labels.map(() => 1 / (EVENT_SIZE + labelled));
  });
  // As many as there are rows in all, so that the ridge means the same.
  const scale = weights.length / weights.reduce((sum, weight) => sum + weight, 0);
  const scaled = weights.map((weight) => weight * scale);
  const alone = fitRidge(
    only(
      cases.flatMap((one) => rowsOf(one, null)),
      use,
    ),
    outcomes,
    scaled,
    RIDGE,
  );
  const rows = only(
    cases.flatMap((one) => rowsOf(one, alone)),
    use,
  );
  const together = fitRidge(rows, outcomes, scaled, RIDGE);
  const aligned = labels.flatMap((label, index) => (label ? [index] : []));
  const full = fitRidge(
    aligned.map((index) => rows[index] ?? []),
    aligned.map((index) => (labels[index] === 'full' ? 1 : 0)),
    aligned.map(() => 1),
    FULL_RIDGE,
  );
  return { alone, together, full, shown, fullFrom: 0.55 };
}

/** The weights that do not know of an event, for each event. */
export function leaveOneOut(cases: readonly AlignmentCase[], use: Use = EVERYTHING): AlignmentWeights[] {
  return cases.map((held) =>
    fitWeights(
      cases.filter((one) => one !== held),
      0,
      use,
    ),
  );
}

export interface Outcome {
  readonly shown: number;
  readonly right: number;
  readonly full: number;
  readonly partial: number;
  /** Pairs shown as full, and those of them that the gold has as full. */
  readonly asFull: number;
  readonly asFullRight: number;
}

/** What of an event's gold is found, and how much of what is shown is in it. */
export function outcomeOf(one: AlignmentCase, weights: AlignmentWeights): Outcome {
  const { event, gold, dates } = one;
  const { pairs } = align(event.analyses, dates, weights);
  return countOutcome(
    one,
    pairs.map(({ a, b, strength }) => ({ name: pairName(event.refOf(a), event.refOf(b)), strength })),
    gold,
  );
}

export function countOutcome(
  { gold }: AlignmentCase,
  pairs: readonly { readonly name: string; readonly strength: string }[],
  known: AlignmentCase['gold'] = gold,
): Outcome {
  const labels = pairs.map(({ name }) => known.get(name));
  return {
    shown: pairs.length,
    right: labels.filter(Boolean).length,
    full: labels.filter((label) => label === 'full').length,
    partial: labels.filter((label) => label === 'partial').length,
    asFull: pairs.filter(({ strength }) => strength === 'full').length,
    asFullRight: pairs.filter(({ strength, name }) => strength === 'full' && known.get(name) === 'full')
      .length,
  };
}

/** Chances of the candidates of each event by the weights that do not know it. */
export function chancesOf(
  cases: readonly AlignmentCase[],
  weights: readonly AlignmentWeights[],
  use: Use = EVERYTHING,
): number[][] {
  return cases.map((one, index) => {
    const fitted = weights[index];
    if (!fitted) return [];
    return only(rowsOf(one, fitted.alone), use).map((row) => chanceOf(fitted.together, row));
  });
}

/** Mean over the events of the precision of what a chance shows; an event in which nothing is shown has 1. */
export function meanPrecision(
  cases: readonly AlignmentCase[],
  chances: readonly number[][],
  from: number,
): number {
  let sum = 0;
  cases.forEach(({ labels }, index) => {
    const shown = labels.filter((_, at) => (chances[index]?.[at] ?? 0) >= from);
    sum += shown.length > 0 ? shown.filter(Boolean).length / shown.length : 1;
  });
  return sum / cases.length;
}

const STEP = 0.005;

/** The lowest chance from which on every higher one keeps the precision, up to where little is shown. */
export function shownFrom(
  cases: readonly AlignmentCase[],
  chances: readonly number[][],
  precision = PRECISION,
): number {
  let from = 0.9;
  while (from > STEP && meanPrecision(cases, chances, from - STEP) >= precision) from -= STEP;
  return Math.round(from / STEP) * STEP;
}

const named = ({ constant, coefficients }: Linear, features: readonly string[]) =>
  Object.fromEntries([
    ['constant', Number(constant.toFixed(4))],
    ...features.map((feature, i) => [feature, Number((coefficients[i] ?? 0).toFixed(4))]),
  ]) as Record<string, number>;

/** Fits the weights of alignment to every event that has gold and writes their file. */
export async function fitAlignment(evalDir: string | null): Promise<void> {
  const cases = (await loadEvents(evalDir)).map(alignmentCase);
  const held = chancesOf(cases, leaveOneOut(cases));
  const shown = shownFrom(cases, held);
  const weights = fitWeights(cases, shown);
  const pairs = cases.reduce((sum, { gold }) => sum + gold.size, 0);
  const content = {
    about: {
      made: `${new Date().toISOString().slice(0, 10)} by npm run quality:fit, on ${pairs} labelled pairs of ${cases.length} events`,
      shown: `mean precision ${PRECISION} on events left out`,
      features: 'electron/engine/compare/features-pair.ts, features-meaning.ts and features-context.ts',
    },
    alone: named(weights.alone, ALONE_FEATURES),
    together: named(weights.together, ALL_FEATURES),
    full: named(weights.full, ALL_FEATURES),
    shown: Number(shown.toFixed(3)),
    fullFrom: weights.fullFrom,
  };
  const options = (await resolveConfig(WEIGHTS_FILE)) ?? {};
  writeFileSync(WEIGHTS_FILE, await format(JSON.stringify(content), { ...options, parser: 'json' }));
  console.log(`Written: ${WEIGHTS_FILE}, pairs shown from ${shown.toFixed(3)}`);
}
