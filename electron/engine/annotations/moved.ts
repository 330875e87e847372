import type { ArticleId } from '../../api/index.ts';
import { articleIdOf } from '../documents/ids.ts';
import type { Places } from '../store/places.ts';
import type { Move } from './ops.ts';
import type { AnnotationState } from './state.ts';

/**
 * Articles that have another name than when they were seen last: gone, or another content in their place, and
 * their content in exactly one other place. A copy of an article that is still there is no new name of it, though
 * articles that are known may have changed names among each other.
 */
export function movedFrom(state: AnnotationState, now: Places): Move[] {
  const elsewhere = [...state.articles].filter(
    ([id, { contentHash }]) => contentHash !== '' && now.get(id)?.contentHash !== contentHash,
  );
  if (elsewhere.length === 0) return [];
  const byContent = new Map<string, ArticleId[]>();
  for (const [id, { contentHash }] of now) {
    if (state.articles.get(id)?.contentHash === contentHash) continue;
    byContent.set(contentHash, [...(byContent.get(contentHash) ?? []), id]);
  }
  const taken = new Set<ArticleId>();
  return elsewhere.flatMap(([from, { contentHash }]) => {
    const [to, ...others] = byContent.get(contentHash) ?? [];
    if (to === undefined || others.length > 0 || taken.has(to)) return [];
    if (now.has(from) && !state.articles.has(to)) return [];
    taken.add(to);
    return [{ from, to }];
  });
}

/**
 * The moves that these renames ask for. What is kept of an article whose name another one takes is kept under a
 * name that no file can have, so that it is found again by its content.
 */
export function movesFor(state: AnnotationState, renamed: readonly Move[]): Move[] {
  const known = (id: ArticleId) => state.articles.has(id) || state.hasHighlights(id);
  const moves = renamed.filter(({ from, to }) => from !== to && known(from));
  const leaving = new Set(moves.map(({ from }) => from));
  const displaced = moves.flatMap(({ to }): Move[] =>
    known(to) && !leaving.has(to) ? [{ from: to, to: goneId(state, to) }] : [],
  );
  return [...moves, ...displaced];
}

function goneId(state: AnnotationState, id: ArticleId): ArticleId {
  const { path = '', contentHash = '' } = state.articles.get(id) ?? {};
  for (let number = 1; ; number += 1) {
    const name = articleIdOf(`\0${path}\0${contentHash}\0${number}`);
    if (!state.articles.has(name) && !state.hasHighlights(name)) return name;
  }
}
