import type { AlignedPair, Article, ArticleId, Citation, SentenceId } from '../../electron/api/index.ts';

/** A sentence of another article that reports the same. */
export interface Counterpart extends Citation {
  /** 0 to 1. */
  readonly score: number;
  readonly strength: AlignedPair['strength'];
}

type Link = Omit<Counterpart, 'articleId'>;

/** Sentences that report the same as a sentence, best first. */
export type Links = ReadonlyMap<SentenceId, readonly Link[]>;

export function linksOf(pairs: readonly AlignedPair[]): Links {
  const links = new Map<SentenceId, Link[]>();
  const add = (from: SentenceId, to: SentenceId, { score, strength }: AlignedPair) => {
    const list = links.get(from) ?? [];
    list.push({ sentenceId: to, score, strength });
    links.set(from, list);
  };
  for (const pair of pairs) {
    add(pair.a, pair.b, pair);
    add(pair.b, pair.a, pair);
  }
  for (const list of links.values()) list.sort((one, other) => other.score - one.score);
  return links;
}

/** The article of every sentence. */
export function ownersOf(articles: Iterable<Article>): ReadonlyMap<SentenceId, ArticleId> {
  const owners = new Map<SentenceId, ArticleId>();
  for (const article of articles) {
    for (const block of article.blocks) {
      for (const sentence of block.sentences) owners.set(sentence.id, article.id);
    }
  }
  return owners;
}

/** The counterparts of a sentence by article, best first. Those of articles not yet read are left out. */
export function counterpartsOf(
  sentenceId: SentenceId,
  links: Links,
  owners: ReadonlyMap<SentenceId, ArticleId>,
): ReadonlyMap<ArticleId, readonly Counterpart[]> {
  const found = new Map<ArticleId, Counterpart[]>();
  for (const link of links.get(sentenceId) ?? []) {
    const articleId = owners.get(link.sentenceId);
    if (!articleId) continue;
    found.set(articleId, [...(found.get(articleId) ?? []), { articleId, ...link }]);
  }
  return found;
}

/** The sentences of an article that some other article among `open` reports too. */
export function sharedWith(
  article: Article,
  open: ReadonlySet<ArticleId>,
  links: Links,
  owners: ReadonlyMap<SentenceId, ArticleId>,
): ReadonlySet<SentenceId> {
  const reported = (link: Link) => {
    const owner = owners.get(link.sentenceId);
    return owner !== undefined && owner !== article.id && open.has(owner);
  };
  return new Set(
    article.blocks.flatMap((block) =>
      block.sentences.filter(({ id }) => links.get(id)?.some(reported)).map(({ id }) => id),
    ),
  );
}

/** The sentences one reads in order, without headings. */
export function sentencesOf(article: Article): readonly SentenceId[] {
  return article.blocks
    .filter(({ type }) => type !== 'heading')
    .flatMap((block) => block.sentences.map(({ id }) => id));
}

/** The text of a sentence, null where the article has no such sentence. */
export function textOf(article: Article, sentenceId: SentenceId): string | null {
  for (const block of article.blocks) {
    const sentence = block.sentences.find(({ id }) => id === sentenceId);
    if (sentence) return sentence.text;
  }
  return null;
}

/**
 * Where a sentence of an older reading of an article stands in a newer one: itself if it is still there;
 * the sentence at its place if the text is the same under other ids, as after a rename; else the nearest
 * sentence before it that survived.
 */
export function sentenceAfter(before: Article, after: Article, sentenceId: SentenceId): SentenceId | null {
  const old = before.blocks.flatMap((block) => block.sentences);
  const now = after.blocks.flatMap((block) => block.sentences);
  const ids = new Set(now.map(({ id }) => id));
  if (ids.has(sentenceId)) return sentenceId;
  const place = old.findIndex(({ id }) => id === sentenceId);
  if (place < 0) return null;
  const twin = now[place];
  if (twin && twin.text === old[place]?.text) return twin.id;
  for (let index = place; index >= 0; index -= 1) {
    const id = old[index]?.id;
    if (id && ids.has(id)) return id;
  }
  return now[0]?.id ?? null;
}
