import { parseDate } from './dates.ts';

/** What a file says of itself in labelled lines or front matter. */
export interface Metadata {
  title: string | null;
  source: string | null;
  byline: string | null;
  publishedAt: string | null;
  language: string | null;
}

export function noMetadata(): Metadata {
  return { title: null, source: null, byline: null, publishedAt: null, language: null };
}

const KEYS: Record<string, keyof Metadata | 'other'> = {
  title: 'title',
  headline: 'title',
  source: 'source',
  publisher: 'source',
  publication: 'source',
  outlet: 'source',
  site: 'source',
  agency: 'source',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  by: 'byline',
  date: 'publishedAt',
  published: 'publishedAt',
  'published on': 'publishedAt',
  'publication date': 'publishedAt',
  pubdate: 'publishedAt',
  language: 'language',
  lang: 'language',
  url: 'other',
  link: 'other',
  updated: 'other',
  section: 'other',
  category: 'other',
  tags: 'other',
  keywords: 'other',
  slug: 'other',
};

/** Takes over what a labelled value says, where its label is one of those above. First come, first served. */
export function applyMetadata(metadata: Metadata, key: string, value: string): boolean {
  const name = key.toLowerCase().trim();
  const field = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  if (!field) return false;
  const text = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (field === 'other' || !text || metadata[field] !== null) return true;
  if (field === 'publishedAt') metadata.publishedAt = parseDate(text);
  else if (field === 'language')
    metadata.language = /^[a-z]{2,3}(?:[-_]\w+)?$/i.test(text) ? text.toLowerCase() : null;
  else if (field !== 'source' || !/^https?:/.test(text)) metadata[field] = text;
  return true;
}

const LABELLED = /^\s*([A-Za-z][A-Za-z ]{0,20}?)\s*:\s+(\S.{0,400})$/;

/**
 * Labelled lines at a text's head ("Title: …", "Source: …"). Takes what they say into `metadata` and returns
 * how many lines they are, blank lines between and after them not counted.
 */
export function readLabelledHead(lines: readonly string[], metadata: Metadata): number {
  let end = 0;
  for (let i = 0; i < lines.length && i < 30; i++) {
    const line = lines[i] ?? '';
    if (!line.trim()) continue;
    const match = LABELLED.exec(line);
    if (!match || !applyMetadata(metadata, match[1] ?? '', match[2] ?? '')) break;
    end = i + 1;
  }
  return end;
}
