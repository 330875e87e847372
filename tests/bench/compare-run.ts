// One size in a process of its own, so that its memory is its own: node compare-run.ts COUNT ROUNDS.
import MiniSearch from 'minisearch';
import { compareArticles } from '../../electron/engine/compare/compare.ts';
import { reportable } from '../../electron/engine/compare/features.ts';
import { analyse, type Analysis } from '../../electron/engine/language/analysis.ts';
import { storyOf } from './compare-articles.ts';

/** What one size costs. */
export interface CompareCost {
  /** Milliseconds of analysing the articles, and of comparing them once analysed: medians. */
  readonly analyse: number;
  readonly compare: number;
  /** Milliseconds in which MiniSearch indexes the sentences and looks each up; null where it takes minutes. */
  readonly peer: number | null;
  readonly sentences: number;
  /** Pairs of sentences of different articles that share a rare term. */
  readonly rarePairs: number;
  readonly found: number;
  /** Highest resident memory of the process in MiB, before the comparison and after it. */
  readonly before: number;
  readonly after: number;
}

/** A term is rare in at most so many sentences, or in this share of all. */
const RARE = 8;
const RARE_SHARE = 0.01;
/** Articles up to which the peer is asked. */
const PEER_UP_TO = 50;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

function countRarePairs(analyses: readonly Analysis[]): number {
  const sentences = analyses.flatMap(reportable);
  const holders = new Map<string, number[]>();
  sentences.forEach(({ stems }, at) => {
    for (const stem of new Set(stems.filter(Boolean))) {
      const list = holders.get(stem) ?? [];
      list.push(at);
      holders.set(stem, list);
    }
  });
  const pairs = new Set<number>();
  for (const list of holders.values()) {
    if (list.length > Math.max(RARE, RARE_SHARE * sentences.length)) continue;
    for (const a of list) {
      for (const b of list) {
        if (a < b && sentences[a]?.articleId !== sentences[b]?.articleId) pairs.add(a * sentences.length + b);
      }
    }
  }
  return pairs.size;
}

function lookUpEach(analyses: readonly Analysis[]): void {
  const index = new MiniSearch({ fields: ['text'] });
  const documents = analyses.flatMap(reportable).map(({ text }, id) => ({ id, text }));
  index.addAll(documents);
  for (const { text } of documents) index.search(text);
}

const memory = () => process.resourceUsage().maxRSS / 1024;

const [count, rounds] = process.argv.slice(2).map(Number);
if (!count || !rounds) throw new Error('node compare-run.ts COUNT ROUNDS');
const articles = await storyOf(count);
const warm = await storyOf(4);
for (let round = 0; round < 8; round++) compareArticles(warm, warm.map(analyse));
const before = memory();
const analysing: number[] = [];
const comparing: number[] = [];
let analyses: Analysis[] = [];
let found = 0;
for (let round = 0; round < rounds; round++) {
  // Analysed anew each time, so that nothing of the round before is known.
  const analysed = timed(() => articles.map(analyse));
  analyses = analysed.result;
  const compared = timed(() => compareArticles(articles, analyses));
  analysing.push(analysed.ms);
  comparing.push(compared.ms);
  found = compared.result.alignment.pairs.length;
}
const after = memory();
const peer = count > PEER_UP_TO ? null : timed(() => lookUpEach(analyses)).ms;
const cost: CompareCost = {
  analyse: median(analysing),
  compare: median(comparing),
  peer,
  sentences: analyses.flatMap(reportable).length,
  rarePairs: countRarePairs(analyses),
  found,
  before,
  after,
};
console.log(JSON.stringify(cost));
