import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Budget } from '../../../electron/api/index.ts';
import { summarise } from '../../../electron/engine/summary/summarise.ts';
import type { QualityTable } from '../table.ts';
import { lead, lexRank, oracle, textRank, type Method } from './baselines.ts';
import { loadCases, type Case } from './corpora.ts';
import { evidenceQuality } from './evidence.ts';
import { rougeL, rougeN, type Score } from './rouge.ts';

const OWN_CASES = fileURLToPath(new URL('../cases/summaries', import.meta.url));

const ours: Method = ({ analyses, comparison }, budget) =>
  summarise(analyses, budget, comparison).sentences.map(({ text }) => text);

const METHODS: Readonly<Record<string, Method>> = {
  lead,
  LexRank: lexRank,
  TextRank: textRank,
  Synoptic: ours,
  oracle,
};

interface Measure {
  readonly title: string;
  readonly value: keyof Score;
  readonly cut: number;
  budgetOf(one: Case): Budget;
}

const STORY: Omit<Measure, 'title'> = { value: 'recall', cut: 100, budgetOf: () => ({ words: 100 }) };

function tableOf(cases: readonly Case[], { title, value, cut, budgetOf }: Measure): QualityTable {
  const rows = Object.entries(METHODS).map(([name, method]) => {
    const sums = [0, 0, 0];
    const started = performance.now();
    const summaries = cases.map((one) => method(one, budgetOf(one)));
    const time = (performance.now() - started) / cases.length;
    cases.forEach((one, index) => {
      const summary = summaries[index] ?? [];
      const references = one.references.map((sentences) => sentences.join(' '));
      const scores = [
        rougeN(summary.join(' '), references, 1, { cut }),
        rougeN(summary.join(' '), references, 2, { cut }),
        rougeL(summary, one.references),
      ];
      scores.forEach((score, at) => (sums[at] = (sums[at] ?? 0) + score[value]));
    });
    return [name, ...sums.map((sum) => ((100 * sum) / cases.length).toFixed(2)), time.toFixed(1)];
  });
  return {
    title: `${title}, ${cases.length} cases, ROUGE ${value === 'f1' ? 'F1' : 'recall'}`,
    columns: ['method', 'R-1', 'R-2', 'R-L', 'ms'],
    rows,
  };
}

/** Articles are read as the app reads them. Without a folder of data, only the project's own cases. */
export async function summaryQuality(evalDir: string | null): Promise<QualityTable[]> {
  const tables = [
    tableOf(await loadCases(OWN_CASES), {
      ...STORY,
      title: 'Summaries: own stories, 60 words',
      cut: Infinity,
      budgetOf: () => ({ words: 60 }),
    }),
    await evidenceQuality(evalDir),
  ];
  if (evalDir === null) return tables;
  const sets: [string, Measure][] = [
    ['duc2004', { ...STORY, title: 'Summaries: DUC 2004, ten articles in 100 words' }],
    [
      'cnndm100',
      {
        title: 'Summaries: CNN/DailyMail, one article in three sentences',
        value: 'f1',
        cut: Infinity,
        budgetOf: () => ({ sentences: 3 }),
      },
    ],
    [
      'bbc',
      {
        title: 'Summaries: BBC, one article at the reference’s number of words',
        value: 'f1',
        cut: Infinity,
        budgetOf: ({ references }) => ({ words: references.flat().join(' ').split(/\s+/u).length }),
      },
    ],
  ];
  for (const [folder, measure] of sets) {
    const cases = await loadCases(join(evalDir, folder));
    if (cases.length > 0) tables.push(tableOf(cases, measure));
  }
  return tables;
}
