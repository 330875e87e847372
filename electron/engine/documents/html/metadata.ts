import type { HtmlDocument } from './dom.ts';

export interface HtmlMetadata {
  readonly title: string | null;
  readonly source: string | null;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const ARTICLE_TYPES =
  /^(NewsArticle|Article|ReportageNewsArticle|BlogPosting|AnalysisNewsArticle|OpinionNewsArticle|TechArticle)$/;

function clean(text: string | null | undefined): string | null {
  const folded = text?.replace(/\s+/g, ' ').trim();
  return folded ? folded : null;
}

function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first article described in JSON-LD (schema.org), wherever it is nested. */
function describedArticle(document: HtmlDocument): Readonly<Record<string, Json>> | null {
  const search = (value: Json | undefined): Readonly<Record<string, Json>> | null => {
    if (Array.isArray(value)) {
      for (const item of value as readonly Json[]) {
        const found = search(item);
        if (found) return found;
      }
      return null;
    }
    if (!isRecord(value)) return null;
    const types = [value['@type']].flat();
    if (types.some((type) => typeof type === 'string' && ARTICLE_TYPES.test(type))) return value;
    return search(value['@graph']);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = search(JSON.parse(script.textContent ?? '') as Json);
      if (found) return found;
    } catch {
      // Sites publish broken JSON-LD; the page itself still says what is needed.
    }
  }
  return null;
}

/** A schema.org name: text, an object with a name, or a list of either. */
function nameOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return /^https?:/.test(value) ? null : clean(value);
  if (Array.isArray(value)) return clean((value as readonly Json[]).map(nameOf).filter(Boolean).join(', '));
  return isRecord(value) ? nameOf(value['name']) : null;
}

function meta(document: HtmlDocument, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const key of ['property', 'name', 'itemprop']) {
      const content = clean(document.querySelector(`meta[${key}="${name}"]`)?.getAttribute('content'));
      if (content) return content;
    }
  }
  return null;
}

/** An ISO 8601 date or date-time, else null: other forms could be read wrongly. */
export function isoDate(text: string | null): string | null {
  const found =
    text &&
    /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?/.exec(text)?.[0];
  if (!found || Number.isNaN(Date.parse(found.slice(0, 10)))) return null;
  return found.replace(' ', 'T').replace(/\s/g, '');
}

/**
 * A title as pages state it often ends in the outlet's name ("… | The Paper"). It is cut off only when the
 * page's own heading shows that it does not belong.
 */
function titleOf(document: HtmlDocument, described: string | null): string | null {
  const stated = described ?? meta(document, 'og:title', 'twitter:title');
  const element = clean(document.querySelector('title')?.textContent);
  const headings = [...document.querySelectorAll('h1')].map((heading) => clean(heading.textContent));
  const longest = stated ?? element;
  for (const heading of headings) {
    if (heading && heading.length > 10 && (longest === null || longest.startsWith(heading))) return heading;
  }
  if (stated) return stated;
  if (element) return clean(element.replace(/\s+[|–—-]\s+[^|–—]{2,40}$/, '')) ?? element;
  return headings.find((heading) => heading !== null) ?? null;
}

/** What the page states of itself, by schema.org JSON-LD, Open Graph, meta elements and `<time>`, in this order. */
export function readMetadata(document: HtmlDocument): HtmlMetadata {
  const described = describedArticle(document);
  const datePublished = described?.['datePublished'];
  const byline =
    nameOf(described?.['author']) ??
    meta(document, 'author', 'article:author', 'parsely-author', 'dc.creator') ??
    clean(document.querySelector('[rel="author"], [itemprop="author"]')?.textContent);
  return {
    title: titleOf(document, nameOf(described?.['headline'])),
    source:
      nameOf(described?.['publisher']) ?? meta(document, 'og:site_name', 'application-name', 'dc.publisher'),
    byline: byline && byline.length <= 120 && !/^https?:/.test(byline) ? byline : null,
    publishedAt:
      isoDate(typeof datePublished === 'string' ? datePublished : null) ??
      isoDate(
        meta(
          document,
          'article:published_time',
          'datePublished',
          'parsely-pub-date',
          'dc.date.issued',
          'dc.date',
          'date',
          'pubdate',
        ),
      ) ??
      isoDate(document.querySelector('time[datetime]')?.getAttribute('datetime') ?? null),
    language:
      /^[a-z]{2,3}/i
        .exec(
          document.documentElement?.getAttribute('lang') ?? meta(document, 'og:locale', 'language') ?? '',
        )?.[0]
        .toLowerCase() ?? null,
  };
}
