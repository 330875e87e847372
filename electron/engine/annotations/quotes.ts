import type { Article, Sentence, TextQuote } from '../../api/index.ts';

/** Characters of context on each side of a quote. */
const CONTEXT = 64;

/** A sentence in the running text of its article. */
export interface Placed {
  readonly sentence: Sentence;
  /** Among all sentences of the article, from 0. */
  readonly position: number;
  readonly quote: TextQuote;
}

/** Every sentence of an article with what stands around it. */
export function placedSentences(article: Pick<Article, 'blocks'>): Placed[] {
  const sentences = article.blocks.flatMap((block) => block.sentences);
  return sentences.map((sentence, position) => ({
    sentence,
    position,
    quote: {
      exact: sentence.text,
      prefix: around(sentences, position, -1),
      suffix: around(sentences, position, 1),
    },
  }));
}

function around(sentences: readonly Sentence[], position: number, step: 1 | -1): string {
  let text = '';
  for (let at = position + step; text.length < CONTEXT; at += step) {
    const next = sentences[at]?.text;
    if (next === undefined) break;
    if (text === '') text = next;
    else text = step > 0 ? `${text} ${next}` : `${next} ${text}`;
  }
  // Half a character at the cut would not survive being written.
  if (step > 0) return text.slice(0, CONTEXT).replace(/[\uD800-\uDBFF]$/u, '');
  return text.slice(-CONTEXT).replace(/^[\uDC00-\uDFFF]/u, '');
}
