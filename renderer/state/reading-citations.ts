import type { ArticleId } from '../../electron/api/index.ts';
import { counted } from '../parts/words.ts';
import { supportText } from './reading-support.ts';
import type { Reading } from './reading.svelte.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

interface Line {
  readonly text: string;
  /** "[C][A][B]": the account whose words these are comes first. */
  readonly letters: string;
  readonly support: string;
}

function lines(reading: Reading): readonly Line[] {
  return (reading.story.summary?.sentences ?? []).map((sentence) => {
    const voices = reading.voicesOn(sentence, sentence.supportedBy);
    const speaking = voices.filter(({ stance }) => stance !== 'silent');
    const letters = [
      ...speaking.filter(({ stance }) => stance === 'own'),
      ...speaking.filter(({ stance }) => stance !== 'own'),
    ];
    return {
      text: sentence.text,
      letters: letters.map(({ articleId }) => `[${reading.letterOf(articleId) ?? '?'}]`).join(''),
      support: supportText(voices),
    };
  });
}

function source(reading: Reading, id: ArticleId): string {
  const article = reading.summaryOf(id);
  if (!article) return '';
  const parts = [article.title, article.source, article.publishedAt?.slice(0, 10), article.path];
  const told = parts.filter((part): part is string => Boolean(part)).join('. ');
  return `${told}, ${counted(article.wordCount)} words`;
}

/** The summary with its citations and the list of sources, as plain text and as HTML. */
export function citedSummary(reading: Reading): { readonly text: string; readonly html: string } {
  const title = reading.title;
  const sources = reading.presentIds.map((id) => ({
    letter: reading.letterOf(id) ?? '?',
    told: source(reading, id),
  }));
  const rows = lines(reading);
  const text = [
    title,
    reading.accountsText,
    '',
    ...rows.map((line) => `${line.text} ${line.letters}${line.support ? ` (${line.support})` : ''}`),
    '',
    'Sources',
    ...sources.map(({ letter, told }) => `[${letter}] ${told}`),
    '',
  ].join('\n');
  const html = [
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(reading.accountsText)}</p>`,
    ...rows.map(
      (line) =>
        `<p>${escaped(line.text)} <b>${line.letters}</b>${line.support ? ` <small>${line.support}</small>` : ''}</p>`,
    ),
    '<h2>Sources</h2>',
    ...sources.map(({ letter, told }) => `<p><b>[${letter}]</b> ${escaped(told)}</p>`),
  ].join('\n');
  return { text, html };
}
