import type { ArticleId } from '../../api/index.ts';
import type { Analysis } from './analysis.ts';
import { nameEvidence } from './name-evidence.ts';
import { mergeUses, type MergedName } from './name-merge.ts';
import { foldName } from './name-persons.ts';
import { NameUses } from './name-uses.ts';
import type { NameKind, NameMention } from './names.ts';

/** One person, place or organisation as a set of articles names it. */
export interface Entity {
  /** Stable while the label is; lower case. */
  readonly key: string;
  /** The fullest common form, without title: "Volodymyr Zelensky". */
  readonly label: string;
  readonly kind: NameKind;
  /** In the order of the analyses given. */
  readonly articleIds: readonly ArticleId[];
  /** How often it is named, in headings and recaps too. */
  readonly mentions: number;
  /** Every form found, as published, most frequent first. */
  readonly variants: readonly string[];
}

export interface NameIndex {
  /** Those in most articles first, then the most often named. */
  readonly entities: readonly Entity[];
  /** Whom or what a mention of one of these articles names; undefined where it could be either of two. */
  entityOf(articleId: ArticleId, mention: NameMention): Entity | undefined;
}

const mentionKey = (articleId: ArticleId, text: string) => `${articleId} ${foldName(text)}`;

function toEntity(uses: NameUses, { label, kind, articles, mentions, uses: group }: MergedName): Entity {
  return {
    key: label.toLowerCase(),
    label,
    kind,
    articleIds: articles.flatMap((article) => uses.articleIds[article] ?? []),
    mentions,
    variants: uses.tally(group).map(([text]) => text),
  };
}

/** Finds which mentions of a set of articles name the same: see `mergeUses`. */
export function mergeNames(analyses: readonly Analysis[]): NameIndex {
  const uses = new NameUses();
  for (const analysis of analyses) uses.add(nameEvidence(analysis));
  const { names, asFound } = mergeUses(uses);
  const entities = new Map(names.map((name) => [name, toEntity(uses, name)]));
  const byMention = new Map<string, Entity>();
  // One text can stand for two in one article, by where it stands: then for the one found last.
  for (const name of asFound) {
    const entity = entities.get(name);
    for (const use of name.uses) {
      const articleId = uses.articleIds[uses.article(use)];
      if (articleId && entity) byMention.set(mentionKey(articleId, uses.sense(use).text), entity);
    }
  }
  return {
    entities: [...entities.values()],
    entityOf: (articleId, mention) => byMention.get(mentionKey(articleId, mention.text)),
  };
}
