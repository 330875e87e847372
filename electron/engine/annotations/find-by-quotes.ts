import { setImmediate } from 'node:timers/promises';
import type { Article, ArticleId } from '../../api/index.ts';
import type { AnnotatedLibrary } from './ledger.ts';
import type { Move } from './ops.ts';
import type { AnnotationState } from './state.ts';

/** Texts that are looked through at most for articles that were renamed and edited while nobody looked. */
const TEXTS = 1000;
/** Characters in the quotes of an article, below which they are no proof of it. */
const PROOF = 40;

/**
 * Articles that are gone, and whose every quote stands in exactly one article of which nothing is said: that
 * one is it, under a new name and with another text. Those of the same title are looked at first.
 */
export async function findByQuotes(
  state: AnnotationState,
  library: AnnotatedLibrary,
  wanted: () => boolean,
): Promise<Move[]> {
  const lost = [...state.articles].flatMap(([id, { title }]) => {
    if (library.articles.has(id)) return [];
    const quotes = state.highlightsOf(id).map(({ quote }) => quote.exact);
    return quotes.join('').length < PROOF ? [] : [{ id, title, quotes, found: [] as ArticleId[] }];
  });
  if (lost.length === 0) return [];
  const titles = new Set(lost.map(({ title }) => title));
  const fresh = [...library.articles.values()].filter(({ id }) => !state.articles.has(id));
  const order = [
    ...fresh.filter(({ title }) => titles.has(title)),
    ...fresh.filter(({ title }) => !titles.has(title)),
  ];
  for (const { id } of order.slice(0, TEXTS)) {
    const sentences = await sentencesOf(library, id);
    for (const each of lost) if (each.quotes.every((quote) => sentences.has(quote))) each.found.push(id);
    await setImmediate();
    if (!wanted()) return [];
  }
  const claims = lost.flatMap(({ id, found: [to, ...others] }) =>
    to !== undefined && others.length === 0 ? [{ from: id, to }] : [],
  );
  return claims.filter(({ to }) => claims.filter((each) => each.to === to).length === 1);
}

async function sentencesOf(library: AnnotatedLibrary, id: ArticleId): Promise<ReadonlySet<string>> {
  try {
    const { blocks }: Article = await library.article(id);
    return new Set(blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text)));
  } catch {
    // It went while this looked; whether it comes back will be seen.
    return new Set();
  }
}
