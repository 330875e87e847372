import type { Article } from '../../api/index.ts';
import type { FileContent } from '../library/read-file.ts';
import type { InputOf, JobKind, OutputOf, ReadInput } from './jobs.ts';

interface Performed {
  readonly output: unknown;
  /** Memory that the worker hands over with it. */
  readonly transfer: ArrayBuffer[];
}

type Performers = {
  readonly [K in JobKind]: (input: InputOf<K>, begun: Promise<unknown>) => Promise<OutputOf<K>>;
};

const articleOf = (body: string) => JSON.parse(body) as Article;

/** What a kind needs is loaded with its first job: a worker that only reads has no use for the rest. */
const PERFORMERS: Performers = {
  read: async (input, begun) =>
    (await import('./read.ts')).readJob(input, (await begun) as FileContent | null),
  prepare: async ({ body }) => {
    const { prepareArticle } = await import('../search/prepare.ts');
    return prepareArticle(articleOf(body));
  },
  sketch: async (articles) => {
    const { sketchOf } = await import('../derived/sketch.ts');
    return articles.map(({ body }) => sketchOf(articleOf(body)));
  },
  derive: async (sketches) => (await import('../derived/derive-library.ts')).deriveLibrary(sketches),
};

/** What of a job can be done while others are worked at, for {@link perform}: a disk takes its time. */
export async function begin(kind: JobKind, input: unknown): Promise<unknown> {
  if (kind !== 'read') return null;
  const { fetchFile } = await import('./read.ts');
  return fetchFile(input as ReadInput);
}

/** Does one job. Rejects where it cannot be done. */
export async function perform(kind: JobKind, input: unknown, begun: Promise<unknown>): Promise<Performed> {
  // The two sides share the table of kinds: see Jobs.
  const performer = PERFORMERS[kind] as (input: unknown, begun: Promise<unknown>) => Promise<unknown>;
  const output = await performer(input, begun);
  return { output, transfer: memoryOf(output) };
}

/** Loads what reading needs. */
export async function warmUp(): Promise<void> {
  await import('./read.ts');
}

/** The memory of the byte arrays in an answer, each of which must be the whole of its own. */
function memoryOf(output: unknown): ArrayBuffer[] {
  const arrays = Array.isArray(output) ? output : [preparedOf(output) ?? output];
  const memories = new Set<ArrayBuffer>();
  for (const array of arrays) {
    if (!(array instanceof Uint8Array) || !(array.buffer instanceof ArrayBuffer)) continue;
    if (array.byteLength === array.buffer.byteLength) memories.add(array.buffer);
  }
  return [...memories];
}

function preparedOf(output: unknown): unknown {
  return typeof output === 'object' && output !== null && 'prepared' in output ? output.prepared : undefined;
}
