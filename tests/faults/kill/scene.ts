import type { ArticleId, HighlightId, HostApi, SentenceId } from '../../../electron/api/index.ts';
import { SynopticError } from '../../../electron/api/index.ts';
import type { Random } from '../random.ts';
import type { Imports } from './imports.ts';
import type { Ledger } from './ledger.ts';

/** An article of the library as it was before the first request. */
export interface KnownArticle {
  readonly id: ArticleId;
  readonly path: string;
  readonly sentences: readonly SentenceId[];
  readonly contentHash: string;
}

/** What the actions of one round work on. */
export interface Scene {
  readonly random: Random;
  readonly ledger: Ledger;
  readonly imports: Imports;
  readonly articles: readonly KnownArticle[];
  readonly library: string;
  /** A folder outside of the library whose files are imported by their paths. */
  readonly outside: string;
  /** Annotations as a file of another computer has them, with their places. */
  readonly exported: { readonly json: string; readonly places: ReadonlyMap<string, string> } | null;
  /** Highlights by the place of their sentence, as the engine named them. */
  readonly highlights: Map<string, HighlightId>;
  readonly faults: string[];
  /** Makes texts and names that come once. */
  number: number;
}

/** Answers that a reader may well get, while the library is being read or the engine is dying. */
const USUAL: ReadonlySet<string> = new Set(['unknown-article', 'engine-stopped', 'no-library']);

/**
 * A request that changes values: recorded before it is sent, and again when it is answered. What is refused
 * must have changed nothing.
 *
 * @returns the answer; null where it was refused or never came.
 */
export async function change<T>(
  scene: Scene,
  values: ReadonlyMap<string, string | null>,
  request: () => Promise<T>,
): Promise<T | null> {
  const begun = scene.ledger.begin(values);
  try {
    const answer = await request();
    scene.ledger.acknowledge(begun);
    return answer;
  } catch (thrown) {
    if (!isDeath(thrown)) scene.ledger.refuse(begun);
    note(scene, thrown);
    return null;
  }
}

/** A request that changes nothing. */
export async function ask<T>(scene: Scene, request: () => Promise<T>): Promise<T | null> {
  try {
    return await request();
  } catch (thrown) {
    note(scene, thrown);
    return null;
  }
}

export function isDeath(thrown: unknown): boolean {
  return thrown instanceof SynopticError && thrown.code === 'engine-stopped';
}

/** Refusals that nobody could expect are faults of the engine. */
export function note(scene: Scene, thrown: unknown): void {
  if (thrown instanceof SynopticError && USUAL.has(thrown.code)) return;
  const said = thrown instanceof SynopticError ? `${thrown.code}: ${thrown.message}` : String(thrown);
  scene.faults.push(`a request was refused: ${said}`);
}

export type Api = HostApi;
