import type { Analysis } from '../language/analysis.ts';
import { documentShare } from '../language/word-tables.ts';
import { openingOf, type Opening } from './opening.ts';
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

/**
 * How well a title says what the other articles say too, by the rarity of the words they share.
 * @param share in how many of the others a stem is, 0 to 1.
 */
function centrality(stems: readonly string[], share: (stem: string) => number): number {
  let sum = 0;
  let all = 0;
  for (const stem of new Set(stems)) {
    const weight = -Math.log2(documentShare(stem) ?? RARE);
    sum += weight * share(stem);
    all += weight;
  }
  // The geometric mean of precision and amount: neither "Berlin" alone nor the longest title.
  return all > 0 ? Math.sqrt((sum / all) * sum) : 0;
}

/**
 * A title for some articles seen together, made only of words that they use themselves: a phrase that most of
 * their titles and first sentences share, else the title among theirs that shares most with the others.
 */
export function titleOf(openings: readonly Opening[]): string {
  const [first] = openings;
  if (!first) return '';
  if (openings.length === 1) return first.title;
  const phrase = commonPhrase(
    openings.flatMap(({ phrases }) => phrases),
    openings.map(({ lead }) => lead),
  );
  if (phrase) return phrase;

  const counts = new Map<string, number>();
  for (const { lead } of openings) for (const stem of lead) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  let best = { title: first.title, score: -1 };
  for (const { title, made, titleStems, lead } of openings) {
    const share = (stem: string) =>
      ((counts.get(stem) ?? 0) - (lead.has(stem) ? 1 : 0)) / (openings.length - 1);
    const score = centrality(titleStems, share) * (made ? 0.3 : 1) * (/\?$/.test(title) ? 0.8 : 1);
    if (score > best.score) best = { title, score };
  }
  return shortened(best.title);
}

/** {@link titleOf} for analysed articles. */
export function storyTitle(analyses: readonly Analysis[]): string {
  return titleOf(analyses.map(openingOf));
}
