import type {
  Annotations,
  Article,
  ArticleId,
  ArticleSummary,
  BriefDocument,
  BriefRequest,
  Budget,
  Comparison,
  Corrections,
  Evidence,
  SentenceId,
  Summary,
} from '../api/index.ts';
import { compareArticles, NO_CORRECTIONS, type Compared } from './compare/compare.ts';
import { evidenceFor } from './compare/evidence.ts';
import { onlyOneAccount } from './compare/only-one.ts';
import { supportFrom } from './compare/support.ts';
import { analysisOf } from './derived.ts';
import { storyTitle } from './stories/title.ts';
import { summarise } from './summary/summarise.ts';

/** How many comparisons are kept: the story being read, its subsets, and a few others gone back to. */
const KEPT = 12;
/** Length of the summary of one article in a brief and above a column. */
export const ARTICLE_SUMMARY: Budget = { words: 50 };

export function summaryOf(article: Article): ArticleSummary {
  const { id, path, title, titleOrigin, source, publishedAt, language, wordCount } = article;
  return { id, path, title, titleOrigin, source, publishedAt, language, wordCount };
}

/** What can be said of some articles taken together. Comparisons are kept while their articles are unchanged. */
export class StoryReader {
  readonly #kept = new Map<string, Compared>();
  readonly #corrections: () => Corrections;

  /** `corrections` gives what readers have corrected; after a change of it, `forget()` is called. */
  constructor(corrections: () => Corrections = () => NO_CORRECTIONS) {
    this.#corrections = corrections;
  }

  /** Comparisons made so far are out of date. */
  forget(): void {
    this.#kept.clear();
  }

  #compared(articles: readonly Article[]): Compared {
    const corrections = this.#corrections();
    const key = articles.map(({ id, contentHash }) => `${id}:${contentHash}`).join(' ');
    let compared = this.#kept.get(key);
    if (compared) {
      this.#kept.delete(key);
    } else {
      compared = compareArticles(articles, articles.map(analysisOf), corrections);
      const oldest = this.#kept.keys().next();
      if (this.#kept.size >= KEPT && !oldest.done) this.#kept.delete(oldest.value);
    }
    this.#kept.set(key, compared);
    return compared;
  }

  title(articles: readonly Article[]): string {
    const [only] = articles;
    return articles.length === 1 && only ? only.title : storyTitle(articles.map(analysisOf));
  }

  compare(articles: readonly Article[]): Comparison {
    return {
      title: this.title(articles),
      articles: articles.map(summaryOf),
      ...this.#compared(articles),
    };
  }

  evidence(articles: readonly Article[], a: SentenceId, b: SentenceId): readonly Evidence[] {
    return evidenceFor(articles.map(analysisOf), a, b);
  }

  summarise(articles: readonly Article[], budget: Budget): Summary {
    const analyses = articles.map(analysisOf);
    if (articles.length === 1) return { ...summarise(analyses, budget), onlyOne: [] };
    const { alignment, accounts } = this.#compared(articles);
    const support = supportFrom(analyses, alignment);
    return {
      ...summarise(analyses, budget, { support, groups: alignment.groups, accounts }),
      onlyOne: onlyOneAccount(analyses, alignment, accounts),
    };
  }

  /**
   * The brief's text. `made` is when, as an ISO 8601 date-time; `annotations` is what the reader made of the
   * articles, for the part of notes.
   */
  async brief(
    articles: readonly Article[],
    request: BriefRequest,
    made: string,
    annotations?: Annotations,
  ): Promise<BriefDocument> {
    // Its fonts are large, and most runs never make a brief.
    const { composeBrief } = await import('./report/brief.ts');
    const { budget, parts, paper } = request;
    const summary = parts.summary || parts.onlyOne ? this.summarise(articles, budget) : null;
    return composeBrief(
      {
        ...this.#compared(articles),
        title: request.title ?? this.title(articles),
        articles,
        summary,
        articleSummaries: new Map<ArticleId, Summary>(
          parts.articleSummaries
            ? articles.map((article) => [article.id, this.summarise([article], ARTICLE_SUMMARY)])
            : [],
        ),
        budget,
        parts,
        paper,
        made,
        ...(annotations && { annotations }),
      },
      request.format,
    );
  }
}
