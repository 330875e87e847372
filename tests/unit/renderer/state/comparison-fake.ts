import type {
  ArticleId,
  Claim,
  Discrepancy,
  Excerpt,
  Quotation,
  TimelineEntry,
} from '../../../../electron/api/index.ts';
import { articleId, sentenceId } from './reading-fake.ts';

/** Words of the fake library's sentence `number` of `article`; without offsets, they begin it. */
export function excerpt(article: string, number: number, text: string, start = 0): Excerpt {
  return {
    articleId: articleId(article),
    sentenceId: sentenceId(article, number),
    text,
    start,
    end: start + text.length,
  };
}

export function claim(article: string, number: number, text: string, start = 0): Claim {
  const value = excerpt(article, number, text, start);
  return { value, context: { start: value.start, end: value.end } };
}

/** A difference whose readings are these groups of claims. */
export function difference(
  id: string,
  [first, second, ...more]: readonly [
    readonly [Claim, ...Claim[]],
    readonly [Claim, ...Claim[]],
    ...(readonly [Claim, ...Claim[]])[],
  ],
  rest: Partial<Discrepancy> = {},
): Discrepancy {
  return {
    id,
    kind: 'status',
    severity: 'difference',
    about: id,
    what: `They differ about ${id}.`,
    readings: [{ claims: first }, { claims: second }, ...more.map((claims) => ({ claims }))],
    dismissed: false,
    ...rest,
  };
}

export function quotation(
  article: string,
  number: number,
  text: string,
  start: number,
  rest: Partial<Quotation> = {},
): Quotation {
  const words = excerpt(article, number, text, start);
  return {
    ...words,
    sentences: [words.sentenceId],
    whole: text,
    speaker: null,
    speakerKey: null,
    cue: null,
    fragment: false,
    group: `${article}${number}`,
    ...rest,
  };
}

export function event(
  article: string,
  number: number,
  expression: string,
  date: string,
  rest: Partial<TimelineEntry> = {},
): TimelineEntry {
  const words = excerpt(article, number, expression);
  return {
    articleId: words.articleId,
    sentenceId: words.sentenceId,
    expression: words,
    event: words,
    date,
    end: null,
    approximate: false,
    group: `${article}${number}`,
    ...rest,
  };
}

export const ids = (...names: readonly string[]): readonly ArticleId[] => names.map(articleId);
