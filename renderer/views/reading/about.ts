import type { Article, ArticleSummary, BoilerplateReason } from '../../../electron/api/index.ts';
import { counted, listed } from '../../parts/words.ts';

const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "2025-12-15T09:00+01:00" → "15 December 2025": the day as the file states it. Other forms stay as they are. */
export function dayOf(publishedAt: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(publishedAt)?.[0];
  const date = day ? new Date(`${day}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? days.format(date) : publishedAt;
}

/** What the file says of the article, and what it lacks: nothing is filled in for it. */
export function aboutLine(article: ArticleSummary & Partial<Pick<Article, 'credits' | 'byline'>>): string {
  const credits = (article.credits ?? []).map((credit) => credit.replace(/^[\s([]+|[\s)\]]+$/g, ''));
  const said = [
    article.source,
    article.byline,
    !article.source && credits.length > 0 ? `Credited in the file: ${credits.join('; ')}` : null,
    article.publishedAt && dayOf(article.publishedAt),
  ].filter((part): part is string => Boolean(part));
  const lacking = [
    article.titleOrigin === 'made' ? 'title' : null,
    !article.source && credits.length === 0 ? 'source' : null,
    article.publishedAt ? null : 'date',
  ].filter((part): part is string => part !== null);
  const lacks = lacking.length > 0 ? `No ${listed(lacking).replace(/ and (?=\w+$)/, ' or ')}` : null;
  // Three things missing fill the line; the words that say where are then understood.
  const where = lacking.length < 3 && said.length === 0 ? ' in the file' : '';
  return [...said, lacks && `${lacks}${where}`, `${counted(article.wordCount)} words`]
    .filter(Boolean)
    .join(' · ');
}

const REASONS: Readonly<Record<BoilerplateReason, string>> = {
  'repeated-title': 'The title again',
  'share-links': 'Links for sharing',
  navigation: 'Navigation',
  generator: 'A mark of the program that made the file',
  advertisement: 'Advertisement',
  copyright: 'Copyright notice',
  markup: 'Markup',
};

/** Why a passage is not part of the article. */
export function reasonFor(reason: BoilerplateReason): string {
  return REASONS[reason];
}
