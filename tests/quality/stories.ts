import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleId } from '../../electron/api/index.ts';
import { articleIdOf } from '../../electron/engine/documents/ids.ts';
import { readDocument } from '../../electron/engine/documents/read.ts';
import { analyse, type Analysis } from '../../electron/engine/language/analysis.ts';
import { averageLink } from '../../electron/engine/stories/average-link.ts';
import { clusterStories } from '../../electron/engine/stories/cluster.ts';
import { storyTitle } from '../../electron/engine/stories/title.ts';
import type { SparseVector } from '../../electron/engine/stories/vectors.ts';
import { findTopics } from '../../electron/engine/topics/find-topics.ts';
import cases from './cases/stories.json' with { type: 'json' };
import { adjustedRand, bCubed } from './clustering-scores.ts';
import type { QualityTable } from './table.ts';

interface Labelled {
  readonly event: string;
  readonly analysis: Analysis;
}

async function analysed(path: string, bytes: Uint8Array): Promise<Analysis> {
  const result = await readDocument({ id: articleIdOf(path), path, bytes });
  if ('failure' in result) throw new Error(`${path}: ${result.failure.message}`);
  return analyse(result.article);
}

async function labelledFolder(folder: string): Promise<Labelled[]> {
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Record<string, string>;
  const labelled: Labelled[] = [];
  for (const [name, event] of Object.entries(gold)) {
    labelled.push({ event, analysis: await analysed(name, readFileSync(join(folder, name))) });
  }
  return labelled;
}

/** Our own invented events. */
export async function committedStories(): Promise<Labelled[]> {
  const labelled: Labelled[] = [];
  for (const { event, accounts } of cases.events) {
    for (const [i, { title, text }] of accounts.entries()) {
      const bytes = new TextEncoder().encode(`${title}\n\n${text}\n`);
      labelled.push({ event, analysis: await analysed(`${event}-${String(i)}.txt`, bytes) });
    }
  }
  return labelled;
}

/** The usual baseline: unit vectors of tf × log(N / df) over stems, average link, one threshold. */
function baseline(analyses: readonly Analysis[], threshold = 0.15): number[][] {
  const counts = analyses.map(({ sentences, titleStems }) => {
    const terms = new Map<string, number>();
    for (const stem of [...titleStems, ...sentences.flatMap(({ stems }) => stems)]) {
      if (stem) terms.set(stem, (terms.get(stem) ?? 0) + 1);
    }
    return terms;
  });
  const seen = new Map<string, number>();
  for (const terms of counts) for (const stem of terms.keys()) seen.set(stem, (seen.get(stem) ?? 0) + 1);
  const dimensions = new Map([...seen.keys()].sort().map((stem, i) => [stem, i]));
  const vectors = counts.map((terms): SparseVector => {
    const entries = [...terms]
      .map(([stem, count]): [number, number] => [
        dimensions.get(stem) ?? 0,
        count * Math.log(analyses.length / (seen.get(stem) ?? 1)),
      ])
      .filter(([, weight]) => weight > 0)
      .sort((a, b) => a[0] - b[0]);
    const norm = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1;
    return {
      dims: Int32Array.from(entries, ([dimension]) => dimension),
      weights: Float32Array.from(entries, ([, weight]) => weight / norm),
    };
  });
  return averageLink(vectors, threshold);
}

function scores(found: readonly number[], gold: readonly string[]): number[] {
  const { precision, recall, f1 } = bCubed(found, gold);
  return [precision, recall, f1, adjustedRand(found, gold)].map((score) => Number((100 * score).toFixed(1)));
}

function clusterOf(clusters: readonly (readonly number[])[]): number[] {
  const found: number[] = [];
  clusters.forEach((members, cluster) => members.forEach((member) => (found[member] = cluster)));
  return found;
}

function ours(labelled: readonly Labelled[]): number[] {
  const order = new Map(labelled.map(({ analysis }, i): [ArticleId, number] => [analysis.articleId, i]));
  const stories = clusterStories(labelled.map(({ analysis }) => analysis));
  return clusterOf(stories.map(({ articleIds }) => articleIds.map((id) => order.get(id) ?? -1)));
}

function rowsFor(name: string, labelled: readonly Labelled[]): (string | number)[][] {
  const gold = labelled.map(({ event }) => event);
  const analyses = labelled.map(({ analysis }) => analysis);
  const size = `${String(new Set(gold).size)} × ${String(labelled.length)}`;
  return [
    [`${name}, tf-idf average link`, size, ...scores(clusterOf(baseline(analyses)), gold)],
    [`${name}, ours`, size, ...scores(ours(labelled), gold)],
  ];
}

/** The events whose hash falls into a half: the same every time, and not by their order in a file. */
function halfOf(labelled: readonly Labelled[], half: 0 | 1): Labelled[] {
  return labelled.filter(
    ({ event }) =>
      Number.parseInt(createHash('sha256').update(event).digest('hex').slice(0, 2), 16) % 2 === half,
  );
}

function judged(name: string, analyses: readonly Analysis[]): (string | number)[] {
  const { topics } = findTopics(analyses);
  const shown = topics.slice(0, 12).map(({ label, articleIds }) => `${label} ${String(articleIds.length)}`);
  return [name, storyTitle(analyses), shown.join(' · ')];
}

async function readable(evalSets: readonly Labelled[], seeds: string): Promise<QualityTable> {
  const rows: (string | number)[][] = [];
  if (existsSync(seeds)) {
    const names = readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .sort();
    const analyses = await Promise.all(names.map((name) => analysed(name, readFileSync(join(seeds, name)))));
    rows.push(judged('seeds', analyses));
  }
  const all = [...(await committedStories()), ...evalSets];
  for (const event of new Set(all.map((each) => each.event))) {
    rows.push(
      judged(
        event,
        all.filter((each) => each.event === event).map(({ analysis }) => analysis),
      ),
    );
  }
  return {
    title: 'Titles and topics of stories, for a person to judge',
    columns: ['event', 'title', 'topics, with the number of articles'],
    rows,
  };
}

/**
 * Stories as B-cubed (A. Bagga, B. Baldwin, 1998) and adjusted Rand index (L. Hubert, P. Arabie, 1985) in per cent.
 * @param evalDir the evaluation texts, or null where there are none: then only the committed cases are measured.
 */
export async function storiesQuality(evalDir: string | null): Promise<QualityTable[]> {
  const rows = rowsFor('own cases', await committedStories());
  const shown: Labelled[] = [];
  for (const [name, folder] of [
    ['BASIL', 'stories-basil'],
    ['NewsWCL50', 'stories-newswcl50'],
  ] as const) {
    if (!evalDir || !existsSync(join(evalDir, folder))) continue;
    const labelled = await labelledFolder(join(evalDir, folder));
    rows.push(...rowsFor(name, labelled));
    if (name === 'BASIL') {
      rows.push(
        ...rowsFor('BASIL, one half', halfOf(labelled, 0)),
        ...rowsFor('BASIL, other half', halfOf(labelled, 1)),
      );
    }
    const events = [...new Set(labelled.map(({ event }) => event))].slice(0, 5);
    shown.push(...labelled.filter(({ event }) => events.includes(event)));
  }
  return [
    {
      title: 'Stories: articles of one event together',
      columns: ['set', 'events × articles', 'B³ P', 'B³ R', 'B³ F1', 'ARI'],
      rows,
      note: evalDir
        ? 'Threshold and weights of ours were fitted on BASIL.'
        : 'Without the evaluation texts: own cases only.',
    },
    await readable(shown, join(import.meta.dirname, '../../seeds')),
  ];
}
