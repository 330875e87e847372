import type { Citation } from '../../api/index.ts';
import { accountKey, byLetter, type Source, type Sources } from './sources.ts';

/** A letter beside a passage: `own` has these very words, `reports` says the same, `rewrite` adds no support. */
export interface Mark {
  readonly source: Source;
  readonly citation: Citation;
  readonly kind: 'own' | 'reports' | 'rewrite';
}

export interface Marked {
  readonly source: Source;
  /** Its own letter first, then independent reports in the order of letters, then rewrites. */
  readonly marks: readonly Mark[];
  /** Accounts that report it, its own included. */
  readonly independent: number;
}

/**
 * Who stands behind some words: the article they are taken from and the others that report the same, each
 * once. Null where the words are of no article of the brief.
 */
export function marked(own: Citation, others: readonly Citation[], sources: Sources): Marked | null {
  const source = sources.of.get(own.articleId);
  if (!source) return null;
  const first = new Map<Source, Citation>();
  for (const citation of others) {
    const other = sources.of.get(citation.articleId);
    if (other && other !== source && !first.has(other)) first.set(other, citation);
  }
  // The first article of an account speaks for it; its rewrites stand back.
  const ordered = [...first].sort(
    ([a], [b]) => Number(a.rewrites !== null) - Number(b.rewrites !== null) || byLetter(a, b),
  );
  const named = new Set([accountKey(source)]);
  const reports: Mark[] = [];
  const rewrites: Mark[] = [];
  for (const [other, citation] of ordered) {
    const key = accountKey(other);
    if (named.has(key)) rewrites.push({ source: other, citation, kind: 'rewrite' });
    else reports.push({ source: other, citation, kind: 'reports' });
    named.add(key);
  }
  return {
    source,
    marks: [{ source, citation: own, kind: 'own' }, ...reports, ...rewrites],
    independent: named.size,
  };
}
