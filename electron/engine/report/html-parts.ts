import { escapeHtml as escape } from './escape.ts';
import { languageOf, sentenceAnchor } from './html-text.ts';
import type { Mark, Marked } from './marks.ts';
import type { BriefModel } from './model.ts';
import type { Cut, Piece } from './pieces.ts';

const SPOKEN: Readonly<Record<Mark['kind'], (letter: string) => string>> = {
  own: (letter) => `${letter}: its words`,
  reports: (letter) => `${letter} reports it too`,
  rewrite: (letter) => `${letter} tells the text of an account already named`,
};

/** A part of the brief: its name and a note at the left, its content at the right; below where it is `wide`. */
export function section(
  id: string,
  name: string,
  content: string,
  note = '',
  layout: 'wide' | '' = '',
): string {
  const label = `<div class="label"><h2 id="${id}">${name}</h2>${note ? `<p>${escape(note)}</p>` : ''}</div>`;
  return `<section class="${id}-section${layout && ` ${layout}`}" aria-labelledby="${id}">\n${label}\n${content}\n</section>`;
}

export function articleHeading({ article, letter, colour }: Marked['source']): string {
  const own = `<span class="own letter account-${colour}" dir="ltr">${letter}</span>`;
  const made = article.titleOrigin === 'made' ? ' class="made"' : '';
  return `<h3${made}${languageOf(article)}>${own} ${escape(article.title)}</h3>`;
}

export function note(text: string): string {
  return `<p class="note">${escape(text)}</p>`;
}

function markHtml({ source, citation, kind }: Mark, fullText: boolean): string {
  const target = fullText ? sentenceAnchor(citation.sentenceId) : `source-${source.letter}`;
  const shown = kind === 'rewrite' ? `(${source.letter})` : source.letter;
  return `<a class="${kind} account-${source.colour}" href="#${target}" aria-label="${SPOKEN[kind](source.letter)}">${shown}</a>`;
}

/** The letters of who stands behind some words; `support` says how many they are. */
export function cited(model: BriefModel, { marks }: Marked, support = ''): string {
  const letters = marks.map((mark) => markHtml(mark, model.input.parts.fullText)).join('');
  const count = support ? `<span class="support">${escape(support)}</span>` : '';
  return `<span class="cited" dir="ltr" lang="en">${letters}${count}</span>`;
}

/** Words with hyphens inside, short enough to be kept on one line. */
const HYPHENATED = /(?<![^\s])(?=\S{3,30}(?!\S))[^\s-]+(?:-[^\s-]+)+/gu;

/** Text unbroken at its hyphens, so that it can be read back from a PDF. */
function unbroken(text: string): string {
  let html = '';
  let end = 0;
  for (const { 0: word, index } of text.matchAll(HYPHENATED)) {
    html += `${escape(text.slice(end, index))}<span class="whole">${escape(word)}</span>`;
    end = index + word.length;
  }
  return html + escape(text.slice(end));
}

const TONES: Readonly<Record<Piece['tone'], (html: string) => string>> = {
  plain: (html) => html,
  strong: (html) => `<b>${html}</b>`,
  quiet: (html) => `<span class="quiet">${html}</span>`,
};

/** Words of an article, in its language and direction. */
export function words(given: string | Cut, source: Marked['source']): string {
  const open = `<span class="words"${languageOf(source.article)}>`;
  if (typeof given === 'string') return `${open}${unbroken(given)}</span>`;
  const said = given.pieces.map(({ text, tone }) => TONES[tone](unbroken(text))).join('');
  return `${open}${given.before ? '[…] ' : ''}${said}${given.after ? ' […]' : ''}</span>`;
}
