import type { ArticleId, HighlightId, SentenceId, StoryCorrection } from '../../api/index.ts';
import { articleOfSentence, sentenceMovedTo } from '../documents/ids.ts';
import { UNSAID, type AnnotationState, type KeptHighlight, type Seen } from './state.ts';

/** The steps that changes are made of: each is one row or a few, in memory and in the file alike. */
export type Op =
  /** Where the article is, and that something is or was said of it. */
  | { readonly kind: 'seen'; readonly articleId: ArticleId; readonly seen: Seen }
  | { readonly kind: 'star'; readonly articleId: ArticleId; readonly on: boolean }
  | { readonly kind: 'read'; readonly articleId: ArticleId; readonly on: boolean }
  /** `tag`: as the reader writes it; null takes it off. */
  | {
      readonly kind: 'tag';
      readonly articleId: ArticleId;
      readonly key: string;
      readonly tag: string | null;
    }
  | { readonly kind: 'highlight'; readonly highlight: KeptHighlight }
  | { readonly kind: 'remove'; readonly id: HighlightId; readonly articleId: ArticleId }
  | {
      readonly kind: 'note';
      readonly id: HighlightId;
      readonly articleId: ArticleId;
      readonly note: string;
      readonly changedAt: string;
    }
  /** The same highlight at another place or in other words. */
  | { readonly kind: 'anchor'; readonly highlight: KeptHighlight }
  /** All of them: they are few. */
  | { readonly kind: 'stories'; readonly corrections: readonly StoryCorrection[] }
  /** Everything of these articles, at once: no two have one `from` or one `to`, and no `to` has anything. */
  | { readonly kind: 'move'; readonly moves: readonly Move[] };

export interface Move {
  readonly from: ArticleId;
  readonly to: ArticleId;
}

/** What gives the name that an article has now. */
export type NowCalled = (id: ArticleId) => ArticleId;

/** Articles that the steps say something of. */
export function articlesOf(ops: readonly Op[]): Set<ArticleId> {
  const ids = new Set<ArticleId>();
  for (const op of ops) {
    if (op.kind === 'stories') continue;
    if (op.kind === 'move') for (const { from, to } of op.moves) ids.add(from).add(to);
    else ids.add('highlight' in op ? op.highlight.articleId : op.articleId);
  }
  return ids;
}

/**
 * Takes the steps on the state.
 *
 * @returns the steps that bring back what the reader's own were before, in the order in which they are to be taken
 */
export function applyOps(state: AnnotationState, ops: readonly Op[]): Op[] {
  return ops
    .flatMap((op) => {
      const inverse = inverseOf(state, op);
      apply(state, op);
      return inverse ? [inverse] : [];
    })
    .reverse();
}

function inverseOf(state: AnnotationState, op: Op): Op | null {
  switch (op.kind) {
    case 'star':
    case 'read': {
      const known = state.articles.get(op.articleId) ?? UNSAID;
      return { ...op, on: op.kind === 'star' ? known.starred : known.read };
    }
    case 'tag':
      return { ...op, tag: state.articles.get(op.articleId)?.tags.get(op.key) ?? null };
    case 'highlight': {
      const { id, articleId } = op.highlight;
      const known = state.highlights.get(id);
      return known ? { kind: 'highlight', highlight: known } : { kind: 'remove', id, articleId };
    }
    case 'remove': {
      const highlight = state.highlights.get(op.id);
      return highlight ? { kind: 'highlight', highlight } : null;
    }
    case 'note': {
      const known = state.highlights.get(op.id);
      return known ? { ...op, note: known.note, changedAt: known.changedAt } : null;
    }
    case 'stories':
      return { kind: 'stories', corrections: state.stories };
    case 'seen':
    case 'anchor':
    case 'move':
      // What became of the files is not the reader's to take back.
      return null;
  }
}

function apply(state: AnnotationState, op: Op): void {
  switch (op.kind) {
    case 'seen':
      state.articles.set(op.articleId, { ...(state.articles.get(op.articleId) ?? UNSAID), ...op.seen });
      return;
    case 'star':
    case 'read':
    case 'tag': {
      const known = state.articles.get(op.articleId);
      if (known) state.articles.set(op.articleId, { ...known, ...said(known.tags, op) });
      return;
    }
    case 'highlight':
      state.put(op.highlight);
      return;
    case 'anchor':
      if (state.highlights.has(op.highlight.id)) state.put(op.highlight);
      return;
    case 'remove':
      state.drop(op.id);
      return;
    case 'note': {
      const known = state.highlights.get(op.id);
      if (known) state.put({ ...known, note: op.note, changedAt: op.changedAt });
      return;
    }
    case 'stories':
      state.stories = op.corrections;
      return;
    case 'move':
      move(state, op.moves);
  }
}

function said(
  tags: ReadonlyMap<string, string>,
  op: Extract<Op, { kind: 'star' | 'read' | 'tag' }>,
): { starred?: boolean; read?: boolean; tags?: ReadonlyMap<string, string> } {
  if (op.kind === 'star') return { starred: op.on };
  if (op.kind !== 'tag') return { read: op.on };
  const changed = new Map(tags);
  if (op.tag === null) changed.delete(op.key);
  else changed.set(op.key, op.tag);
  return { tags: changed };
}

function move(state: AnnotationState, moves: readonly Move[]): void {
  const taken = moves.map(({ from, to }) => {
    const article = state.articles.get(from);
    const highlights = state.highlightsOf(from);
    state.articles.delete(from);
    for (const { id } of highlights) state.drop(id);
    return { to, article, highlights };
  });
  for (const { to, article, highlights } of taken) {
    if (article) state.articles.set(to, article);
    for (const each of highlights) state.put(movedHighlight(each, to));
  }
  const now = nowCalled(moves);
  state.stories = movedStories(state.stories, now);
}

export function movedHighlight(highlight: KeptHighlight, to: ArticleId): KeptHighlight {
  return { ...highlight, articleId: to, sentenceId: movedSentence(highlight.sentenceId, to) };
}

function movedSentence(id: SentenceId | null, to: ArticleId): SentenceId | null {
  return id === null || articleOfSentence(id) === to ? id : sentenceMovedTo(to, id);
}

export function movedStories(
  stories: readonly StoryCorrection[],
  now: NowCalled,
): readonly StoryCorrection[] {
  const touched = stories.some(({ articleIds }) => articleIds.some((id) => now(id) !== id));
  if (!touched) return stories;
  return stories.map(({ kind, articleIds }) => ({ kind, articleIds: [...new Set(articleIds.map(now))] }));
}

export function nowCalled(moves: readonly Move[]): NowCalled {
  const now = new Map(moves.map(({ from, to }) => [from, to]));
  return (id) => now.get(id) ?? id;
}

/** The reader's own steps for articles that were renamed since. */
export function movedOps(ops: readonly Op[], now: NowCalled): Op[] {
  return ops.map((op): Op => {
    if (op.kind === 'move') return op;
    if (op.kind === 'stories') return { ...op, corrections: movedStories(op.corrections, now) };
    if ('highlight' in op)
      return { ...op, highlight: movedHighlight(op.highlight, now(op.highlight.articleId)) };
    return { ...op, articleId: now(op.articleId) };
  });
}
