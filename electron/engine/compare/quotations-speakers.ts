import type { Analysis } from '../language/analysis.ts';
import { foldName } from '../language/name-persons.ts';
import type { Entity, NameIndex } from '../language/name-variants.ts';
import type { ArticleQuotation } from '../language/quotations.ts';

/** A role without what changes from sentence to sentence: "one U.S. official" and "the U.S. official" are one. */
function roleKey(speaker: string): string {
  return foldName(speaker)
    .replace(/^(an?|the|one|another|some|several)\s+/, '')
    .replaceAll('.', '');
}

/**
 * For each quotation the key of who says it, the same for one speaker in all articles: the person's, place's or
 * organisation's where it is named, else the role's words.
 */
export function speakerKeys(
  { articleId, sentences }: Analysis,
  quotations: readonly ArticleQuotation[],
  names: NameIndex,
): (string | null)[] {
  const wanted = new Set(quotations.map(({ speaker }) => speaker));
  const found = new Map<string, Entity>();
  for (const sentence of sentences) {
    for (const mention of sentence.names) {
      if (!wanted.has(mention.text) || found.has(mention.text)) continue;
      const entity = names.entityOf(articleId, mention);
      if (entity) found.set(mention.text, entity);
    }
  }
  return quotations.map(({ speaker }) =>
    speaker === null ? null : (found.get(speaker)?.key ?? roleKey(speaker)),
  );
}
