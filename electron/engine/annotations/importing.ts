import { randomBytes } from 'node:crypto';
import type {
  AnnotationsImport,
  ArticleId,
  Corrections,
  Dismissal,
  HighlightId,
  StoryCorrection,
} from '../../api/index.ts';
import { articleIdOf, articleOfSentence, sentenceMovedTo } from '../documents/ids.ts';
import type { ArticleRecord } from '../library/record.ts';
import { dating, dismissing, type Edit } from '../store/corrections.ts';
import { correctingStories, spellingOf } from './edits.ts';
import type { AnnotationFile, FileArticle, FileHighlight } from './exchange-format.ts';
import { applyOps, type Op } from './ops.ts';
import { AnnotationState, tagKey, type KeptHighlight } from './state.ts';

/** A text in which highlights have yet to be found: no version of the reader of files has this name. */
export const IMPORTED = 'imported';

export type Counts = AnnotationsImport;
type Articles = ReadonlyMap<ArticleId, ArticleRecord>;

interface Imported {
  readonly ops: readonly Op[];
  /** The same object where there is nothing new. */
  readonly corrections: Corrections;
  readonly counts: Counts;
}

/** What a file adds to what is here. Nothing that is here is changed but by adding to it. */
export function importing(
  file: AnnotationFile,
  state: AnnotationState,
  corrections: Corrections,
  articles: Articles,
): Imported {
  const find = finder(state, articles);
  const named = new Map(file.articles.map((each) => [each.id, find(each)]));
  const here = (id: ArticleId) => named.get(id) ?? id;
  const counts = { added: 0, known: 0, waiting: 0 };
  const count = (ids: readonly ArticleId[], fresh: boolean) => {
    if (!fresh) counts.known += 1;
    else if (ids.every((id) => articles.has(id))) counts.added += 1;
    else counts.waiting += 1;
  };
  const ops = articleOps(file, state, articles, here, count);
  for (const said of file.storyCorrections) {
    const correction = { kind: said.kind, articleIds: said.articleIds.map(here) };
    const after = stated(state, ops);
    const steps = contrary(after, correction) ? [] : correctingStories(after, correction);
    count(correction.articleIds, steps.length > 0);
    ops.push(...steps);
  }
  let edited = corrections;
  const edit = (ids: readonly ArticleId[], change: Edit) => {
    const after = change(edited);
    const fresh =
      after.dismissed.length > edited.dismissed.length || after.dates.length > edited.dates.length;
    count(ids, fresh);
    if (fresh) edited = after;
  };
  for (const each of file.dismissals) {
    const moved = movedDismissal(each, here);
    edit([...new Set(moved.sentenceIds.map(articleOfSentence))], dismissing(moved));
  }
  for (const { articleId, date } of file.dates) {
    const id = here(articleId);
    const dated = edited.dates.some((each) => each.articleId === id);
    edit([id], dated || date === null ? (same) => same : dating(id, date));
  }
  return { ops, corrections: edited, counts };
}

/** By content first, then by path. Of several with one content, that of the same path. */
function finder(state: AnnotationState, articles: Articles): (given: FileArticle) => ArticleId {
  const byContent = new Map<string, ArticleId[]>();
  const gone = [...state.articles].filter(([id]) => !articles.has(id));
  for (const [id, { contentHash }] of [...articles, ...gone])
    byContent.set(contentHash, [...(byContent.get(contentHash) ?? []), id]);
  return ({ id, path, contentHash }) => {
    const byPath = path === '' ? id : articleIdOf(path);
    const same = contentHash === '' ? [] : (byContent.get(contentHash) ?? []);
    if (same.includes(byPath)) return byPath;
    return same[0] ?? byPath;
  };
}

function articleOps(
  file: AnnotationFile,
  state: AnnotationState,
  articles: Articles,
  here: (id: ArticleId) => ArticleId,
  count: (ids: readonly ArticleId[], fresh: boolean) => void,
): Op[] {
  const ops: Op[] = [];
  // Two of the file may be one here.
  const after = copied(state);
  const spellings = new Map<string, string>();
  const add = (...steps: Op[]) => {
    ops.push(...steps);
    applyOps(after, steps);
  };
  for (const given of file.articles) {
    const articleId = here(given.id);
    const [now, known] = [articles.get(articleId), after.articles.get(articleId)];
    const { path, title, contentHash } = now ?? known ?? given;
    const seen = (parser: string): Op => ({
      kind: 'seen',
      articleId,
      seen: { path, title, contentHash, parser },
    });
    const mentioned = known ?? hasSomething(given);
    if (!known && mentioned) add(seen(IMPORTED));
    for (const tag of given.tags) {
      const key = tagKey(tag);
      const fresh = !after.articles.get(articleId)?.tags.has(key);
      count([articleId], fresh);
      if (!spellings.has(key)) spellings.set(key, spellingOf(after, key) ?? tag);
      if (fresh) add({ kind: 'tag', articleId, key, tag: spellings.get(key) ?? tag });
    }
    for (const kind of ['star', 'read'] as const) {
      const on = kind === 'star' ? given.starred : given.read;
      if (!on) continue;
      const is = after.articles.get(articleId)?.[kind === 'star' ? 'starred' : 'read'] ?? false;
      count([articleId], !is);
      if (!is) add({ kind, articleId, on });
    }
    const steps = highlightOps(articleId, given.highlights, after.highlightsOf(articleId), count);
    if (steps.length > 0) add(seen(IMPORTED), ...steps);
  }
  return ops;
}

function hasSomething({ tags, starred, read, highlights }: FileArticle): boolean {
  return tags.length > 0 || starred || read || highlights.length > 0;
}

/** A sentence has one highlight: of two notes on it, neither is lost. */
function highlightOps(
  articleId: ArticleId,
  given: readonly FileHighlight[],
  here: readonly KeptHighlight[],
  count: (ids: readonly ArticleId[], fresh: boolean) => void,
): Op[] {
  const left = new Set(here);
  const pairs = new Map<FileHighlight, KeptHighlight>();
  // Where a text repeats a sentence, its surroundings tell which is which.
  for (const surely of [true, false])
    for (const each of given) {
      if (pairs.has(each)) continue;
      const twin = [...left].find(
        (kept) => sameWords(each, kept) && (!surely || sameSurroundings(each, kept)),
      );
      if (!twin) continue;
      pairs.set(each, twin);
      left.delete(twin);
    }
  return given.flatMap((each): Op[] => {
    const { quote, former, note, madeAt, changedAt } = each;
    const twin = pairs.get(each);
    if (!twin) {
      count([articleId], true);
      const id = `h${randomBytes(10).toString('hex')}` as HighlightId;
      const made = { id, articleId, sentenceId: null, position: 0, quote, former, note, madeAt, changedAt };
      return [{ kind: 'highlight', highlight: made }];
    }
    const said = note === '' || twin.note === note || twin.note.split('\n\n').includes(note);
    const both = twin.note === '' ? note : `${twin.note}\n\n${note}`;
    count([articleId], !said);
    if (said) return [];
    return [{ kind: 'note', id: twin.id, articleId, note: both, changedAt }];
  });
}

function sameWords({ quote, former }: FileHighlight, kept: KeptHighlight): boolean {
  const theirs = [quote.exact, former];
  return theirs.includes(kept.quote.exact) || (kept.former !== null && theirs.includes(kept.former));
}

function sameSurroundings({ quote }: FileHighlight, kept: KeptHighlight): boolean {
  return quote.prefix === kept.quote.prefix && quote.suffix === kept.quote.suffix;
}

/** What is said here of stories stays: something else would take it away. */
function contrary(state: AnnotationState, { kind, articleIds }: StoryCorrection): boolean {
  const ids = new Set(articleIds);
  return state.stories.some((each) => each.kind !== kind && each.articleIds.some((id) => ids.has(id)));
}

function movedDismissal(given: Dismissal, here: (id: ArticleId) => ArticleId): Dismissal {
  return {
    ...given,
    sentenceIds: given.sentenceIds.map((id) => sentenceMovedTo(here(articleOfSentence(id)), id)),
  };
}

function copied(state: AnnotationState): AnnotationState {
  const copy = new AnnotationState();
  for (const [id, each] of state.articles) copy.articles.set(id, each);
  for (const each of state.highlights.values()) copy.put(each);
  copy.stories = state.stories;
  return copy;
}

function stated(state: AnnotationState, ops: readonly Op[]): AnnotationState {
  const copy = new AnnotationState();
  copy.stories = ops.reduce((now, op) => (op.kind === 'stories' ? op.corrections : now), state.stories);
  return copy;
}
