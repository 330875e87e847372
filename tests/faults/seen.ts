import { isDeepStrictEqual } from 'node:util';
import type { ArticleSummary, HostApi } from '../../electron/api/index.ts';

/** Of texts and titles alone: topics may be others where they were followed article by article. */
const QUERIES = [
  'text:minister',
  'text:ferry~1',
  'text:govern*',
  'title:report',
  'title:import',
  '+text:people -text:minister',
];
const WINDOW = 500;

/** What a reader sees of a library: its articles, and what some questions find. */
export interface Seen {
  readonly articles: readonly ArticleSummary[];
  readonly found: Readonly<Record<string, readonly string[]>>;
}

export async function seen(api: HostApi): Promise<Seen> {
  const browse = (query: string, offset: number) =>
    api.browse({ query, filters: { values: {}, match: 'all' }, offset, limit: WINDOW });
  const articles: ArticleSummary[] = [];
  for (let total = Infinity; articles.length < total;) {
    const page = await browse('', articles.length);
    total = page.total;
    articles.push(...page.hits.map(({ article }) => article));
    if (page.hits.length === 0) break;
  }
  const found: Record<string, string[]> = {};
  for (const query of QUERIES) {
    const { hits, total } = await browse(query, 0);
    found[query] = [`${total}`, ...hits.map(({ article }) => article.path).sort()];
  }
  return { articles: articles.sort((a, b) => (a.path < b.path ? -1 : 1)), found };
}

/** How what one engine shows differs from what a fresh one does; empty where it does not. */
export function differences(now: Seen, fresh: Seen): string[] {
  const faults: string[] = [];
  const there = new Map(now.articles.map((article) => [article.path, article]));
  for (const article of fresh.articles) {
    const other = there.get(article.path);
    if (!other) faults.push(`“${article.path}” is in the folder and not in the library`);
    else if (!isDeepStrictEqual(other, article))
      faults.push(`“${article.path}” is not as a fresh look finds it`);
    there.delete(article.path);
  }
  for (const extra of there.keys()) faults.push(`“${extra}” is in the library and not in the folder`);
  for (const [query, hits] of Object.entries(fresh.found)) {
    // Equal scores may come in any order; which articles are in the first window is then not told.
    if (hits.length > WINDOW) continue;
    if (!isDeepStrictEqual(now.found[query], hits)) {
      faults.push(
        `a search for ${query} finds ${now.found[query]?.[0] ?? 'nothing'}, and ${hits[0] ?? 'nothing'} afresh`,
      );
    }
  }
  return faults;
}
