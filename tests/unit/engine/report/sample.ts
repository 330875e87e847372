import type {
  Account,
  Article,
  ArticleId,
  Block,
  BlockId,
  BriefParts,
  Claim,
  Discrepancy,
  Excerpt,
  Fact,
  Quotation,
  Reading,
  SentenceId,
  SummarySentence,
  TimelineEntry,
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

/** A brief with the parts named only. */
export function parts(...wanted: readonly (keyof BriefParts)[]): BriefParts {
  const asked = (part: keyof BriefParts) => wanted.includes(part);
  return {
    summary: asked('summary'),
    onlyOne: asked('onlyOne'),
    differences: asked('differences'),
    quotations: asked('quotations'),
    timeline: asked('timeline'),
    facts: asked('facts'),
    articleSummaries: asked('articleSummaries'),
    fullText: asked('fullText'),
  };
}

/** The first place of some words in an article. */
export function excerpt(of: Article, words: string): Excerpt {
  for (const { id, text } of of.blocks.flatMap(({ sentences }) => sentences)) {
    const start = text.indexOf(words);
    if (start >= 0)
      return { articleId: of.id, sentenceId: id, start, end: start + words.length, text: words };
  }
  throw new Error(`${of.title} does not have “${words}”.`);
}

/** The words that differ, shown in their whole sentence. */
export function claim(of: Article, words: string): Claim {
  const value = excerpt(of, words);
  const sentence = of.blocks.flatMap(({ sentences }) => sentences).find(({ id }) => id === value.sentenceId);
  return { value, context: { start: 0, end: sentence?.text.length ?? 0 } };
}

export function discrepancy(
  readings: readonly [Reading['claims'], Reading['claims'], ...Reading['claims'][]],
  more: Partial<Discrepancy> = {},
): Discrepancy {
  const [first, second, ...others] = readings;
  return {
    id: 'd1',
    kind: 'number',
    severity: 'conflict',
    about: 'soldiers',
    what: 'The number differs.',
    readings: [{ claims: first }, { claims: second }, ...others.map((claims) => ({ claims }))],
    dismissed: false,
    ...more,
  };
}

export function quotation(of: Article, words: string, more: Partial<Quotation> = {}): Quotation {
  const place = excerpt(of, words);
  return {
    ...place,
    sentences: [place.sentenceId],
    whole: words,
    speaker: null,
    speakerKey: null,
    cue: null,
    fragment: false,
    group: `${place.sentenceId} ${place.start}`,
    ...more,
  };
}

export function entry(
  of: Article,
  expression: string,
  event: string,
  date: string,
  more: Partial<TimelineEntry> = {},
): TimelineEntry {
  const happened = excerpt(of, event);
  return {
    articleId: of.id,
    sentenceId: happened.sentenceId,
    expression: excerpt(of, expression),
    event: happened,
    date,
    end: null,
    approximate: false,
    group: happened.sentenceId,
    ...more,
  };
}

/** A fact in the words of the first article, which the others report too; those of `differing` differently. */
export function fact(
  words: string,
  [first, ...others]: readonly [Article, ...Article[]],
  differing: readonly Article[] = [],
): Fact {
  const report = ({ id }: Article, differs: boolean) => ({
    articleId: id,
    sentenceId: `${id}.s1` as SentenceId,
    differs,
  });
  const reports = [first, ...others].map((each) => report(each, differing.includes(each)));
  return { excerpt: excerpt(first, words), reports, independent: reports.length };
}

export function input(articles: readonly Article[], more: Partial<BriefInput> = {}): BriefInput {
  return {
    title: 'A story',
    articles,
    accounts: articles.map(({ id }) => accountOf(id)),
    summary: { words: 0, onlyOne: [], sentences: [] },
    articleSummaries: new Map(),
    budget: { words: 100 },
    parts: parts('summary'),
    facts: [],
    discrepancies: [],
    quotations: [],
    datings: [],
    timeline: [],
    paper: 'A4',
    made: '2026-01-05T10:00:00Z',
    ...more,
  };
}
