import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Article } from '../../../electron/api/index.ts';
import { articleIdOf } from '../../../electron/engine/documents/ids.ts';
import type { ReadOutput } from '../../../electron/engine/pool/jobs.ts';
import { WorkerPool } from '../../../electron/engine/pool/pool.ts';
import { documentOf, type FuzzedDocument } from './documents.ts';
import { unsoundness } from './sound.ts';

export interface FuzzRun {
  readonly articles: number;
  readonly failures: Readonly<Record<string, number>>;
  readonly faults: readonly { readonly seed: number; readonly what: string }[];
  readonly verdict: string;
  readonly failed: boolean;
}

interface FuzzOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

/** Beyond the pool's own limit: then it does not keep to it, and nobody would ever be answered. */
const HANG_MS = 180_000;
/** Worth telling. */
const SLOW_MS = 8000;

type Outcome = { readonly kind: 'article' } | { readonly kind: 'failure'; readonly code: string };

/** Document i of a run has the seed of the run plus i. */
export async function fuzz({ rounds, seed, say = () => undefined }: FuzzOptions): Promise<FuzzRun> {
  const pool = new WorkerPool();
  const faults: { seed: number; what: string }[] = [];
  const failures: Record<string, number> = {};
  let articles = 0;
  let next = 0;
  let slowest = { ms: 0, what: '' };
  const work = async () => {
    while (next < rounds) {
      const document = documentOf(seed + next++);
      const began = performance.now();
      const found: string[] = [];
      try {
        const outcome = await judged(pool, document, found);
        if (outcome.kind === 'article') articles++;
        else failures[outcome.code] = (failures[outcome.code] ?? 0) + 1;
        if (outcome.kind === 'failure' && outcome.code === 'too-demanding')
          say(`too demanding: seed ${document.seed}, ${document.story}`);
      } catch (thrown) {
        found.push(`crashed: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      }
      const ms = Math.round(performance.now() - began);
      if (ms > slowest.ms) slowest = { ms, what: `seed ${document.seed}, ${document.story}` };
      if (ms > SLOW_MS) say(`slow: ${ms} ms, seed ${document.seed}, ${document.story}`);
      for (const what of found) {
        faults.push({ seed: document.seed, what });
        say(`FAULTY seed ${document.seed} (${document.story}): ${what}; kept as ${keep(document)}`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: pool.size }, work));
  } finally {
    await pool.close();
  }
  const failed = Object.entries(failures).map(([code, count]) => `${count} ${code}`);
  say(
    `${articles} articles; failures: ${failed.join(', ') || 'none'}; slowest ${slowest.ms} ms (${slowest.what})`,
  );
  const crashed = faults.filter(({ what }) => what.startsWith('crashed')).length;
  const hung = faults.filter(({ what }) => what.startsWith('hung')).length;
  const verdict =
    `fuzz: ${rounds} documents, seed ${seed}: ${crashed} crashes, ${hung} hangs, ` +
    `${faults.length - crashed - hung} unsound articles`;
  return { articles, failures, faults, verdict, failed: faults.length > 0 };
}

/** One document through the pool as the engine gives it, and its article through what comes after. */
async function judged(pool: WorkerPool, document: FuzzedDocument, found: string[]): Promise<Outcome> {
  const id = articleIdOf(document.path);
  const bytes = new Uint8Array(document.bytes);
  const read = await unlessHung(
    pool.run('read', { id, path: document.path, bytes }, { transfer: [bytes.buffer] }),
  );
  if (read === 'hung') {
    found.push('hung: it was never answered for');
    return { kind: 'failure', code: 'hung' };
  }
  if (read.kind === 'failed') {
    const { failure } = read;
    if (failure.path !== document.path) found.push('its failure names another file');
    if (!/[.!?]$/.test(failure.message)) found.push(`its failure says: ${failure.message}`);
    // Readers must not be shown what a library threw.
    if (failure.code === 'unreadable') found.push(`crashed, and was caught: ${failure.message}`);
    return { kind: 'failure', code: failure.code };
  }
  if (read.kind !== 'read') {
    found.push(`bytes were answered for with “${read.kind}”`);
    return { kind: 'failure', code: read.kind };
  }
  const article = JSON.parse(read.body) as Article;
  found.push(...unsoundness(article, document), ...recordFaults(read, article));
  const after: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['prepare', () => pool.run('prepare', { body: read.body })],
    ['sketch', () => pool.run('sketch', [{ body: read.body }])],
  ];
  for (const [kind, job] of after) {
    const done = await unlessHung(job().catch((thrown: unknown) => new Error(String(thrown))));
    if (done === 'hung') found.push(`hung: ${kind} was never answered for`);
    else if (done instanceof Error) found.push(`crashed in ${kind}: ${done.message}`);
  }
  return { kind: 'article' };
}

function recordFaults(read: Extract<ReadOutput, { kind: 'read' }>, article: Article): string[] {
  const { record } = read;
  const same =
    record.id === article.id &&
    record.title === article.title &&
    record.wordCount === article.wordCount &&
    record.contentHash === read.hash;
  return same ? [] : ['its record is of another article'];
}

async function unlessHung<T>(work: Promise<T>): Promise<T | 'hung'> {
  const stop = new AbortController();
  try {
    return await Promise.race([work, pause(HANG_MS, 'hung' as const, { signal: stop.signal })]);
  } finally {
    stop.abort();
  }
}

function keep({ path: name, bytes }: FuzzedDocument): string {
  const folder = path.join(tmpdir(), 'synoptic-faults-fuzz');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
