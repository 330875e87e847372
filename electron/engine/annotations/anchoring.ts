import type { Article } from '../../api/index.ts';
import { anchor } from './anchor.ts';
import type { Op } from './ops.ts';
import type { Placed } from './quotes.ts';
import type { AnnotationState, KeptHighlight, Seen } from './state.ts';

/** What has to change for an article's highlights to stand where they are in this text. */
export function anchoring(state: AnnotationState, article: Article, parser: string): Op[] {
  const highlights = state.highlightsOf(article.id);
  const found = anchor(highlights, article);
  const ops = highlights.flatMap((highlight): Op[] => {
    const moved = movedTo(highlight, found.get(highlight.id) ?? null);
    return moved ? [{ kind: 'anchor', highlight: moved }] : [];
  });
  const seen = seeing(state, { ...article, parser }, article.id);
  return [...seen, ...ops];
}

/** The words that were marked stay until others are certain to have taken their place; the first ones are kept. */
function movedTo(highlight: KeptHighlight, place: Placed | null): KeptHighlight | null {
  const { quote, former } = highlight;
  if (!place) return highlight.sentenceId === null ? null : { ...highlight, sentenceId: null };
  const { exact } = place.quote;
  const first = former ?? quote.exact;
  const moved = {
    ...highlight,
    sentenceId: place.sentence.id,
    position: place.position,
    quote: place.quote,
    former: exact === first ? null : first,
  };
  return sameOne(highlight, moved) ? null : moved;
}

function sameOne(a: KeptHighlight, b: KeptHighlight): boolean {
  return (
    a.sentenceId === b.sentenceId &&
    a.position === b.position &&
    a.former === b.former &&
    a.quote.exact === b.quote.exact &&
    a.quote.prefix === b.quote.prefix &&
    a.quote.suffix === b.quote.suffix
  );
}

/** The step that notes where an article is now, if that is another place than before. */
export function seeing(state: AnnotationState, now: Seen, articleId: Article['id']): Op[] {
  const known = state.articles.get(articleId);
  const { path, title, contentHash, parser } = now;
  const same =
    known?.path === path &&
    known.title === title &&
    known.contentHash === contentHash &&
    known.parser === parser;
  return same ? [] : [{ kind: 'seen', articleId, seen: { path, title, contentHash, parser } }];
}
