import type { SentenceId, TimelineEntry } from '../../api/index.ts';
import { marked, type Marked } from './marks.ts';
import { cut, type Cut } from './pieces.ts';
import { byLetter, type Source, type Sources } from './sources.ts';

/** Events that a reader goes through. Of more, those that most accounts date. */
const MOST = 60;

/** What dates an event, as published, and by whom. */
export interface Expression {
  readonly text: string;
  readonly sources: readonly Source[];
}

export interface EventView extends Marked {
  readonly entry: TimelineEntry;
  readonly cut: Cut;
  readonly expressions: readonly Expression[];
}

export interface DateView {
  readonly date: Pick<TimelineEntry, 'date' | 'end' | 'approximate'>;
  readonly events: readonly EventView[];
}

export interface TimelineView {
  readonly dates: readonly DateView[];
  readonly shown: number;
  readonly total: number;
}

function expressionsOf(entries: readonly TimelineEntry[], sources: Sources): Expression[] {
  const byText = Map.groupBy(entries, ({ expression }) => expression.text.toLowerCase());
  return [...byText.values()].map((same) => ({
    text: same[0]?.expression.text ?? '',
    sources: [...new Set(same.flatMap(({ articleId }) => sources.of.get(articleId) ?? []))].sort(byLetter),
  }));
}

function eventOf(
  entries: readonly TimelineEntry[],
  sources: Sources,
  texts: ReadonlyMap<SentenceId, string>,
): EventView[] {
  const [entry, ...others] = entries;
  const view = entry && marked(entry, others, sources);
  const text = entry && texts.get(entry.sentenceId);
  if (!entry || !view || text === undefined) return [];
  return [
    {
      ...view,
      entry,
      cut: cut(text, entry.event, [], { meant: 'plain', rest: 'plain' }),
      expressions: expressionsOf(entries, sources),
    },
  ];
}

/** Earlier first, what is less exact before what is more so: "2025" before "2025-12". */
function byDate({ entry: a }: EventView, { entry: b }: EventView): number {
  const compare = (x: string, y: string) => (x < y ? -1 : Number(x > y));
  return (
    compare(a.date, b.date) ||
    compare(a.end ?? '', b.end ?? '') ||
    Number(a.approximate) - Number(b.approximate)
  );
}

const sameDate = (a: TimelineEntry, b: TimelineEntry) =>
  a.date === b.date && a.end === b.end && a.approximate === b.approximate;

export function timelineByDate(
  timeline: readonly TimelineEntry[],
  sources: Sources,
  texts: ReadonlyMap<SentenceId, string>,
): TimelineView {
  const events = [...Map.groupBy(timeline, ({ group }) => group).values()].flatMap((entries) =>
    eventOf(entries, sources, texts),
  );
  const kept = new Set([...events].sort((a, b) => b.independent - a.independent).slice(0, MOST));
  const shown = events.filter((event) => kept.has(event)).sort(byDate);
  const dates: { date: TimelineEntry; events: EventView[] }[] = [];
  for (const event of shown) {
    const last = dates.at(-1);
    if (last && sameDate(last.date, event.entry)) last.events.push(event);
    else dates.push({ date: event.entry, events: [event] });
  }
  return { dates, shown: shown.length, total: events.length };
}
