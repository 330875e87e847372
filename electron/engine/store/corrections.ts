import type { ArticleId, Corrections, Dismissal, LibraryChange } from '../../api/index.ts';
import { touch, wordsOf } from '../compare/dismissals.ts';
import { articleOfSentence, sentenceMovedTo } from '../documents/ids.ts';

/** What one change makes of the corrections: the same object where there is nothing to change. */
export type Edit = (corrections: Corrections) => Corrections;

type Renames = LibraryChange['renamed'];

/** The same for two dismissals of the same words in any order. */
export function dismissalKey({ kind, sentenceIds, spans }: Dismissal): string {
  return [kind, ...placesIn({ kind, sentenceIds, spans }).map(([key]) => key)].join(' ');
}

/** Each place once, by a key that sorts. */
function placesIn({ sentenceIds, spans }: Dismissal): [string, number][] {
  const places = new Map<string, number>();
  sentenceIds.forEach((id, index) => {
    const span = spans?.[index];
    const key = span ? `${id}:${span.start}-${span.end}` : id;
    if (!places.has(key)) places.set(key, index);
  });
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1));
}

export function dismissing(dismissal: Dismissal): Edit {
  return (corrections) => withDismissed(corrections, [...corrections.dismissed, once(dismissal)]);
}

/** A dismissal with each of its places once, in the order given. */
function once(dismissal: Dismissal): Dismissal {
  const { kind, sentenceIds, spans } = dismissal;
  const kept = new Set(placesIn(dismissal).map(([, index]) => index));
  return {
    kind,
    sentenceIds: sentenceIds.filter((_, index) => kept.has(index)),
    ...(spans && { spans: spans.filter((_, index) => kept.has(index)) }),
  };
}

/** Takes back every dismissal of the kind that has words in all these places, and maybe in more. */
export function restoring(dismissal: Dismissal): Edit {
  const { kind } = dismissal;
  const wanted = [...wordsOf(dismissal)];
  const covers = (words: ReturnType<typeof wordsOf>) =>
    wanted.every(([id, spans]) =>
      spans.every((span) => words.get(id)?.some((each) => touch(each, span)) ?? false),
    );
  return (corrections) =>
    withDismissed(
      corrections,
      corrections.dismissed.filter((each) => each.kind !== kind || !covers(wordsOf(each))),
    );
}

/** `date`: ISO 8601 calendar date; null takes a correction back. */
export function dating(articleId: ArticleId, date: string | null): Edit {
  return (corrections) => ({
    ...corrections,
    dates: [
      ...corrections.dates.filter((each) => each.articleId !== articleId),
      ...(date === null ? [] : [{ articleId, date }]),
    ],
  });
}

/** What was said of an article under its former id is said of it under its new one. */
export function renaming(renamed: Renames): Edit {
  const now = new Map(renamed.map(({ from, to }) => [from, to]));
  return (corrections) => {
    if (![...articlesIn(corrections)].some((id) => now.has(id))) return corrections;
    const moved = corrections.dates.flatMap(({ articleId, date }) => {
      const to = now.get(articleId);
      return to === undefined ? [] : [{ articleId: to, date }];
    });
    // An article that had the path before, and was corrected, is another one.
    const replaced = new Set([...now.keys(), ...moved.map(({ articleId }) => articleId)]);
    return {
      ...withDismissed(
        corrections,
        corrections.dismissed.map((each) => ({
          ...each,
          sentenceIds: each.sentenceIds.map((id) => {
            const to = now.get(articleOfSentence(id));
            return to === undefined ? id : sentenceMovedTo(to, id);
          }),
        })),
      ),
      dates: [...corrections.dates.filter(({ articleId }) => !replaced.has(articleId)), ...moved],
    };
  };
}

/** Adds what was said before; of what was said of a date twice, the later holds. */
export function joining(former: Corrections): Edit {
  return (corrections) => {
    const dated = new Set(corrections.dates.map(({ articleId }) => articleId));
    return {
      ...withDismissed(corrections, [...former.dismissed, ...corrections.dismissed]),
      dates: [...former.dates.filter(({ articleId }) => !dated.has(articleId)), ...corrections.dates],
    };
  };
}

/**
 * Takes back exactly what one change made of the corrections; what others changed since stays.
 *
 * @param now the name that an article has now
 */
export function reverting(
  before: Corrections,
  after: Corrections,
  now: (id: ArticleId) => ArticleId = (id) => id,
): Edit {
  const moved = (each: Dismissal): Dismissal => ({
    ...each,
    sentenceIds: each.sentenceIds.map((id) => sentenceMovedTo(now(articleOfSentence(id)), id)),
  });
  const [were, came] = [before, after].map(
    ({ dismissed }) => new Map(dismissed.map((each) => [dismissalKey(each), each])),
  );
  const gone = [...(were ?? [])].flatMap(([key, each]) => (came?.has(key) ? [] : [moved(each)]));
  const made = new Set(
    [...(came ?? [])].flatMap(([key, each]) => (were?.has(key) ? [] : [dismissalKey(moved(each))])),
  );
  const dates = new Map<ArticleId, string | null>();
  for (const { articleId } of after.dates) dates.set(articleId, null);
  for (const { articleId, date } of before.dates) dates.set(articleId, date);
  for (const { articleId, date } of after.dates) if (dates.get(articleId) === date) dates.delete(articleId);
  return (corrections) =>
    [...dates].reduce(
      (edited, [articleId, date]) => dating(now(articleId), date)(edited),
      withDismissed(corrections, [
        ...corrections.dismissed.filter((each) => !made.has(dismissalKey(each))),
        ...gone,
      ]),
    );
}

/** Articles of which something is said. */
export function articlesIn({ dismissed, dates }: Corrections): Set<ArticleId> {
  return new Set([
    ...dates.map(({ articleId }) => articleId),
    ...dismissed.flatMap(({ sentenceIds }) => sentenceIds.map(articleOfSentence)),
  ]);
}

function withDismissed(corrections: Corrections, dismissed: readonly Dismissal[]): Corrections {
  const distinct = new Map<string, Dismissal>();
  for (const each of dismissed) {
    const key = dismissalKey(each);
    if (!distinct.has(key)) distinct.set(key, each);
  }
  return { ...corrections, dismissed: [...distinct.values()] };
}
