import type { ArticleId } from '../../api/index.ts';
import type { AnnotationState } from './state.ts';

/** Articles of which the two say different things. */
export function changedBetween(before: AnnotationState, now: AnnotationState): Set<ArticleId> {
  const changed = new Set<ArticleId>();
  for (const id of new Set([...before.articles.keys(), ...now.articles.keys()])) {
    if (!same(before.articles.get(id), now.articles.get(id))) changed.add(id);
  }
  for (const id of new Set([...before.highlights.keys(), ...now.highlights.keys()])) {
    const [old, current] = [before.highlights.get(id), now.highlights.get(id)];
    if (same(old, current)) continue;
    if (old) changed.add(old.articleId);
    if (current) changed.add(current.articleId);
  }
  return changed;
}

function same(a: object | undefined, b: object | undefined): boolean {
  return JSON.stringify(a, plain) === JSON.stringify(b, plain);
}

const plain = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value].sort() : value);
