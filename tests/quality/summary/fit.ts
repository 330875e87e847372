import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { WEIGHTS, type Weights } from '../../../electron/engine/summary/weights.ts';
import { comparisonOf, loadCases, type Case } from './corpora.ts';
import { meanScore, taskOf, type Task } from './scoring.ts';
import { ARTICLE_PARAMETERS, random, search, STORY_PARAMETERS, type Parameter } from './search.ts';

const WEIGHTS_FILE = fileURLToPath(new URL('../../../electron/engine/summary/weights.json', import.meta.url));
const FOLDS = 3;

/** The tasks that one case gives; the first is the one that is reported. */
type TasksOf = (one: Case) => Task[];

/** The same story from fewer accounts: steadies the fit, and keeps it from being one for ten accounts only. */
function part(one: Case, size: number, draw: () => number): Case {
  const analyses = one.analyses
    .map((analysis) => ({ analysis, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, size)
    .map(({ analysis }) => analysis);
  return { ...one, analyses, comparison: comparisonOf(analyses) };
}

function storyTasks(): TasksOf {
  const draw = random(2);
  return (one) => [
    taskOf(one, { words: 100 }, 'recall', 2, 100),
    ...[5, 7].map((size) => taskOf(part(one, size, draw), { words: 100 }, 'recall', 1, 100)),
  ];
}

const articleTasks: TasksOf = (one) => [
  taskOf(one, { sentences: 3 }, 'f1', 2),
  taskOf(one, { sentences: 2 }, 'f1', 0.5),
  taskOf(one, { sentences: 4 }, 'f1', 0.5),
  taskOf(one, { words: 50 }, 'f1', 0.5),
  taskOf(one, { words: 70 }, 'f1', 0.5),
];

interface Fitted {
  readonly weights: Weights;
  /** ROUGE-2 of the reported task, per cent: by the weights before, on all data; by weights fitted on the other folds; by the new weights on all data. */
  readonly before: number;
  readonly heldOut: number;
  readonly after: number;
}

function percent(tasks: readonly (readonly Task[])[], weights: Weights): number {
  return (
    100 *
    meanScore(
      tasks.flatMap(([first]) => first ?? []),
      weights,
      0,
    )
  );
}

function fitOne(
  name: string,
  tasks: readonly Task[][],
  start: Weights,
  parameters: readonly Parameter[],
): Fitted {
  const fitted = (part: readonly Task[][]) =>
    search(start, parameters, (at) => meanScore(part.flat(), at)).weights;
  let heldOut = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitted(tasks.filter((_, i) => i % FOLDS !== fold));
    const out = tasks.filter((_, i) => i % FOLDS === fold);
    heldOut += (percent(out, weights) * out.length) / tasks.length;
    console.log(`${name}: fold ${fold + 1} of ${FOLDS}`);
  }
  const weights = fitted(tasks);
  const result = { weights, before: percent(tasks, start), heldOut, after: percent(tasks, weights) };
  console.log(
    `${name}, ROUGE-2: ${result.before.toFixed(2)} before, ${heldOut.toFixed(2)} cross-validated, ` +
      `${result.after.toFixed(2)} after`,
  );
  return result;
}

/** Fits the weights to the data of the folder, starting from those there are, and writes their file. */
export async function fit(evalDir: string): Promise<void> {
  const stories = await loadCases(join(evalDir, 'duc2004'));
  const articles = await loadCases(join(evalDir, 'cnndm100'));
  if (stories.length === 0 || articles.length === 0) {
    throw new Error('Fitting needs duc2004 and cnndm100 in the folder of evaluation data.');
  }
  const story = fitOne('stories', stories.map(storyTasks()), WEIGHTS.story, STORY_PARAMETERS);
  const article = fitOne('articles', articles.map(articleTasks), WEIGHTS.article, ARTICLE_PARAMETERS);
  const note = ({ heldOut, after }: Fitted) =>
    `ROUGE-2 ${after.toFixed(2)} on all of it, ${heldOut.toFixed(2)} cross-validated in ${FOLDS} folds`;
  const content = {
    about: {
      made: `${new Date().toISOString().slice(0, 10)} by npm run quality:fit, from values first tried by hand on the same data: cross-validation covers the fit, not those trials`,
      story: `${stories.length} stories of DUC 2004, 100 words, recall: ${note(story)}. Set by hand, because the data do not show them: redundancy, title, quoted, pointing, short.`,
      article: `${articles.length} articles of CNN/DailyMail, three sentences, F1: ${note(article)}. Set by hand: title, pointing, short.`,
    },
    story: story.weights,
    article: article.weights,
  };
  const options = (await resolveConfig(WEIGHTS_FILE)) ?? {};
  writeFileSync(WEIGHTS_FILE, await format(JSON.stringify(content), { ...options, parser: 'json' }));
  console.log(`Written: ${WEIGHTS_FILE}`);
}
