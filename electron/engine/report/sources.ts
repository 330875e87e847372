import type { Account, Article, ArticleId, Dating } from '../../api/index.ts';

/** An article as the brief names it. */
export interface Source {
  readonly article: Article;
  /** A to Z, then AA, AB and so on. */
  readonly letter: string;
  /** 1 to 6: which of the six account colours it wears. */
  readonly colour: number;
  /** The first article of its account, if that is another: both tell one text. */
  readonly rewrites: Source | null;
  /** Articles that share its account, itself included. */
  readonly accountSize: number;
  /** Why it counts together with others: given once an account, with its first rewrite; else empty. */
  readonly reason: string;
  readonly dating: Dating | null;
}

/** The articles of a brief, and how many accounts they are. */
export interface Sources {
  /** In the order of their letters. */
  readonly list: readonly Source[];
  readonly of: ReadonlyMap<ArticleId, Source>;
  readonly accountCount: number;
}

const COLOURS = 6;

/** 0 is A, 25 is Z, 26 is AA. */
export function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}

/** For each article, its account, as far as it is in the brief. */
function accountsOf(
  articles: readonly Article[],
  accounts: readonly Account[],
): ReadonlyMap<ArticleId, Pick<Account, 'articleIds' | 'reason'>> {
  const present = new Set(articles.map(({ id }) => id));
  const result = new Map<ArticleId, Pick<Account, 'articleIds' | 'reason'>>();
  for (const { articleIds, reason } of accounts) {
    const members = { articleIds: articleIds.filter((id) => present.has(id)), reason };
    for (const id of members.articleIds) result.set(id, members);
  }
  for (const { id } of articles) if (!result.has(id)) result.set(id, { articleIds: [id], reason: '' });
  return result;
}

/** An article that no account names counts as an account of its own. */
export function sourcesOf(
  articles: readonly Article[],
  accounts: readonly Account[],
  datings: readonly Dating[],
): Sources {
  const accountOf = accountsOf(articles, accounts);
  const dated = new Map(datings.map((dating) => [dating.articleId, dating]));
  const mutable = articles.map((article, index) => {
    const account = accountOf.get(article.id);
    return {
      article,
      letter: letterAt(index),
      colour: (index % COLOURS) + 1,
      rewrites: null as Source | null,
      accountSize: account?.articleIds.length ?? 1,
      reason: account?.articleIds[1] === article.id ? account.reason : '',
      dating: dated.get(article.id) ?? null,
    };
  });
  const of = new Map<ArticleId, Source>(mutable.map((source) => [source.article.id, source]));
  for (const source of mutable) {
    const first = accountOf.get(source.article.id)?.articleIds[0];
    if (first && first !== source.article.id) source.rewrites = of.get(first) ?? null;
  }
  return { list: mutable, of, accountCount: new Set(accountOf.values()).size };
}

/** The same for all articles of one account. */
export function accountKey(source: Source): ArticleId {
  return (source.rewrites ?? source).article.id;
}

/** Letters sort as they are given: Z before AA. */
export function byLetter(a: Source, b: Source): number {
  return a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : Number(a.letter > b.letter));
}
