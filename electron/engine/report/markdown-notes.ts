import { escapeMarkdown as escape } from './escape.ts';
import { articleHeading } from './markdown-parts.ts';
import type { BriefModel } from './model.ts';
import type { NoteView } from './notes.ts';
import { marksOf, NONE_FOUND, NOTES_NOTE, NOT_THERE, PARTS, READERS_NOTE } from './wording-parts.ts';

/** The lines of a note, which stay lines. */
export function noteLines(note: string): string {
  const lines = note
    .trim()
    .split(/\r?\n/u)
    .map((line) => (line.trim() === '' ? '' : escape(line)));
  // An empty line would end what belongs together.
  return lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== '')).join('\\\n');
}

function highlight({ text, sentenceId, note }: NoteView): string {
  const own = note ? `**${READERS_NOTE}** ${noteLines(note)}` : '';
  return [`> ${escape(text)}`, sentenceId === null ? `*${NOT_THERE}*` : '', own].filter(Boolean).join('\n\n');
}

/** What the reader marked as quotations, what they wrote after it. */
export function notesPart({ notes }: BriefModel): readonly string[] {
  if (!notes) return [];
  const articles = notes.flatMap((each) =>
    [articleHeading(each.source), escape(marksOf(each)), ...each.highlights.map(highlight)].filter(Boolean),
  );
  return [`## ${PARTS.notes}`, `*${NOTES_NOTE}.*`, ...(articles.length ? articles : [NONE_FOUND.notes])];
}
