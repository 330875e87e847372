import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { WEIGHTS, type Weights } from '../../../electron/engine/summary/weights.ts';
import { loadEvents } from '../compare/gold.ts';
import { fitConcepts, observationsOf } from './concept-fit.ts';
import { comparisonOf, loadCases, type Case } from './corpora.ts';
import { fitElsewhere } from './elsewhere-fit.ts';
import { meanScore, taskOf, type Task } from './scoring.ts';
import { ARTICLE_PARAMETERS, random, search } from './search.ts';

const WEIGHTS_FILE = fileURLToPath(new URL('../../../electron/engine/summary/weights.json', import.meta.url));
const FOLDS = 5;
/** Numbers of accounts of which stories are fitted beside all of them, so that the fit is not one for ten only. */
const PARTS = [5, 3];

/** The same story from fewer accounts. */
function part(one: Case, size: number, draw: () => number): Case {
  const analyses = one.analyses
    .map((analysis) => ({ analysis, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, size)
    .map(({ analysis }) => analysis);
  return { ...one, analyses, comparison: comparisonOf(analyses) };
}

interface Fitted {
  readonly weights: Weights;
  /** ROUGE-2, per cent: by the weights before, on all data; by weights fitted on the other folds; by the new weights on all data. */
  readonly before: number;
  readonly heldOut: number;
  readonly after: number;
}

/** Fits with each fold held out and then on everything. `tasks`: what is reported of each case. */
function crossValidated(
  name: string,
  start: Weights,
  tasks: readonly Task[],
  fitted: (use: (index: number) => boolean) => Weights,
): Fitted {
  const percent = (weights: Weights, use: (index: number) => boolean = () => true) =>
    100 *
    meanScore(
      tasks.filter((_, index) => use(index)),
      weights,
      0,
    );
  let heldOut = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = (index: number) => index % FOLDS === fold;
    const weights = fitted((index) => !held(index));
    heldOut += (percent(weights, held) * tasks.filter((_, index) => held(index)).length) / tasks.length;
  }
  const weights = fitted(() => true);
  const result = { weights, before: percent(start), heldOut, after: percent(weights) };
  console.log(
    `${name}, ROUGE-2: ${result.before.toFixed(2)} before, ${heldOut.toFixed(2)} cross-validated, ` +
      `${result.after.toFixed(2)} after`,
  );
  return result;
}

function fitStories(stories: readonly Case[]): Fitted {
  const draw = random(2);
  const start = WEIGHTS.story;
  const observations = stories.map((one) =>
    [one, ...PARTS.map((size) => part(one, size, draw))].flatMap((each) => observationsOf(each, start)),
  );
  const tasks = stories.map((one) => taskOf(one, { words: 100 }, 'recall', 1, 100));
  return crossValidated('stories', start, tasks, (use) => ({
    ...start,
    concepts: fitConcepts(observations.filter((_, index) => use(index)).flat()),
  }));
}

function fitArticles(articles: readonly Case[]): Fitted {
  const start = WEIGHTS.article;
  const tasks = articles.map((one) => [
    taskOf(one, { sentences: 3 }, 'f1', 2),
    taskOf(one, { sentences: 2 }, 'f1', 0.5),
    taskOf(one, { sentences: 4 }, 'f1', 0.5),
    taskOf(one, { words: 50 }, 'f1', 0.5),
    taskOf(one, { words: 70 }, 'f1', 0.5),
  ]);
  const reported = tasks.flatMap(([first]) => first ?? []);
  return crossValidated(
    'articles',
    start,
    reported,
    (use) =>
      search(start, ARTICLE_PARAMETERS, (at) => meanScore(tasks.filter((_, index) => use(index)).flat(), at))
        .weights,
  );
}

/** Fits the weights to the data of the folder and writes their file. What is not fitted stays as it is. */
export async function fit(evalDir: string): Promise<void> {
  const stories = await loadCases(join(evalDir, 'duc2004'));
  const articles = await loadCases(join(evalDir, 'cnndm100'));
  if (stories.length === 0 || articles.length === 0) {
    throw new Error('Fitting needs duc2004 and cnndm100 in the folder of evaluation data.');
  }
  const story = fitStories(stories);
  const article = fitArticles(articles);
  const note = ({ heldOut, after }: Fitted) =>
    `ROUGE-2 ${after.toFixed(2)} on all of it, ${heldOut.toFixed(2)} cross-validated in ${FOLDS} folds`;
  const elsewhere = fitElsewhere(await loadEvents(evalDir));
  const content = {
    about: {
      made: `${new Date().toISOString().slice(0, 10)} by npm run quality:fit`,
      story: `Concepts: logistic regression on ${stories.length} stories of DUC 2004 with all articles, ${PARTS.join(' and ')} of them. 100 words, recall: ${note(story)}. The rest is set by hand.`,
      article: `Decay, rarity and rank: search from values tried by hand on the same data (${articles.length} articles of CNN/DailyMail). Three sentences, F1: ${note(article)}. The rest is set by hand.`,
      elsewhere: `Logistic regression on ${elsewhere.events} events with gold: sentences for which no counterpart was found, and whether a reader found one. Area under the curve ${elsewhere.heldOut.toFixed(2)}, each event scored by the others.`,
    },
    story: story.weights,
    article: article.weights,
    elsewhere: elsewhere.weights,
  };
  const options = (await resolveConfig(WEIGHTS_FILE)) ?? {};
  writeFileSync(WEIGHTS_FILE, await format(JSON.stringify(content), { ...options, parser: 'json' }));
  console.log(`Written: ${WEIGHTS_FILE}`);
}
