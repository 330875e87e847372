import type {
  ArticleId,
  BriefParts,
  Budget,
  Block,
  Citation,
  SentenceId,
  TitleOrigin,
} from '../../api/index.ts';
import { comparedJson, type ComparedJson } from './json-compared.ts';
import type { BriefModel } from './model.ts';
import type { NoteView } from './notes.ts';
import type { Source } from './sources.ts';
import { fileNameOf } from './wording.ts';

interface CitationJson extends Citation {
  readonly letter: string;
}

/** The brief as data. Fields are only ever added; `version` grows when one changes its meaning. */
export interface BriefJson extends ComparedJson {
  readonly format: 'synoptic-brief';
  readonly version: 1;
  readonly title: string;
  /** ISO date-time. */
  readonly made: string;
  readonly budget: Budget;
  readonly parts: BriefParts;
  readonly articleCount: number;
  /** Articles that rewrite one underlying text count as one account. */
  readonly accountCount: number;
  /** Null when the brief was asked for without one. */
  readonly summary: {
    readonly words: number;
    readonly sentences: readonly (CitationJson & {
      /** Verbatim. */
      readonly text: string;
      /** Accounts that report it, its own included. */
      readonly independent: number;
      readonly supportedBy: readonly (CitationJson & {
        /** False where it only rewrites an account already named. */
        readonly counts: boolean;
      })[];
    })[];
  } | null;
  readonly sources: readonly {
    readonly letter: string;
    readonly articleId: ArticleId;
    readonly title: string;
    readonly titleOrigin: TitleOrigin;
    readonly fileName: string;
    readonly source: string | null;
    readonly byline: string | null;
    readonly publishedAt: string | null;
    readonly language: string;
    readonly words: number;
    readonly credits: readonly string[];
    /** SHA-256 of the file, hex: whoever has the file can tell that it is the same. */
    readonly contentHash: string;
    /** Letter of the first article of its account, where that is another: both tell one text. */
    readonly rewrites: string | null;
  }[];
  /** What the reader made of the articles, those left out of which nothing is said. Present when asked for. */
  readonly notes?: readonly {
    readonly letter: string;
    readonly articleId: ArticleId;
    readonly starred: boolean;
    readonly tags: readonly string[];
    /** `text` is the article's, verbatim; `note` is the reader's. Without a sentence the article has it no more. */
    readonly highlights: readonly NoteView[];
  }[];
  /** Present when asked for. */
  readonly articleSummaries?: readonly {
    readonly letter: string;
    readonly articleId: ArticleId;
    readonly words: number;
    readonly sentences: readonly { readonly sentenceId: SentenceId; readonly text: string }[];
  }[];
  /** Present when asked for. */
  readonly fullText?: readonly {
    readonly letter: string;
    readonly articleId: ArticleId;
    readonly direction: 'ltr' | 'rtl';
    readonly blocks: readonly Block[];
  }[];
}

function summaryOf(model: BriefModel): BriefJson['summary'] {
  if (!model.passages) return null;
  return {
    words: model.input.summary?.words ?? 0,
    sentences: model.passages.map(({ sentence, source, marks, independent }) => ({
      text: sentence.text,
      articleId: sentence.articleId,
      sentenceId: sentence.sentenceId,
      letter: source.letter,
      independent,
      supportedBy: marks
        .filter(({ kind }) => kind !== 'own')
        .map((mark) => ({
          articleId: mark.citation.articleId,
          sentenceId: mark.citation.sentenceId,
          letter: mark.source.letter,
          counts: mark.kind === 'reports',
        })),
    })),
  };
}

function sourceOf({ article, letter, rewrites }: Source): BriefJson['sources'][number] {
  return {
    letter,
    articleId: article.id,
    title: article.title,
    titleOrigin: article.titleOrigin,
    fileName: fileNameOf(article.path),
    source: article.source,
    byline: article.byline,
    publishedAt: article.publishedAt,
    language: article.language,
    words: article.wordCount,
    credits: article.credits,
    contentHash: article.contentHash,
    rewrites: rewrites?.letter ?? null,
  };
}

function articleSummaryOf(model: BriefModel, { article, letter }: Source) {
  const summary = model.input.articleSummaries.get(article.id);
  return {
    letter,
    articleId: article.id,
    words: summary?.words ?? 0,
    sentences: (summary?.sentences ?? []).map(({ sentenceId, text }) => ({ sentenceId, text })),
  };
}

function briefData(model: BriefModel): BriefJson {
  const { input, sources } = model;
  const summary = summaryOf(model);
  return {
    format: 'synoptic-brief',
    version: 1,
    title: model.title,
    made: input.made,
    budget: input.budget,
    parts: input.parts,
    articleCount: sources.length,
    accountCount: model.accountCount,
    summary,
    sources: sources.map(sourceOf),
    ...comparedJson(model, summary),
    ...(model.notes && {
      notes: model.notes.map(({ source, starred, tags, highlights }) => ({
        letter: source.letter,
        articleId: source.article.id,
        starred,
        tags,
        highlights,
      })),
    }),
    ...(input.parts.articleSummaries && {
      articleSummaries: sources.map((source) => articleSummaryOf(model, source)),
    }),
    ...(input.parts.fullText && {
      fullText: sources.map(({ article, letter }) => ({
        letter,
        articleId: article.id,
        direction: article.direction,
        blocks: article.blocks,
      })),
    }),
  };
}

export function briefJson(model: BriefModel): string {
  return `${JSON.stringify(briefData(model), null, 2)}\n`;
}
