import { escapeHtml as escape } from './escape.ts';
import { articleHeading, note as remark, section, words } from './html-parts.ts';
import { languageOf } from './html-text.ts';
import type { BriefModel } from './model.ts';
import type { NotesOfArticle, NoteView } from './notes.ts';
import { marksOf, NONE_FOUND, NOTES_NOTE, NOT_THERE, PARTS, READERS_NOTE } from './wording-parts.ts';

function highlight({ text, sentenceId, note }: NoteView, { source }: NotesOfArticle): string {
  const gone = sentenceId === null ? `<small>${escape(NOT_THERE)}</small>` : '';
  // Of the reader's words nobody has said which language they are in.
  const own = note
    ? `<div class="readers" role="note"><span>${escape(READERS_NOTE)}</span><p lang="" dir="auto">${escape(note)}</p></div>`
    : '';
  return `<li><p${languageOf(source.article)}>${words(text, source)}</p>${gone}${own}</li>`;
}

/** What the reader marked and wrote, never to be taken for what was published. */
export function notesSection({ notes }: BriefModel): string {
  if (!notes) return '';
  const articles = notes.map((each) => {
    const marks = marksOf(each);
    const items = each.highlights.map((view) => highlight(view, each));
    return (
      `<article>${articleHeading(each.source)}\n` +
      (marks ? `<p class="marks">${escape(marks)}</p>\n` : '') +
      (items.length ? `<ol>${items.join('\n')}</ol>` : '') +
      '</article>'
    );
  });
  const content = articles.length ? articles.join('\n') : remark(NONE_FOUND.notes);
  return section('notes', PARTS.notes, `<div>${content}</div>`, NOTES_NOTE);
}

export const NOTES_STYLE = `.notes-section li p { padding-bottom: 0.6mm; }
.notes-section li > p:first-child { border-inline-start: 1.5pt solid var(--account, var(--edge)); padding-inline-start: 3mm; }
.notes-section small, .marks { display: block; font: 400 8pt/12pt var(--sans); color: var(--ink-2); }
.marks { padding-bottom: 1.2mm; }
.readers { margin-inline-start: 3mm; padding: 1mm 0 1mm; }
.readers span { font: 600 8pt/12pt var(--sans); color: var(--ink-2); }
.readers p { font: 400 9pt/13pt var(--sans); white-space: pre-wrap; overflow-wrap: anywhere; }`;
