import type { Alignment, Dating, Excerpt, Span, TimelineEntry } from '../../api/index.ts';
import type { AnalysedSentence, Analysis } from '../language/analysis.ts';
import { findDates, type DateMention } from '../language/dates.ts';
import { daysOf } from '../language/dates/days.ts';
import { clauseAround } from './timeline-clause.ts';
import { groupEvents } from './timeline-groups.ts';

/** Tokens on either side of an expression that say what it dates. */
const BESIDE = 5;

interface Entry {
  readonly mention: DateMention;
  readonly sentence: AnalysedSentence;
  readonly clause: Span;
}

/** The dated events of all articles by date, the same event in several of them recognised. */
export function timelineOf(
  analyses: readonly Analysis[],
  datings: readonly Dating[],
  alignment: Alignment,
): readonly TimelineEntry[] {
  const dateOf = new Map(datings.map(({ articleId, date }) => [articleId, date]));
  const entries = analyses.flatMap((analysis) => entriesOf(analysis, dateOf.get(analysis.articleId) ?? null));
  const groups = groupEvents(
    entries.map(({ mention, sentence, clause }) => ({
      sentenceId: sentence.id,
      date: mention.date,
      end: mention.last,
      dayPart: dayPartOf(mention.text),
      clause: stemsIn(sentence, clause, mention),
      beside: stemsBeside(sentence, mention),
    })),
    alignment,
    rarityIn(analyses),
  );
  const first = (index: number): number => daysOf(entries[index]?.mention.date ?? '')?.first ?? 0;
  // A group stands where its earliest entry does, and the most precise of those that begin on one day last.
  const starts = new Map<number, number>();
  groups.forEach((group, index) => starts.set(group, Math.min(starts.get(group) ?? Infinity, first(index))));
  return entries
    .map((entry, index) => ({ entry, index, group: groups[index] ?? index }))
    .sort(
      (a, b) =>
        (starts.get(a.group) ?? 0) - (starts.get(b.group) ?? 0) || a.group - b.group || a.index - b.index,
    )
    .map(({ entry, group }) => told(entry, entries[group] ?? entry));
}

function told({ mention, sentence, clause }: Entry, first: Entry): TimelineEntry {
  const excerpt = ({ start, end }: Span): Excerpt => ({
    articleId: sentence.articleId,
    sentenceId: sentence.id,
    start,
    end,
    text: sentence.text.slice(start, end),
  });
  return {
    articleId: sentence.articleId,
    sentenceId: sentence.id,
    expression: excerpt(mention),
    event: excerpt(clause),
    date: mention.date,
    end: mention.last,
    approximate: mention.approximate,
    group: `${first.sentence.id}-${first.mention.start}`,
  };
}

function entriesOf(analysis: Analysis, anchor: string | null): Entry[] {
  const sentences = new Map(analysis.sentences.map((sentence) => [sentence.id, sentence]));
  const entries: Entry[] = [];
  for (const mention of findDates(analysis, anchor)) {
    const sentence = sentences.get(mention.sentenceId);
    if (!sentence || sentence.position < 0 || sentence.type === 'preformatted' || isDecade(mention)) continue;
    const entry = { mention, sentence, clause: clauseAround(sentence.text, mention) };
    if (!toldAlready(entries, entry)) entries.push(entry);
  }
  return entries;
}

/** Whether the same clause has been told under the same date: "on Monday, hours after Monday’s vote". */
function toldAlready(entries: readonly Entry[], { mention, sentence, clause }: Entry): boolean {
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (entry?.sentence !== sentence) return false;
    const sameDate = entry.mention.date === mention.date && entry.mention.last === mention.last;
    if (sameDate && entry.clause.start < clause.end && clause.start < entry.clause.end) return true;
  }
  return false;
}

function dayPartOf(expression: string): 'morning' | 'evening' | null {
  if (/\bmorning\b/i.test(expression)) return 'morning';
  return /\b(?:evening|night|tonight)\b/i.test(expression) ? 'evening' : null;
}

/** "the 1990s" dates no event. */
const isDecade = ({ type, date, last, approximate }: DateMention): boolean =>
  type === 'year' && approximate && last !== null && Number(last) - Number(date) <= 9;

function stemsIn({ tokens, stems }: AnalysedSentence, { start, end }: Span, mention: Span): Set<string> {
  const inside = stems.filter((stem, index) => {
    const token = tokens[index];
    return (
      stem &&
      token &&
      token.start >= start &&
      token.end <= end &&
      (token.end <= mention.start || token.start >= mention.end)
    );
  });
  return new Set(inside);
}

function stemsBeside(sentence: AnalysedSentence, mention: Span): Set<string> {
  const { tokens } = sentence;
  const before = tokens.findLastIndex(({ end }) => end <= mention.start);
  const after = tokens.findIndex(({ start }) => start >= mention.end);
  const from = tokens[Math.max(0, before - BESIDE + 1)]?.start ?? 0;
  const to =
    after < 0 ? mention.end : (tokens[Math.min(tokens.length - 1, after + BESIDE - 1)]?.end ?? mention.end);
  return stemsIn(sentence, { start: from, end: to }, mention);
}

/** Inverse document frequency over sentences (Spärck Jones 1972), at least 0. */
function rarityIn(analyses: readonly Analysis[]): (stem: string) => number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { sentences } of analyses) {
    for (const { stems } of sentences) {
      total++;
      for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  return (stem) => Math.log((total + 1) / (counts.get(stem) ?? 1));
}
