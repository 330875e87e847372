import type { Discrepancy, Dismissal, SentenceId, Span } from '../../api/index.ts';

/** Marks the discrepancies a reader has put aside: those all of whose claims one dismissal of the kind names. */
export function withDismissals(
  discrepancies: readonly Omit<Discrepancy, 'dismissed'>[],
  dismissed: readonly Dismissal[],
): Discrepancy[] {
  const known = dismissed.map((dismissal) => ({ kind: dismissal.kind, words: wordsOf(dismissal) }));
  return discrepancies.map((discrepancy) => ({
    ...discrepancy,
    dismissed: known.some(
      ({ kind, words }) =>
        kind === discrepancy.kind &&
        discrepancy.readings.every(({ claims }) =>
          claims.every(
            ({ value }) => words.get(value.sentenceId)?.some((span) => touch(span, value)) ?? false,
          ),
        ),
    ),
  }));
}

const ANY_WORDS: Span = { start: 0, end: Infinity };

/** Whether two parts of a sentence share words; which words differ may change with who else speaks of it. */
export function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The words that a dismissal puts aside in each sentence. */
export function wordsOf({ sentenceIds, spans }: Dismissal): ReadonlyMap<SentenceId, readonly Span[]> {
  const words = new Map<SentenceId, Span[]>();
  sentenceIds.forEach((id, index) => {
    words.set(id, [...(words.get(id) ?? []), spans?.[index] ?? ANY_WORDS]);
  });
  return words;
}
