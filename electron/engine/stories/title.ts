import { contentStems, type Analysis } from '../language/analysis.ts';
import { documentShare } from '../language/word-tables.ts';
import { leadStems } from './leads.ts';
import { commonPhrase } from './title-phrase.ts';

/** Characters of a title that needs no shortening. */
const LONG = 100;
const RARE = 0.002;

/** A title cut where a reader would pause, without the outlet's name behind a bar. */
function shortened(title: string): string {
  const own = title
    .replace(/\s+[|·]\s+[^|·]{2,40}$/u, '')
    .trim()
    .replace(/(?<=\p{Ll}\p{Ll}[’'”"]?)\.$/u, '');
  if (own.length <= LONG) return own;
  const breaks = [
    ...own.matchAll(/(?<=\S)(?:[:;,.]|\s[–—-])\s|\s(?=(?:while|as|after|amid|but|despite|before)\s)/giu),
  ];
  const fitting = breaks.filter(({ index }) => index <= LONG && own.slice(0, index).split(/\s+/).length > 3);
  const last = fitting.at(-1);
  if (last) return own.slice(0, last.index);
  return `${own.slice(0, LONG).replace(/\s+\S*$/u, '')}…`;
}

/** How well a title says what the other articles say too, by the rarity of the words they share. */
function centrality(stems: readonly string[], others: readonly ReadonlySet<string>[]): number {
  const weights = [...new Set(stems)].map((stem) => -Math.log2(documentShare(stem) ?? RARE));
  const shared = [...new Set(stems)].map(
    (stem) => others.filter((lead) => lead.has(stem)).length / others.length,
  );
  const sum = weights.reduce((total, weight, i) => total + weight * (shared[i] ?? 0), 0);
  const all = weights.reduce((total, weight) => total + weight, 0);
  // The geometric mean of precision and amount: neither "Berlin" alone nor the longest title.
  return all > 0 ? Math.sqrt((sum / all) * sum) : 0;
}

/**
 * A title for some articles seen together, made only of words that they use themselves: a phrase that most of
 * their titles and first sentences share, else the title among theirs that shares most with the others.
 */
export function storyTitle(analyses: readonly Analysis[]): string {
  const [first] = analyses;
  if (!first) return '';
  if (analyses.length === 1) return first.title;
  const phrase = commonPhrase(analyses);
  if (phrase) return phrase;

  const leads = analyses.map(leadStems);
  let best = { title: first.title, score: -1 };
  analyses.forEach((analysis, i) => {
    const made = analysis.titleStems.length === 0;
    const stems = made ? contentStems(analysis.title, analysis.language) : analysis.titleStems;
    const others = leads.filter((_, j) => j !== i);
    const score = centrality(stems, others) * (made ? 0.3 : 1) * (/\?$/.test(analysis.title) ? 0.8 : 1);
    if (score > best.score) best = { title: analysis.title, score };
  });
  return shortened(best.title);
}
