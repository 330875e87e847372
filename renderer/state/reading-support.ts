import type { Account, ArticleId, Citation, SentenceId } from '../../electron/api/index.ts';
import { listed, quantity } from '../parts/words.ts';

/**
 * What an account says of a fact. `own`: these are its words. `reports`: it reports this too. `rewrites`:
 * it does, but only rewrites an account already named, so it adds no support. `silent`: it says nothing.
 */
export type Stance = 'own' | 'reports' | 'rewrites' | 'silent';

export interface Voice {
  readonly articleId: ArticleId;
  readonly stance: Stance;
  /** Where it says so; null where it is silent. */
  readonly sentenceId: SentenceId | null;
}

function accountsByArticle(accounts: readonly Account[]): Map<ArticleId, Account> {
  return new Map(accounts.flatMap((account) => account.articleIds.map((id) => [id, account] as const)));
}

/** Every article's stance on a sentence, in the order of `ids`. Of several citations of one article the first counts. */
export function voicesOn(
  own: Citation,
  others: readonly Citation[],
  ids: readonly ArticleId[],
  accounts: readonly Account[],
): readonly Voice[] {
  const accountOf = accountsByArticle(accounts);
  const key = (id: ArticleId) => accountOf.get(id) ?? id;
  const named = new Set<Account | ArticleId>([key(own.articleId)]);
  return ids.map((articleId): Voice => {
    if (articleId === own.articleId) return { articleId, stance: 'own', sentenceId: own.sentenceId };
    const citation = others.find((other) => other.articleId === articleId);
    if (!citation) return { articleId, stance: 'silent', sentenceId: null };
    const stance = named.has(key(articleId)) ? 'rewrites' : 'reports';
    named.add(key(articleId));
    return { articleId, stance, sentenceId: citation.sentenceId };
  });
}

/** How many independent accounts speak: rewrites of one text count once. */
export function independent(voices: readonly Voice[]): number {
  return voices.filter(({ stance }) => stance === 'own' || stance === 'reports').length;
}

/** "4 independent", or "Only here" where nobody else speaks. Empty where there is nobody else. */
export function supportText(voices: readonly Voice[]): string {
  if (voices.length < 2) return '';
  const speaking = voices.filter(({ stance }) => stance !== 'silent').length;
  return speaking === 1 ? 'Only here' : `${independent(voices)} independent`;
}

/** "5 articles, 4 independent: B and E rewrite one text", or "5 articles" where none rewrites another. */
export function accountsLine(
  count: number,
  accounts: readonly Account[],
  letterOf: (id: ArticleId) => string | null,
): string {
  const articles = quantity(count, 'article');
  const groups = accounts.filter(({ articleIds }) => articleIds.length > 1);
  if (groups.length === 0) return articles;
  const told = groups.map(({ articleIds }, index) => {
    const letters = listed(articleIds.map((id) => letterOf(id) ?? '').sort());
    return index === 0 ? `${letters} rewrite one text` : `${letters} another`;
  });
  return `${articles}, ${accounts.length} independent: ${told.join('; ')}`;
}
