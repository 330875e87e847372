import { ALL_FEATURES } from '../../../electron/engine/compare/align-model.ts';
import type { QualityTable } from '../table.ts';
import { alignmentCase, rowsOf, type AlignmentCase } from './alignment-cases.ts';
import {
  chancesOf,
  leaveOneOut,
  outcomeOf,
  PRECISION,
  shownFrom,
  type Outcome,
  type Use,
} from './fit-alignment.ts';
import { loadEvents } from './gold.ts';

/** Features by what they are made of; leaving a group out shows its gain. */
const GROUPS: Readonly<Record<string, RegExp>> = {
  names: /^(name|implied)/,
  numbers: /^number/,
  dates: /^date/,
  quotations: /^(quoted|bothQuoted)/,
  'near meanings': /^(synonym|soft)/,
  'word vectors': /^(meaning|near)/,
  'runs and order of words': /^(run|bigrams|ordered|window(Max|Min))/,
  'verbs and leads': /^(verb|lead)/,
  'lengths and places': /^(lengthRatio|shorter|longer|depth|openings)/,
  neighbours: /^(diagonal|beside|split|window[AB]|around)/,
  'a third article': /^third/,
  'rivals in the same article': /^(best|margin|rival|rank)/,
  'all of the context': /^(first|best|margin|rival|diagonal|beside|split|third|articles|rank)/,
};

/** Plain scores to compare with. */
const BASELINES: Readonly<Record<string, string>> = {
  'tf-idf cosine': 'cosine',
  'tf-idf cosine of what is no name': 'contentCosine',
  'share of the shorter sentence’s words': 'coverMax',
};

const share = (part: number, whole: number) => (whole > 0 ? part / whole : 1);
const count = ({ gold }: AlignmentCase, strength: string) =>
  [...gold.values()].filter((each) => each === strength).length;
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const percent = (value: number) => 100 * value;

interface Figures {
  readonly full: number;
  readonly precision: number;
  readonly partial: number;
}

const figuresOf = (
  one: AlignmentCase,
  { shown, right, full, partial }: Pick<Outcome, 'shown' | 'right' | 'full' | 'partial'>,
): Figures => ({
  full: share(full, count(one, 'full')),
  precision: share(right, shown),
  partial: share(partial, count(one, 'partial')),
});

/** What scores of the candidates show where they are cut for the precision. */
function atPrecision(cases: readonly AlignmentCase[], scores: readonly number[][]): Figures {
  const from = shownFrom(cases, scores);
  const figures = cases.map((one, index) => {
    const labels = one.labels.filter((_, at) => (scores[index]?.[at] ?? 0) >= from);
    return figuresOf(one, {
      shown: labels.length,
      right: labels.filter(Boolean).length,
      full: labels.filter((label) => label === 'full').length,
      partial: labels.filter((label) => label === 'partial').length,
    });
  });
  return {
    full: mean(figures.map(({ full }) => full)),
    precision: mean(figures.map(({ precision }) => precision)),
    partial: mean(figures.map(({ partial }) => partial)),
  };
}

/** Area under precision and recall, of all pairs of the gold: what a cut does not change. */
function averagePrecision(cases: readonly AlignmentCase[], scores: readonly number[][]): number {
  return mean(
    cases.map(({ labels, gold }, index) => {
      const order = labels.map((label, at) => ({ label, score: scores[index]?.[at] ?? 0 }));
      let right = 0;
      let sum = 0;
      order
        .sort((a, b) => b.score - a.score)
        .forEach(({ label }, at) => {
          if (label) sum += ++right / (at + 1);
        });
      return share(sum, gold.size);
    }),
  );
}

const row = (name: string, { full, precision, partial }: Figures, ...more: (string | number)[]) => [
  name,
  percent(full),
  percent(precision),
  percent(partial),
  ...more,
];

/** Aligned pairs of each event by weights that were fitted without it. */
export async function alignmentQuality(evalDir: string | null): Promise<QualityTable[]> {
  const cases = (await loadEvents(evalDir)).map(alignmentCase);
  const weights = leaveOneOut(cases);
  const chances = chancesOf(cases, weights);
  const shown = shownFrom(cases, chances);
  const outcomes = cases.map((one, index) => {
    const fitted = weights[index];
    if (!fitted) throw new Error('An event has no weights.');
    return outcomeOf(one, { ...fitted, shown });
  });
  const figures = cases.map((one, index) => figuresOf(one, outcomes[index] as Outcome));
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, each) => total + of(each), 0);
  const total = {
    full: share(
      sum(({ full }) => full),
      cases.reduce((all, one) => all + count(one, 'full'), 0),
    ),
    precision: share(
      sum(({ right }) => right),
      sum(({ shown: pairs }) => pairs),
    ),
    partial: share(
      sum(({ partial }) => partial),
      cases.reduce((all, one) => all + count(one, 'partial'), 0),
    ),
  };
  const own = rowsOf;
  const baselines = Object.entries(BASELINES).map(([name, feature]) => {
    const at = ALL_FEATURES.indexOf(feature);
    const scores = cases.map((one) => own(one, null).map((features) => features[at] ?? 0));
    return row(name, atPrecision(cases, scores), percent(averagePrecision(cases, scores)));
  });
  return [
    {
      title: 'Alignment: each event by weights fitted without it, per cent',
      columns: ['event', 'full found', 'shown right', 'partial found', 'shown', 'as full', 'of them full'],
      rows: [
        ...cases.map((one, index) => {
          const outcome = outcomes[index] as Outcome;
          return row(
            one.event.name,
            figures[index] as Figures,
            outcome.shown,
            outcome.asFull,
            percent(share(outcome.asFullRight, outcome.asFull)),
          );
        }),
        row('mean of the events', {
          full: mean(figures.map(({ full }) => full)),
          precision: mean(figures.map(({ precision }) => precision)),
          partial: mean(figures.map(({ partial }) => partial)),
        }),
        row(
          'all pairs together',
          total,
          sum(({ shown: pairs }) => pairs),
          sum(({ asFull }) => asFull),
          percent(
            share(
              sum(({ asFullRight }) => asFullRight),
              sum(({ asFull }) => asFull),
            ),
          ),
        ),
      ],
      note: `Pairs are shown from a chance of ${shown.toFixed(3)}: mean precision ${PRECISION}.`,
    },
    {
      title: `Alignment: methods at a mean precision of ${PRECISION}, per cent`,
      columns: ['method', 'full found', 'shown right', 'partial found', 'average precision'],
      rows: [
        ...baselines,
        row('fitted weights', atPrecision(cases, chances), percent(averagePrecision(cases, chances))),
      ],
    },
  ];
}

/** What is lost where a group of features is left out of the fit. */
export async function alignmentAblation(evalDir: string | null): Promise<QualityTable[]> {
  const cases = (await loadEvents(evalDir)).map(alignmentCase);
  const measured = (name: string, use: Use) => {
    const chances = chancesOf(cases, leaveOneOut(cases, use), use);
    return row(name, atPrecision(cases, chances), percent(averagePrecision(cases, chances)));
  };
  return [
    {
      title: `Alignment without a group of features, fitted anew without it, per cent`,
      columns: ['without', 'full found', 'shown right', 'partial found', 'average precision'],
      rows: [
        measured('nothing', () => true),
        ...Object.entries(GROUPS).map(([name, group]) => measured(name, (feature) => !group.test(feature))),
      ],
    },
  ];
}
