import type { Article, Comparison, Corrections } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { accountsOf } from './accounts.ts';
import { align } from './align.ts';
import { dateArticles } from './datings.ts';
import { derivationsOf } from './derivation.ts';
import { findDiscrepancies } from './discrepancies/find.ts';
import { withDismissals } from './dismissals.ts';
import { factsOf } from './facts.ts';
import { quotationsOf } from './quotations.ts';
import { timelineOf } from './timeline.ts';

export const NO_CORRECTIONS: Corrections = { dismissed: [], dates: [] };

/** Everything that comparing some articles gives, but what only names them. */
export type Compared = Omit<Comparison, 'title' | 'articles'>;

/** A pure function of the articles, their analyses in step with them, and what the reader has corrected. */
export function compareArticles(
  articles: readonly Article[],
  analyses: readonly Analysis[],
  corrections: Corrections = NO_CORRECTIONS,
): Compared {
  const datings = dateArticles(
    articles,
    analyses,
    new Map(corrections.dates.map(({ articleId, date }) => [articleId, date])),
  );
  const alignment = align(analyses, new Map(datings.map(({ articleId, date }) => [articleId, date])));
  const quotations = quotationsOf(analyses, alignment);
  const derivation = derivationsOf(analyses, alignment, quotations);
  const accounts = accountsOf(analyses, derivation);
  const timeline = timelineOf(analyses, datings, alignment);
  const discrepancies = withDismissals(
    findDiscrepancies({ analyses, alignment, accounts, quotations, datings, timeline }),
    corrections.dismissed,
  );
  const facts = factsOf(analyses, alignment, accounts, discrepancies);
  return { accounts, derivation, alignment, facts, discrepancies, quotations, datings, timeline };
}
