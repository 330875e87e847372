import type { Account, ArticleId, Fact, SentenceId } from '../../../electron/api/index.ts';
import { listed } from '../../parts/words.ts';
import type { Reading } from '../../state/reading.svelte.ts';

/** An article, with the others of its account beside it. */
export interface FactColumn {
  readonly id: ArticleId;
  readonly letter: string;
  /** The number of the account's colour, from 1. */
  readonly colour: number;
  /** How many columns from here on are of one account; 0 inside such a run, 1 for an article alone. */
  readonly span: number;
}

/** What an article says of a fact, and where. */
export interface FactCell {
  readonly sentenceId: SentenceId;
  readonly differs: boolean;
}

export interface FactRow {
  readonly fact: Fact;
  /** In the order of the columns; null where the article does not report it. */
  readonly cells: readonly (FactCell | null)[];
  /** "3 of 4": independent accounts. */
  readonly support: string;
}

/** Articles in the order of their letters, but those of one account together, after the first of them. */
export function columnsOf(reading: Reading): readonly FactColumn[] {
  const ids = reading.presentIds;
  const accounts = reading.comparison?.accounts ?? [];
  const groups = new Map<Account | ArticleId, ArticleId[]>();
  for (const id of ids) {
    const key = accounts.find(({ articleIds }) => articleIds.includes(id)) ?? id;
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups.values()].flatMap((group) =>
    group.map((id, index) => ({
      id,
      letter: reading.letterOf(id) ?? '',
      colour: reading.colourOf(id),
      span: index === 0 ? group.length : 0,
    })),
  );
}

export function rowOf(fact: Fact, columns: readonly FactColumn[], accounts: number): FactRow {
  const reports = new Map(fact.reports.map((report) => [report.articleId, report]));
  return {
    fact,
    cells: columns.map(({ id }) => {
      const report = reports.get(id);
      return report ? { sentenceId: report.sentenceId, differs: report.differs } : null;
    }),
    support: `${fact.independent} of ${accounts}`,
  };
}

/** "B and E rewrite one text and count once"; empty where no article rewrites another. */
export function tiesText(columns: readonly FactColumn[]): string {
  const told = columns.flatMap(({ span }, index) =>
    span > 1 ? [listed(columns.slice(index, index + span).map(({ letter }) => letter))] : [],
  );
  if (told.length === 0) return '';
  return `${told.map((letters) => `${letters} rewrite one text`).join('; ')} and count once`;
}
