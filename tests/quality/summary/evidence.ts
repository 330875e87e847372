import type { SentenceId } from '../../../electron/api/index.ts';
import { align } from '../../../electron/engine/compare/align.ts';
import { onlyOneAccount } from '../../../electron/engine/compare/only-one.ts';
import { prepared } from '../../../electron/engine/summary/prepare.ts';
import { summarise } from '../../../electron/engine/summary/summarise.ts';
import { WEIGHTS, type Weights } from '../../../electron/engine/summary/weights.ts';
import { loadEvents, type GoldEvent } from '../compare/gold.ts';
import type { QualityTable } from '../table.ts';
import { comparisonOf } from './corpora.ts';
import { goldFacts } from './gold-facts.ts';

const BUDGETS = [60, 100, 150];

interface Evidence {
  sentences: number;
  /** Sum of the accounts that report each sentence, in the gold, and how many are reported by several. */
  independent: number;
  several: number;
  /** Citations given as support, and those that are right. */
  citations: number;
  right: number;
  /** Sum of how much the sentences lean on others. */
  leaning: number;
  only: number;
  /** Of those, which another account reports, fully or in part. */
  full: number;
  partial: number;
}

function evidenceOf(event: GoldEvent, story: Weights): Evidence {
  const { analyses } = event;
  const gold = goldFacts(event);
  const comparison = comparisonOf(analyses);
  const leaning = new Map<SentenceId, number>(
    analyses.flatMap((each) => prepared(each).sentences.map((one) => [one.sentence.id, one.leaning])),
  );
  const sums: Evidence = {
    sentences: 0,
    independent: 0,
    several: 0,
    citations: 0,
    right: 0,
    leaning: 0,
    only: 0,
    full: 0,
    partial: 0,
  };
  for (const words of BUDGETS) {
    const summary = summarise(analyses, { words }, { ...comparison, weights: { ...WEIGHTS, story } });
    for (const { sentenceId, supportedBy } of summary.sentences) {
      const independent = gold.independent(sentenceId);
      sums.sentences++;
      sums.independent += independent;
      sums.several += Number(independent > 1);
      sums.citations += supportedBy.length;
      sums.right += supportedBy.filter((other) => gold.same(sentenceId, other.sentenceId)).length;
      sums.leaning += leaning.get(sentenceId) ?? 0;
    }
  }
  for (const { sentenceId } of onlyOneAccount(analyses, align(analyses), comparison.accounts ?? [])) {
    const elsewhere = gold.elsewhere(sentenceId);
    sums.only++;
    sums.full += Number(elsewhere === 'full');
    sums.partial += Number(elsewhere === 'partial');
  }
  return sums;
}

function row(name: string, sums: Evidence): string[] {
  const per = (value: number, count: number, digits = 2) =>
    count === 0 ? '–' : (value / count).toFixed(digits);
  return [
    name,
    String(sums.sentences),
    per(sums.independent, sums.sentences),
    per(sums.several, sums.sentences),
    String(sums.citations),
    per(sums.right, sums.citations),
    per(sums.leaning, sums.sentences),
    String(sums.only),
    String(sums.full),
    String(sums.partial),
  ];
}

function total(all: readonly Evidence[]): Evidence {
  const names = Object.keys(all[0] ?? {}) as (keyof Evidence)[];
  const sums = names.map((name) => [name, all.reduce((sum, each) => sum + each[name], 0)] as const);
  return Object.fromEntries(sums) as unknown as Evidence;
}

const COLUMNS = [
  'sentences',
  'accounts',
  'several',
  'citations',
  'right',
  'leaning',
  'only one',
  'of these full',
  'partial',
];

/**
 * How well summaries of events with gold are supported, how many of the citations are right, how much their
 * sentences lean on others, and how many of what only one account is said to tell another one tells as well.
 */
export async function evidenceQuality(evalDir: string | null): Promise<QualityTable> {
  const events = await loadEvents(evalDir);
  const each = events.map((event) => evidenceOf(event, WEIGHTS.story));
  return {
    title: `Summaries: support, in ${BUDGETS.join(', ')} words, and what only one account says`,
    columns: ['event', ...COLUMNS],
    rows: [...events.map(({ name }, index) => row(name, each[index] ?? total([]))), row('all', total(each))],
  };
}

/** The same without what alignment and the reading of single sentences bring to the choice. */
export async function evidenceAblation(evalDir: string | null): Promise<QualityTable> {
  const events = await loadEvents(evalDir);
  const { story } = WEIGHTS;
  const lessAgreed: Weights = { ...story, sentence: { ...story.sentence, agreed: 0 } };
  const variants: [string, Weights][] = [
    ['nothing', story],
    ['agreed', lessAgreed],
    ['concession', { ...story, concession: 0 }],
    ['both', { ...lessAgreed, concession: 0 }],
  ];
  return {
    title: 'Ablation: support of summaries, all events',
    columns: ['without', ...COLUMNS],
    rows: variants.map(([name, weights]) =>
      row(name, total(events.map((event) => evidenceOf(event, weights)))),
    ),
  };
}
