import type { Fact, Report } from '../../api/index.ts';
import { accountKey, type Source, type Sources } from './sources.ts';

/** Rows that can be read at a glance or two. Of more, those that most accounts report. */
const MOST = 40;
/** Columns that leave the words beside them room; a list of letters takes the place of more. */
const WIDEST = 12;

export interface FactView {
  readonly fact: Fact;
  /** Whose words it is in. */
  readonly source: Source;
  readonly reports: ReadonlyMap<Source, Report>;
}

export interface FactsView {
  readonly rows: readonly FactView[];
  /** Facts that several accounts report; where all articles are one account, several articles. */
  readonly several: number;
  /** The others, which have no row. */
  readonly alone: number;
  /** The articles, those of one account side by side; null where they are too many for columns. */
  readonly columns: readonly Source[] | null;
}

/** The articles of each account stand where its first does. */
function columnsOf({ list }: Sources): readonly Source[] | null {
  if (list.length > WIDEST) return null;
  return [...Map.groupBy(list, accountKey).values()].flat();
}

export function factsByArticle(facts: readonly Fact[], sources: Sources): FactsView {
  const rows = facts.flatMap((fact): FactView[] => {
    const source = sources.of.get(fact.excerpt.articleId);
    if (!source) return [];
    const reports = fact.reports.flatMap((report) => {
      const by = sources.of.get(report.articleId);
      return by ? [[by, report] as const] : [];
    });
    return [{ fact, source, reports: new Map(reports) }];
  });
  const several = rows.filter(
    ({ reports, fact }) => reports.size > 1 && (fact.independent > 1 || sources.accountCount === 1),
  );
  const kept = new Set(
    [...several]
      .sort((a, b) => b.fact.independent - a.fact.independent || b.reports.size - a.reports.size)
      .slice(0, MOST),
  );
  return {
    rows: several.filter((row) => kept.has(row)),
    several: several.length,
    alone: rows.length - several.length,
    columns: columnsOf(sources),
  };
}
