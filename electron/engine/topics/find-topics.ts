import type { ArticleId } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';

/** Something to filter by. */
export interface Label {
  /** Stable while the label is; lower case. */
  readonly value: string;
  /** As a reader would write it. */
  readonly label: string;
  /** In the order of the analyses given. */
  readonly articleIds: readonly ArticleId[];
}

export interface TopicIndex {
  readonly topics: readonly Label[];
  readonly people: readonly Label[];
  readonly places: readonly Label[];
}

/** What readers can filter some articles by. */
export function findTopics(analyses: readonly Analysis[]): TopicIndex {
  const labels = new Map<string, { label: string; articleIds: Set<ArticleId> }>();
  for (const analysis of analyses) {
    for (const sentence of analysis.sentences) {
      if (sentence.recap || sentence.type === 'heading') continue;
      sentence.tokens.forEach((token, i) => {
        const next = sentence.tokens[i + 1];
        if (!next || !sentence.stems[i] || !sentence.stems[i + 1] || next.start - token.end !== 1) return;
        const text = sentence.text.slice(token.start, next.end);
        const value = text.toLowerCase();
        const entry = labels.get(value) ?? { label: text, articleIds: new Set() };
        entry.articleIds.add(analysis.articleId);
        labels.set(value, entry);
      });
    }
  }
  const topics = [...labels]
    .filter(([, { articleIds }]) => articleIds.size >= Math.min(2, analyses.length))
    .map(([value, { label, articleIds }]) => ({ value, label, articleIds: [...articleIds] }))
    .sort((a, b) => b.articleIds.length - a.articleIds.length || (a.value < b.value ? -1 : 1))
    .slice(0, 200);
  return { topics, people: [], places: [] };
}
