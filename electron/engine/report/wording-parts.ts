import type { DiscrepancyKind, Severity, TimelineEntry } from '../../api/index.ts';
import type { DifferencesView } from './differences.ts';
import type { FactsView, FactView } from './facts.ts';
import type { BriefModel } from './model.ts';
import type { NotesOfArticle } from './notes.ts';
import type { QuotationsView } from './quotations.ts';
import type { Expression, TimelineView } from './timeline.ts';
import { dayOf, grouped, listed, weekdayOf } from './wording.ts';

/** Synoptic's own words in what comparing gives, the same in every format. */

export const PARTS = {
  onlyOne: 'What only one account says',
  differences: 'Differences',
  quotations: 'Quotations',
  timeline: 'Timeline',
  facts: 'Who reports what',
  notes: 'Highlights and notes',
} as const;

export const KINDS: Readonly<Record<DiscrepancyKind, string>> = {
  number: 'Number',
  date: 'Date',
  duration: 'Duration',
  attribution: 'Attribution',
  title: 'Title',
  status: 'Status',
  quotation: 'Quotation',
  place: 'Place',
  participants: 'Participants',
};

export const SEVERITIES: Readonly<Record<Severity, string>> = {
  conflict: 'Conflict',
  difference: 'Difference',
  framing: 'Wording',
};

/** Said where a part was asked for and there is nothing to show: not to be found is not not to be there. */
export const NONE_FOUND = {
  onlyOne: 'No such sentence was found.',
  differences: 'None was found. That does not show that there is none.',
  quotations: 'None was found.',
  timeline: 'No dated event was found.',
  facts: 'No fact was found that several of them report.',
  notes: 'The reader has marked nothing in these articles.',
} as const;

export const NOTES_NOTE =
  'Sentences the reader marked, word for word. Notes and tags are the reader’s own words, not the articles’';
/** Before each note: nobody is to take it for a part of the article. */
export const READERS_NOTE = 'The reader’s note:';
export const NOT_THERE = 'As it was marked; the article does not have this sentence any more.';

/** "Starred. Tags: war, peace"; empty where there is neither. */
export function marksOf({ starred, tags }: Pick<NotesOfArticle, 'starred' | 'tags'>): string {
  return notes(starred ? 'Starred' : '', tags.length > 0 ? `Tags: ${tags.join(', ')}` : '');
}

export const NOT_NAMED = 'Nobody named';

/** "14 of 41"; nothing where all are shown. */
function share(shown: number, total: number): string {
  return shown < total ? `${grouped(shown)} of ${grouped(total)}` : '';
}

function notes(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('. ');
}

export const ONLY_ONE_NOTE = 'The weightiest sentences that no other account reports';

export function differencesNote({ shown, total, dismissed }: DifferencesView): string {
  return notes(
    shown.length > 0 ? 'What differs is in bold' : '',
    share(shown.length, total),
    dismissed > 0 ? `${grouped(dismissed)} put aside by the reader` : '',
  );
}

export function quotationsNote({ shown, total }: QuotationsView): string {
  const some = share(shown, total);
  return shown === 0 ? '' : `By speaker${some && `; ${some}`}`;
}

export function timelineNote({ shown, total }: TimelineView): string {
  return notes(shown > 0 ? 'With the words that give the date' : '', share(shown, total));
}

export function factsNote({ rows, several, alone }: FactsView): string {
  return notes(
    rows.length > 0 ? 'In the words of the article that says it most briefly' : '',
    share(rows.length, several),
    alone > 0 ? `${grouped(alone)} more in one account alone` : '',
  );
}

export const OTHERWISE = 'Worded differently:';
/** Before the letters of those who report a fact, and of those who report it differently. */
export const REPORTED_BY = { same: 'reported by', differs: 'differently by' } as const;

/** "3 of 4" accounts. */
export function outOf(model: BriefModel, { fact }: FactView): string {
  return `${fact.independent} of ${model.accountCount}`;
}

/** What the letters of a table mean that shows who reports what, and which articles are one account. */
export function factsLegend(model: BriefModel, { columns }: FactsView): string {
  const tied = [...Map.groupBy(model.sources, ({ rewrites, letter }) => rewrites?.letter ?? letter).values()]
    .filter((members) => members.length > 1)
    .map(
      (members) =>
        `${listed(
          members.map(({ letter }) => letter),
          'and',
        )} tell one text and count once.`,
    );
  return [...(columns ? ['A letter: reports it. ≠: reports it differently.'] : []), ...tied].join(' ');
}

/** "Sunday 14 December 2025", "About February 2022", "14 to 16 December 2025". */
export function dateOf({
  date,
  end,
  approximate,
}: Pick<TimelineEntry, 'date' | 'end' | 'approximate'>): string {
  const about = approximate ? 'About ' : '';
  if (end === null || end === date) return `${about}${weekdayOf(date)}`;
  const [from, to] = [dayOf(date), dayOf(end)];
  // What both ends share is said once, with the second.
  const words = from.split(' ');
  const shared = to.split(' ');
  let kept = words.length;
  while (
    kept > 1 &&
    words.length === shared.length &&
    words.slice(kept - 1).join(' ') === shared.slice(kept - 1).join(' ')
  )
    kept -= 1;
  return `${about}${words.slice(0, kept).join(' ')} to ${to}`;
}

/** "A, B: “on Sunday”"; the letters only where there is more than one article. */
export function expressionOf(model: BriefModel, { text, sources }: Expression): string {
  const letters = sources.map(({ letter }) => letter).join(', ');
  return model.sources.length > 1 ? `${letters}: “${text}”` : `“${text}”`;
}
