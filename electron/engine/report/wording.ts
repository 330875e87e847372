import type { BriefModel, Passage } from './model.ts';
import type { Source } from './sources.ts';

/** Synoptic's own words in a brief, the same in every format. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NUMBER_WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** 1004 is "1,004": by hand, because a brief may not depend on the machine's locale. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function count(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

/** "2025-12-14T09:30:00Z" is "14 December 2025"; what is no ISO date stays as it is. */
export function dayOf(iso: string): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/.exec(iso);
  const month = MONTHS[Number(parts?.[2]) - 1];
  if (!parts || !month) return iso;
  return `${parts[3] ? `${Number(parts[3])} ` : ''}${month} ${parts[1]}`;
}

/** A day with its weekday, "Sunday 14 December 2025"; a month or a year as `dayOf` has them. */
export function weekdayOf(iso: string): string {
  const time = /^\d{4}-\d{2}-\d{2}/.test(iso) ? Date.parse(iso.slice(0, 10)) : Number.NaN;
  const weekday = WEEKDAYS[new Date(time).getUTCDay()];
  return weekday ? `${weekday} ${dayOf(iso)}` : dayOf(iso);
}

/** The file's own name: a brief goes to others, whom the folders of this machine do not concern. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

export function introduction(model: BriefModel): string {
  const { parts } = model.input;
  const articles = model.sources.length;
  const size = articles > 1 ? `, ${count(model.accountCount, 'independent account')}` : '';
  const counts = `${count(articles, 'article')}${size}.`;
  const { summary, onlyOne, differences, quotations, timeline, facts, articleSummaries, fullText } = parts;
  if (
    ![summary, onlyOne, differences, quotations, timeline, facts, articleSummaries, fullText].includes(true)
  )
    return counts;
  const where = articles > 1 ? 'the article whose letter is boxed beside it' : 'the article';
  return `${counts} Every passage below stands word for word in ${where}.`;
}

export function summaryNote(model: BriefModel): string {
  const words = count(model.input.summary?.words ?? 0, 'word');
  return model.sources.length > 1 ? `${words}, and who else reports each sentence` : words;
}

export const NO_SENTENCE = 'No sentence is short enough for the length asked for.';

/** Empty in a brief of one account, where there is nobody else to report anything. */
export function support(model: BriefModel, passage: Passage): string {
  if (model.accountCount < 2) return '';
  return `${passage.independent} independent`;
}

export function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function unbracketed(credit: string): string {
  return credit.trim().replace(/^[([](.*)[)\]]$/, '$1');
}

export function sentence(text: string): string {
  return text === '' ? '' : /[.!?…。]$/.test(text) ? text : `${text}.`;
}

/** Whether the source's names all stand in a credit line, which says them as the file does. */
function isCredited(source: string | null, credits: readonly string[]): boolean {
  const credited = credits.join(' ').toLowerCase();
  return source !== null && source.split(/[,/]\s*/).every((name) => credited.includes(name.toLowerCase()));
}

/** How the date of an article is known, where the file itself does not say it. */
function datingNote({ dating }: Source): string {
  if (!dating?.date) return '';
  const day = dayOf(dating.date);
  if (dating.origin === 'corrected') return `Dated ${day} by the reader.`;
  if (dating.origin === 'inferred') return `Taken to be of ${day}: ${lowered(dating.reason)}`;
  return '';
}

/** A sentence continued after a colon. */
function lowered(sentence: string): string {
  return /^(The|It|Its|No|A|An|This|In|By) /.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}

/** The line under a source's title: file, words, what it says of itself and what it lacks. */
export function sourceNote(source: Source): string {
  const { article, rewrites, accountSize, reason } = source;
  const made = article.titleOrigin === 'made';
  const credits = article.credits.map(unbracketed).filter(Boolean);
  const outlet = isCredited(article.source, credits) ? null : article.source;
  const known = [outlet, article.byline, article.publishedAt && dayOf(article.publishedAt)]
    .filter(Boolean)
    .join(', ');
  const missing = [
    ...(made ? ['title'] : []),
    ...(article.source || article.byline || credits.length ? [] : ['source']),
    ...(article.publishedAt ? [] : ['date']),
  ];
  const lacking = missing.length
    ? `No ${listed(missing, 'or')}${credits.length && !made ? '' : ' in the file'}${made ? '; its opening words stand in' : ''}.`
    : '';
  const rewriting = rewrites
    ? `Rewrites the same text as ${rewrites.letter}; the ${NUMBER_WORDS[accountSize] ?? accountSize} count once.${reason && ` ${reason}`}`
    : '';
  return [
    `${fileNameOf(article.path)}, ${count(article.wordCount, 'word')}.`,
    sentence(known),
    credits.length ? sentence(`Credited in the file: ${credits.join('; ')}`) : '',
    lacking,
    datingNote(source),
    rewriting,
  ]
    .filter(Boolean)
    .join(' ');
}
