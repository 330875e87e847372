import fs from 'node:fs';
import path from 'node:path';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { blocksOf } from '../../electron/engine/documents/html/blocks.ts';
import { parse, type HtmlElement } from '../../electron/engine/documents/html/dom.ts';
import { extractHtml } from '../../electron/engine/documents/html/extract.ts';
import type { QualityTable } from './table.ts';

interface Case {
  readonly html: string;
  readonly body: string;
}

const SHINGLE = 4;

function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i === 0 || i + SHINGLE <= words.length; i++) {
    const shingle = words.slice(i, i + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Shares of true positives, false positives and false negatives among the shingles of both texts. */
function compare(gold: string, found: string): { tp: number; fp: number; fn: number } {
  const a = shingles(gold);
  const b = shingles(found);
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const inGold = a.get(key) ?? 0;
    const inFound = b.get(key) ?? 0;
    tp += Math.min(inGold, inFound);
    fp += Math.max(0, inFound - inGold);
    fn += Math.max(0, inGold - inFound);
  }
  const all = tp + fp + fn || 1;
  return { tp: tp / all, fp: fp / all, fn: fn / all };
}

const bodyOf = (html: string) =>
  blocksOf(parse(html).body as HtmlElement)
    .map((block) => block.text)
    .join('\n');

const SYSTEMS: Readonly<Record<string, (html: string) => Promise<string>>> = {
  Readability: async (html) =>
    bodyOf(new Readability(parse(html) as unknown as Document).parse()?.content ?? ''),
  Defuddle: async (html) =>
    bodyOf(
      (await Defuddle(parse(html) as unknown as Document, 'https://page.invalid/', { useAsync: false }))
        .content,
    ),
  ours: async (html) => (await extractHtml(html)).blocks.map((block) => block.text).join('\n'),
};

function ownCases(): Case[] {
  const folder = path.join(import.meta.dirname, 'cases', 'html');
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => ({
      html: fs.readFileSync(path.join(folder, name), 'utf8'),
      body: fs.readFileSync(path.join(folder, name.replace('.html', '.txt')), 'utf8'),
    }));
}

function benchmarkCases(evalDir: string): Case[] {
  const folder = path.join(evalDir, 'html');
  const truth = JSON.parse(fs.readFileSync(path.join(folder, 'ground-truth.json'), 'utf8')) as Readonly<
    Record<string, { articleBody: string }>
  >;
  return Object.entries(truth).map(([id, { articleBody }]) => ({
    html: fs.readFileSync(path.join(folder, `${id}.html`), 'utf8'),
    body: articleBody,
  }));
}

async function measure(title: string, cases: readonly Case[]): Promise<QualityTable> {
  const rows: (string | number)[][] = [];
  // Defuddle reports broken JSON-LD of the pages on the console; the table is what is asked for here.
  const { error } = console;
  console.error = () => undefined;
  try {
    for (const [name, system] of Object.entries(SYSTEMS)) {
      const sum = { tp: 0, fp: 0, fn: 0 };
      for (const { html, body } of cases) {
        const { tp, fp, fn } = compare(body, await system(html));
        sum.tp += tp;
        sum.fp += fp;
        sum.fn += fn;
      }
      const precision = sum.tp / (sum.tp + sum.fp);
      const recall = sum.tp / (sum.tp + sum.fn);
      const f1 = (2 * precision * recall) / (precision + recall);
      rows.push([name, ...[precision, recall, f1].map((value) => value.toFixed(3))]);
    }
  } finally {
    console.error = error;
  }
  return { title: `${title}, ${cases.length} pages`, columns: ['system', 'precision', 'recall', 'F1'], rows };
}

/** F1 over shingles of four words of article bodies, as the public article-extraction benchmark measures. */
export async function htmlQuality(evalDir: string | null): Promise<QualityTable[]> {
  const tables = [await measure('Article bodies from HTML, own cases', ownCases())];
  if (evalDir) tables.unshift(await measure('Article bodies from HTML, benchmark', benchmarkCases(evalDir)));
  return tables;
}
