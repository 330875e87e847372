import type {
  Account,
  Article,
  ArticleId,
  BriefParts,
  Budget,
  Citation,
  Paper,
  Summary,
  SummarySentence,
} from '../../api/index.ts';

export interface BriefInput {
  /** Of the brief. Empty: the first article's title stands in. */
  readonly title: string;
  /** In the order in which they get their letters. */
  readonly articles: readonly Article[];
  /** An article that none of them names counts as an account of its own. */
  readonly accounts: readonly Account[];
  readonly summary: Summary | null;
  readonly articleSummaries: ReadonlyMap<ArticleId, Summary>;
  readonly budget: Budget;
  readonly parts: BriefParts;
  readonly paper: Paper;
  /** ISO date-time of making. */
  readonly made: string;
}

/** An article as the brief names it. */
export interface Source {
  readonly article: Article;
  /** A to Z, then AA, AB and so on. */
  readonly letter: string;
  /** 1 to 6: which of the six account colours it wears. */
  readonly colour: number;
  /** The fullest text of the account this one only rewrites, if that is another article. */
  readonly rewrites: Source | null;
  /** Articles that share its account, itself included. */
  readonly accountSize: number;
}

/** A letter beside a passage: `own` has these very words, `reports` says the same, `rewrite` adds no support. */
export interface Mark {
  readonly source: Source;
  readonly citation: Citation;
  readonly kind: 'own' | 'reports' | 'rewrite';
}

export interface Passage {
  readonly sentence: SummarySentence;
  readonly source: Source;
  /** Its own letter first, then independent reports in the order of letters, then rewrites. */
  readonly marks: readonly Mark[];
  /** Accounts that report it, its own included. */
  readonly independent: number;
}

/** What every format of a brief is written from. */
export interface BriefModel {
  readonly input: BriefInput;
  readonly title: string;
  readonly sources: readonly Source[];
  readonly accountCount: number;
  readonly sourceOf: ReadonlyMap<ArticleId, Source>;
  /** Null when the brief has no summary of all articles. */
  readonly passages: readonly Passage[] | null;
}

const COLOURS = 6;

/** 0 is A, 25 is Z, 26 is AA. */
function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}

/** For each article, the articles of its account with the fullest text first. */
function accountsOf({ articles, accounts }: BriefInput): ReadonlyMap<ArticleId, readonly ArticleId[]> {
  const present = new Set(articles.map((article) => article.id));
  const result = new Map<ArticleId, readonly ArticleId[]>();
  for (const account of accounts) {
    const members = account.articleIds.filter((id) => present.has(id));
    for (const id of members) result.set(id, members);
  }
  for (const { id } of articles) if (!result.has(id)) result.set(id, [id]);
  return result;
}

function sourcesOf(input: BriefInput): { sources: readonly Source[]; accountCount: number } {
  const accounts = accountsOf(input);
  const mutable = input.articles.map((article, index) => ({
    article,
    letter: letterAt(index),
    colour: (index % COLOURS) + 1,
    rewrites: null as Source | null,
    accountSize: accounts.get(article.id)?.length ?? 1,
  }));
  for (const source of mutable) {
    const fullest = accounts.get(source.article.id)?.[0];
    if (fullest !== source.article.id) {
      source.rewrites = mutable.find(({ article }) => article.id === fullest) ?? null;
    }
  }
  return { sources: mutable, accountCount: new Set(accounts.values()).size };
}

function accountKey(source: Source): ArticleId {
  return (source.rewrites ?? source).article.id;
}

function passageOf(sentence: SummarySentence, sourceOf: ReadonlyMap<ArticleId, Source>): Passage | null {
  const source = sourceOf.get(sentence.articleId);
  if (!source) return null;
  const supporters = sentence.supportedBy
    .flatMap((citation) => {
      const supporter = sourceOf.get(citation.articleId);
      return supporter && supporter !== source ? [{ source: supporter, citation }] : [];
    })
    .sort((a, b) => {
      // The fullest text of an account speaks for it; its rewrites stand back.
      const rewrites = Number(a.source.rewrites !== null) - Number(b.source.rewrites !== null);
      return (
        rewrites ||
        a.source.letter.length - b.source.letter.length ||
        (a.source.letter < b.source.letter ? -1 : 1)
      );
    });
  const named = new Set([accountKey(source)]);
  const reports: Mark[] = [];
  const rewrites: Mark[] = [];
  for (const { source: supporter, citation } of supporters) {
    const key = accountKey(supporter);
    if (named.has(key)) rewrites.push({ source: supporter, citation, kind: 'rewrite' });
    else reports.push({ source: supporter, citation, kind: 'reports' });
    named.add(key);
  }
  const own: Mark = { source, citation: sentence, kind: 'own' };
  return { sentence, source, marks: [own, ...reports, ...rewrites], independent: named.size };
}

export function briefModel(input: BriefInput): BriefModel {
  const { sources, accountCount } = sourcesOf(input);
  const sourceOf = new Map(sources.map((source) => [source.article.id, source]));
  const passages = input.parts.summary
    ? (input.summary?.sentences ?? []).flatMap((sentence) => passageOf(sentence, sourceOf) ?? [])
    : null;
  const title = input.title.trim() || (input.articles[0]?.title ?? '').trim() || 'Brief';
  return { input, title, sources, accountCount, sourceOf, passages };
}
