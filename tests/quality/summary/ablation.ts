import { join } from 'node:path';
import { CONCEPT_FEATURES, WEIGHTS, type Weights } from '../../../electron/engine/summary/weights.ts';
import type { QualityTable } from '../table.ts';
import { loadCases } from './corpora.ts';
import { evidenceAblation } from './evidence.ts';
import { meanScore, taskOf, type Task } from './scoring.ts';

/** The weights with one of them at nothing, for each that is not. */
function without(weights: Weights): [string, Weights][] {
  const plain = (['centroid', 'decay', 'rarity', 'concession'] as const).map(
    (name): [string, number, Weights] => [name, weights[name], { ...weights, [name]: 0 }],
  );
  const concepts = CONCEPT_FEATURES.flatMap((name): [string, number, Weights][] => {
    const all = weights.concepts;
    return all ? [[`concepts: ${name}`, all[name], { ...weights, concepts: { ...all, [name]: 0 } }]] : [];
  });
  const sentence = Object.entries(weights.sentence).map(([name, value]): [string, number, Weights] => [
    `sentence: ${name}`,
    value,
    { ...weights, sentence: { ...weights.sentence, [name]: 0 } },
  ]);
  return [...concepts, ...plain, ...sentence].flatMap(([name, value, changed]) =>
    value === 0 ? [] : [[name, changed]],
  );
}

function tableOf(title: string, tasks: readonly Task[], weights: Weights): QualityTable {
  const figure = (at: Weights) => 100 * meanScore(tasks, at, 0);
  const all = figure(weights);
  return {
    title,
    columns: ['without', 'R-2', 'loss'],
    rows: [
      ['nothing', all.toFixed(2), ''],
      ...without(weights).map(([name, changed]) => {
        const value = figure(changed);
        return [name, value.toFixed(2), (all - value).toFixed(2)];
      }),
    ],
  };
}

/** What each weight brings: ROUGE-2 with it at zero, and how well the sentences are supported. Needs the evaluation data. */
export async function summaryAblation(evalDir: string | null): Promise<QualityTable[]> {
  if (evalDir === null) return [];
  const stories = await loadCases(join(evalDir, 'duc2004'));
  const articles = await loadCases(join(evalDir, 'cnndm100'));
  return [
    tableOf(
      'Ablation: DUC 2004, recall',
      stories.map((one) => taskOf(one, { words: 100 }, 'recall', 1, 100)),
      WEIGHTS.story,
    ),
    tableOf(
      'Ablation: CNN/DailyMail, F1',
      articles.map((one) => taskOf(one, { sentences: 3 }, 'f1', 1)),
      WEIGHTS.article,
    ),
    await evidenceAblation(evalDir),
  ];
}
