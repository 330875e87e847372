import type { ArticleId, HighlightId, StoryCorrection } from '../../api/index.ts';
import type { Op } from './ops.ts';
import { tagKey, type AnnotationState } from './state.ts';

/** What each change of the reader consists of. None changes the state; none has steps where nothing would change. */

export function tagging(
  state: AnnotationState,
  articleIds: readonly ArticleId[],
  tag: string,
  on: boolean,
): Op[] {
  const key = tagKey(tag);
  const spelling = on ? (spellingOf(state, key) ?? tag) : null;
  return articleIds.flatMap((articleId): Op[] => {
    const has = state.articles.get(articleId)?.tags.has(key) ?? false;
    return has === on ? [] : [{ kind: 'tag', articleId, key, tag: spelling }];
  });
}

/** As the reader wrote the tag before. */
export function spellingOf(state: AnnotationState, key: string): string | null {
  for (const { tags } of state.articles.values()) {
    const known = tags.get(key);
    if (known !== undefined) return known;
  }
  return null;
}

/** Where there is one of the new name, both become one, written in the new way. */
export function renamingTag(state: AnnotationState, from: string, to: string): Op[] {
  const [old, key] = [tagKey(from), tagKey(to)];
  if (spellingOf(state, old) === null) return [];
  const ops: Op[] = [];
  for (const [articleId, { tags }] of state.articles) {
    const renamed = tags.has(old);
    if (renamed && old !== key) ops.push({ kind: 'tag', articleId, key: old, tag: null });
    if ((renamed || tags.has(key)) && tags.get(key) !== to)
      ops.push({ kind: 'tag', articleId, key, tag: to });
  }
  return ops;
}

export function marking(
  state: AnnotationState,
  articleIds: readonly ArticleId[],
  kind: 'star' | 'read',
  on: boolean,
): Op[] {
  return articleIds.flatMap((articleId): Op[] => {
    const known = state.articles.get(articleId);
    const is = kind === 'star' ? known?.starred : known?.read;
    return (is ?? false) === on ? [] : [{ kind, articleId, on }];
  });
}

export function noting(state: AnnotationState, id: HighlightId, note: string, changedAt: string): Op[] {
  const known = state.highlights.get(id);
  if (!known || known.note === note) return [];
  return [{ kind: 'note', id, articleId: known.articleId, note, changedAt }];
}

export function removing(state: AnnotationState, id: HighlightId): Op[] {
  const known = state.highlights.get(id);
  return known ? [{ kind: 'remove', id, articleId: known.articleId }] : [];
}

/**
 * What is said last of an article holds: an article that stands apart belongs to none that it was put together with
 * before, and the other way round.
 */
export function correctingStories(state: AnnotationState, said: StoryCorrection): Op[] {
  const corrections = said.kind === 'together' ? joined(state.stories, said) : parted(state.stories, said);
  const same = JSON.stringify(corrections) === JSON.stringify(state.stories);
  return same ? [] : [{ kind: 'stories', corrections }];
}

function joined(before: readonly StoryCorrection[], said: StoryCorrection): StoryCorrection[] {
  const ids = new Set(said.articleIds);
  const others: StoryCorrection[] = [];
  let grown = true;
  let rest = before.filter(
    ({ kind, articleIds }) => kind === 'together' || !articleIds.some((id) => ids.has(id)),
  );
  while (grown) {
    grown = false;
    rest = rest.filter((each) => {
      if (each.kind !== 'together' || !each.articleIds.some((id) => ids.has(id))) return true;
      for (const id of each.articleIds) ids.add(id);
      grown = true;
      return false;
    });
  }
  others.push(...rest);
  const all = [...ids];
  const known = before.find(
    ({ kind, articleIds }) =>
      kind === 'together' && articleIds.length === all.length && articleIds.every((id) => ids.has(id)),
  );
  // What was said already stays where it was said.
  if (known && others.length === before.length - 1) return [...before];
  return [...others, { kind: 'together', articleIds: all }];
}

function parted(before: readonly StoryCorrection[], said: StoryCorrection): StoryCorrection[] {
  const ids = new Set(said.articleIds);
  const known = before.some(
    ({ kind, articleIds }) => kind === 'apart' && articleIds.some((id) => ids.has(id)),
  );
  const rest = before.flatMap((each): StoryCorrection[] => {
    if (each.kind === 'apart') return [each];
    const left = each.articleIds.filter((id) => !ids.has(id));
    if (left.length === each.articleIds.length) return [each];
    return left.length > 1 ? [{ kind: 'together', articleIds: left }] : [];
  });
  return known ? rest : [...rest, said];
}
