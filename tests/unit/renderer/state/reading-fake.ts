import type {
  Account,
  AlignedPair,
  Article,
  ArticleId,
  ArticleSummary,
  Budget,
  Comparison,
  LibraryChange,
  LibraryState,
  ReaderApi,
  SentenceId,
  Summary,
} from '../../../../electron/api/index.ts';

export const articleId = (name: string): ArticleId => name as ArticleId;

/** The id the fake library gives a sentence: its article's and its number from 1. */
export const sentenceId = (article: string, number: number): SentenceId =>
  `${article}.s${number}` as SentenceId;

/** An article of one paragraph a sentence; a text in capitals is a heading. */
export function article(id: string, texts: readonly string[], rest: Partial<Article> = {}): Article {
  return {
    id: articleId(id),
    path: `${id}.txt`,
    title: `Title of ${id}`,
    titleOrigin: 'heading',
    source: null,
    byline: null,
    publishedAt: null,
    language: 'en',
    direction: 'ltr',
    blocks: texts.map((text, index) => ({
      id: `${id}.b${index + 1}` as Article['blocks'][number]['id'],
      type: text === text.toUpperCase() ? 'heading' : 'paragraph',
      sentences: [{ id: sentenceId(id, index + 1), text }],
    })),
    boilerplate: [],
    credits: [],
    wordCount: 100,
    contentHash: texts.join(),
    ...rest,
  };
}

export function pair(
  a: SentenceId,
  b: SentenceId,
  score = 0.8,
  strength: AlignedPair['strength'] = 'full',
): AlignedPair {
  return { a, b, score, strength };
}

export const noChange: LibraryChange = {
  state: {} as LibraryState,
  added: [],
  changed: [],
  removed: [],
  renamed: [],
};

interface World {
  articles: Article[];
  pairs?: AlignedPair[];
  accounts?: Account[];
  /** More of what the comparison tells. */
  comparison?: Partial<Comparison>;
  summary?: (budget: Budget, ids: readonly ArticleId[]) => Promise<Summary>;
}

/** An engine that answers from what it is given; `world` may be changed between calls. */
export function fakeClient(world: World): { api: ReaderApi; calls: [string, unknown][] } {
  const calls: [string, unknown][] = [];
  const find = (id: ArticleId): Article => {
    const found = world.articles.find((each) => each.id === id);
    if (!found) throw new Error(`There is no ${id}.`);
    return found;
  };
  const api = {
    article: async ({ id }: { id: ArticleId }) => {
      calls.push(['article', id]);
      return find(id);
    },
    compare: async ({ articleIds }: { articleIds: ArticleId[] }) => {
      calls.push(['compare', articleIds]);
      const pairs = world.pairs ?? [];
      const aligned = new Set(pairs.flatMap(({ a, b }) => [a, b]));
      const articles: ArticleSummary[] = articleIds.map(find);
      const sentences = articleIds
        .map(find)
        .flatMap(({ blocks }) => blocks.flatMap((block) => block.sentences));
      return {
        title: 'Made of what they share',
        articles,
        accounts:
          world.accounts ?? articleIds.map((id) => ({ id: `account-${id}`, articleIds: [id], reason: '' })),
        derivation: [],
        facts: [],
        discrepancies: [],
        quotations: [],
        datings: [],
        timeline: [],
        ...world.comparison,
        alignment: {
          articleIds,
          pairs,
          unique: sentences.map(({ id }) => id).filter((id) => !aligned.has(id)),
        },
      };
    },
    summarise: async ({ articleIds, budget }: { articleIds: ArticleId[]; budget: Budget }) => {
      calls.push(['summarise', { articleIds, budget }]);
      if (world.summary && articleIds.length > 1) return world.summary(budget, articleIds);
      const first = find(articleIds[0] as ArticleId);
      const sentence = first.blocks[0]?.sentences[0];
      return {
        sentences: sentence
          ? [{ articleId: first.id, sentenceId: sentence.id, text: sentence.text, supportedBy: [] }]
          : [],
        words: 1,
        onlyOne: [],
      };
    },
  };
  return { api: api as unknown as ReaderApi, calls };
}

/** A page's storage in memory. */
export function fakeStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}
