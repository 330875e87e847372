import type { Comparison, TimelineEntry } from '../../../electron/api/index.ts';
import { dateText } from '../../parts/dates.ts';
import { passageOf, type Passage } from '../../parts/passage.ts';
import { listed } from '../../parts/words.ts';
import type { Reading } from '../../state/reading.svelte.ts';
import type { Voice } from '../../state/reading-support.ts';

/** An event as it is shown, in the words of one account. */
export interface ShownEvent {
  readonly group: string;
  readonly at: TimelineEntry;
  readonly passage: Passage;
  /** The date, and how well it is known; null where it is that of the event before. */
  readonly when: When | null;
  /** What dates it, as published, and where: "A: “December 14”". */
  readonly expressions: readonly string[];
  readonly voices: readonly Voice[];
}

export interface When {
  readonly text: string;
  /** ISO 8601, for machines. */
  readonly iso: string;
  readonly approximate: boolean;
  /** One day, and that is certain. */
  readonly exact: boolean;
}

/** The year that is understood: the one most articles are of. Null where no article has a date. */
export function yearOf({ datings }: Pick<Comparison, 'datings'>): string | null {
  const counts = new Map<string, number>();
  for (const { date } of datings) {
    const year = date?.slice(0, 4);
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** The entry that tells an event best: the day where an account has it. */
function best(entries: readonly TimelineEntry[]): TimelineEntry | undefined {
  const exact = entries.filter(isExact);
  return exact[0] ?? entries.find(({ approximate }) => !approximate) ?? entries[0];
}

function isExact({ date, end, approximate }: TimelineEntry): boolean {
  return date.length === 10 && !approximate && (end === null || end === date);
}

/** All events by date, each once. */
export function eventsOf(reading: Reading): readonly ShownEvent[] {
  const { comparison } = reading;
  if (!comparison) return [];
  const groups = new Map<string, TimelineEntry[]>();
  for (const entry of comparison.timeline) {
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  }
  const year = yearOf(comparison);
  let before = '';
  const told = [...groups]
    .flatMap(([group, entries]) => {
      const at = best(entries);
      return at ? [{ group, entries, at }] : [];
    })
    // By the dates that are shown, which need not be those of the groups' first entries.
    .sort((one, other) => (one.at.date < other.at.date ? -1 : one.at.date > other.at.date ? 1 : 0));
  return told.map(({ group, entries, at }): ShownEvent => {
    const key = `${at.date} ${at.end} ${at.approximate}`;
    const text = dateText(at.date, at.end, year);
    const when = { text, iso: at.date, approximate: at.approximate, exact: isExact(at) };
    const isNew = key !== before;
    before = key;
    const sentence = reading.shelf.textOf(at.articleId, at.sentenceId);
    return {
      group,
      at,
      passage:
        sentence === null
          ? { opened: false, before: at.event.text, value: '', after: '', closed: false }
          : passageOf(sentence, at.event),
      when: isNew ? when : null,
      expressions: expressionsOf(reading, entries, text),
      voices: reading.voicesOn(at, entries).filter(({ stance }) => stance !== 'silent'),
    };
  });
}

/** Words that stand before a date and do not change it. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(on|in|since|at|by|from)\s+/u, '')
    .trim();

/** How the accounts say when, each wording once, unless it is what the date says anyway. */
function expressionsOf(reading: Reading, entries: readonly TimelineEntry[], date: string): readonly string[] {
  const letters = new Map<string, Set<string>>();
  for (const { expression, articleId } of entries) {
    if (bare(expression.text) === bare(date)) continue;
    const known = letters.get(expression.text) ?? new Set();
    letters.set(expression.text, known.add(reading.letterOf(articleId) ?? ''));
  }
  return [...letters].map(([text, who]) => `${listed([...who].sort())}: “${text}”`);
}
