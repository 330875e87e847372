import type { Article, ArticleSummary, BoilerplateReason } from '../../../electron/api/index.ts';
import { dayText } from '../../parts/dates.ts';
import { counted, listed } from '../../parts/words.ts';

/**
 * What the file says of the article, and what it lacks: nothing is filled in for it. `dated`: its date is told
 * beside the line.
 */
export function aboutLine(
  article: ArticleSummary & Partial<Pick<Article, 'credits' | 'byline'>>,
  dated = false,
): string {
  const credits = (article.credits ?? []).map((credit) => credit.replace(/^[\s([]+|[\s)\]]+$/g, ''));
  const said = [
    article.source,
    article.byline,
    !article.source && credits.length > 0 ? `Credited in the file: ${credits.join('; ')}` : null,
    !dated && article.publishedAt && dayText(article.publishedAt),
  ].filter((part): part is string => Boolean(part));
  const lacking = [
    article.titleOrigin === 'made' ? 'title' : null,
    !article.source && credits.length === 0 ? 'source' : null,
    dated || article.publishedAt ? null : 'date',
  ].filter((part): part is string => part !== null);
  const lacks = lacking.length > 0 ? `No ${listed(lacking).replace(/ and (?=\w+$)/, ' or ')}` : null;
  // Three things missing fill the line; the words that say where are then understood.
  const where = lacking.length < 3 && said.length === 0 && !dated ? ' in the file' : '';
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
