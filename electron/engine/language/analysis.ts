import type { Article, ArticleId, BlockType, SentenceId } from '../../api/index.ts';
import { casingOf, type Casing } from './names-casing.ts';
import { findNames, type NameMention } from './names.ts';
import { normalise, stemOfNormal } from './stems.ts';
import { isStopword } from './stopwords.ts';
import { tokenise, type Token } from './tokens.ts';

/** A sentence with what summaries, comparison, topics and stories need to know of it. */
export interface AnalysedSentence {
  readonly id: SentenceId;
  readonly articleId: ArticleId;
  readonly text: string;
  readonly type: BlockType;
  readonly recap: boolean;
  /** Index of the block in the article, and of the sentence in its block. */
  readonly block: number;
  readonly inBlock: number;
  /** Index among the sentences of the article that are neither headings nor recaps; -1 for those. */
  readonly position: number;
  readonly tokens: readonly Token[];
  /** Stem of each token, in step with `tokens`; empty string for stopwords. */
  readonly stems: readonly string[];
  readonly names: readonly NameMention[];
}

export interface Analysis {
  readonly articleId: ArticleId;
  readonly language: string;
  readonly title: string;
  /** Content stems of the title, when the article has one of its own. */
  readonly titleStems: readonly string[];
  /** Every sentence in reading order, headings and recaps included. */
  readonly sentences: readonly AnalysedSentence[];
}

const casings = new WeakMap<readonly AnalysedSentence[], Casing>();

/** How an article writes its words, in its sentences. */
export function casingIn({ sentences }: Pick<Analysis, 'sentences'>): Casing {
  let casing = casings.get(sentences);
  if (!casing) casings.set(sentences, (casing = casingOf(sentences)));
  return casing;
}

function stemsOf(tokens: readonly Token[], language: string): string[] {
  return tokens.map((token) => {
    const normal = normalise(token.text);
    return isStopword(normal, language) ? '' : stemOfNormal(normal, language);
  });
}

/** Content stems of any text: for queries, titles and labels. */
export function contentStems(text: string, language = 'en'): string[] {
  return stemsOf(tokenise(text, language), language).filter(Boolean);
}

/** A pure function of the article. */
export function analyse(article: Article): Analysis {
  const { language } = article;
  const sentences: AnalysedSentence[] = [];
  const tokensOf = article.blocks.map((block) => block.sentences.map(({ text }) => tokenise(text, language)));
  const casing = casingOf(
    article.blocks.flatMap((block, i) =>
      block.sentences.map(({ text }, j) => ({ text, tokens: tokensOf[i]?.[j] ?? [] })),
    ),
  );
  let position = 0;
  article.blocks.forEach((block, blockIndex) => {
    const recap = block.role === 'recap';
    block.sentences.forEach((sentence, inBlock) => {
      const tokens = tokensOf[blockIndex]?.[inBlock] ?? [];
      const body = block.type !== 'heading' && !recap;
      sentences.push({
        id: sentence.id,
        articleId: article.id,
        text: sentence.text,
        type: block.type,
        recap,
        block: blockIndex,
        inBlock,
        position: body ? position++ : -1,
        tokens,
        stems: stemsOf(tokens, language),
        names: findNames(sentence.text, tokens, { language, casing }),
      });
    });
  });
  casings.set(sentences, casing);
  return {
    articleId: article.id,
    language,
    title: article.title,
    titleStems: article.titleOrigin === 'made' ? [] : contentStems(article.title, language),
    sentences,
  };
}
