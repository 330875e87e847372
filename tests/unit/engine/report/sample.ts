import type {
  Account,
  Article,
  ArticleId,
  Block,
  BlockId,
  SentenceId,
  SummarySentence,
} from '../../../../electron/api/index.ts';
import type { BriefInput } from '../../../../electron/engine/report/brief.ts';

type Text = Pick<Block, 'type'> & Partial<Omit<Block, 'sentences'>> & { readonly text: readonly string[] };

/** An article called by a short name; its sentences' ids are the name and their number. */
export function article(name: string, blocks: readonly Text[] = [], more: Partial<Article> = {}): Article {
  let next = 0;
  return {
    id: `article-${name}` as ArticleId,
    path: `folder/${name}.txt`,
    title: `Title of ${name}`,
    titleOrigin: 'heading',
    source: null,
    byline: null,
    publishedAt: null,
    language: 'en',
    direction: 'ltr',
    blocks: blocks.map(({ text, ...block }, index) => ({
      ...block,
      id: `article-${name}.b${index}` as BlockId,
      sentences: text.map((line) => ({ id: `article-${name}.s${++next}` as SentenceId, text: line })),
    })),
    boilerplate: [],
    credits: [],
    wordCount: 1004,
    contentHash: 'c0ffee',
    ...more,
  };
}

/** A summary sentence from the first article named, which the others report too. */
export function said(text: string, by: Article, ...alsoBy: readonly Article[]): SummarySentence {
  const place = (of: Article) => ({ articleId: of.id, sentenceId: `${of.id}.s1` as SentenceId });
  return { ...place(by), text, supportedBy: alsoBy.map(place) };
}

/** Articles that count once. */
export const accountOf = (...articleIds: ArticleId[]): Account => ({
  id: `account-${articleIds[0] ?? ''}`,
  articleIds,
  reason: 'They tell the same in the same order.',
});

export function input(articles: readonly Article[], more: Partial<BriefInput> = {}): BriefInput {
  return {
    title: 'A story',
    articles,
    accounts: articles.map(({ id }) => accountOf(id)),
    summary: { words: 0, onlyOne: [], sentences: [] },
    articleSummaries: new Map(),
    budget: { words: 100 },
    parts: {
      summary: true,
      onlyOne: false,
      differences: false,
      quotations: false,
      timeline: false,
      facts: false,
      articleSummaries: false,
      fullText: false,
    },
    paper: 'A4',
    made: '2026-01-05T10:00:00Z',
    ...more,
  };
}
