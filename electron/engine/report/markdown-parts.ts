import { boldMarkdown, escapeMarkdown as escape } from './escape.ts';
import type { Mark, Marked } from './marks.ts';
import type { Cut } from './pieces.ts';

const MARK = {
  own: (letter: string) => `**\\[${letter}\\]**`,
  reports: (letter: string) => letter,
  rewrite: (letter: string) => `(${letter})`,
};

/** "**\[B\]** A (E)": the letters of who stands behind some words. */
export function marks(list: readonly Mark[]): string {
  return list.map(({ kind, source }) => MARK[kind](source.letter)).join(' ');
}

/** Words of an article, those that differ in bold. */
export function cutText({ pieces, before, after }: Cut): string {
  const at = pieces.findIndex(({ tone }) => tone === 'strong');
  const start = pieces.slice(0, Math.max(0, at)).reduce((sum, { text }) => sum + text.length, 0);
  const text = pieces.map((piece) => piece.text).join('');
  const span = { start, end: start + (pieces[at]?.text.length ?? 0) };
  const said = at < 0 ? escape(text) : boldMarkdown(text, span);
  return `${before ? '\\[…\\] ' : ''}${said}${after ? ' \\[…\\]' : ''}`;
}

export function articleHeading({ letter, article }: Marked['source']): string {
  return `### \\[${letter}\\] ${escape(article.title)}`;
}
