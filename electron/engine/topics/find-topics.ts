import type { ArticleId } from '../../api/index.ts';
import { contentStems, type Analysis } from '../language/analysis.ts';
import { nameEvidence } from '../language/name-evidence.ts';
import { mergeUses, type MergedName } from '../language/name-merge.ts';
import { NameUses } from '../language/name-uses.ts';
import { GatheredPhrases } from './gathered.ts';
import { isMedium } from './media.ts';
import { phraseKey, phrasesOf } from './phrases.ts';
import { rankTerms, type Term } from './terms.ts';

/** Something to filter by. */
export interface Label {
  /** Stable while the label is; lower case. */
  readonly value: string;
  /** As a reader would write it. */
  readonly label: string;
  /** In the order of the articles given. */
  readonly articleIds: readonly ArticleId[];
}

export interface TopicIndex {
  readonly topics: readonly Label[];
  readonly people: readonly Label[];
  readonly places: readonly Label[];
}

const MOST_TOPICS = 300;
const MOST_NAMES = 500;
/** Above so many articles a topic that more than a third of them have helps nobody to find one. */
const SMALL_LIBRARY = 15;
/** So few topics are hardly a choice. */
const FEW = 4;
/** In how many topics of a small library one word may come again. */
const REPEATS = 3;

/** Above so many articles, what one in a thousand has is no topic. */
const LARGE_LIBRARY = 1500;

/** How many articles must have a phrase for it to be looked at at all. */
export function leastArticles(total: number): number {
  return total > LARGE_LIBRARY ? Math.ceil(total / 1000) : Math.min(2, total);
}

/** A name counts as a phrase of words about this rare. */
const NAME_BITS = 4;

/** What may follow a person's name in a topic: "Mueller report" is one, "Trump lawyer" is not. */
const NAMED_AFTER =
  /\b(administration|campaign|impeachment|presidency|investigation|inquiry|trial|organi[sz]ation|foundation|doctrine|plan|report|act|bill|case|era)$/i;

/** Organisations, laws and events by name, as candidates beside the phrases. */
function namedTerms(names: readonly MergedName[], least: number, most: number): Term[] {
  return names
    .filter(
      ({ kind, articles, mentions, label }) =>
        (kind === 'organisation' ||
          (kind === 'other' && (/\s/.test(label) || mentions >= 2 * articles.length))) &&
        articles.length >= least &&
        articles.length <= most &&
        label.length > 2 - Number(/^\p{Lu}{2}$/u.test(label)) &&
        !isMedium(label),
    )
    .map(({ label, articles, mentions }) => {
      const stems = contentStems(label);
      const perArticle = mentions / articles.length;
      return {
        key: phraseKey(stems),
        stems,
        label: label.slice(0, 1).toUpperCase() + label.slice(1),
        articles,
        score:
          articles.length *
          (1 + Math.log2(perArticle)) *
          Math.log2(1 + Math.min(3, stems.length)) *
          NAME_BITS,
      };
    });
}

/** The words of persons' names, lower case. */
function personalWords(names: readonly MergedName[]): Set<string> {
  const words = new Set<string>();
  for (const { kind, label } of names) {
    if (kind === 'person') for (const word of label.toLowerCase().split(/\s/)) words.add(word);
  }
  return words;
}

function isPersonal({ label }: Term, personal: ReadonlySet<string>): boolean {
  const parts = label.split(/[\s-]/);
  const named = parts.some(
    (word, i) => personal.has(word.toLowerCase()) && (i === 0 || /^\p{Lu}/u.test(word)),
  );
  return named && !NAMED_AFTER.test(label);
}

/** Whether all words of one phrase are in the other. */
function within(short: Term, long: Term): boolean {
  return short.stems.length < long.stems.length && short.stems.every((stem) => long.stems.includes(stem));
}

/** Every choice of some stems, as the key of a phrase that has no others. */
function keysWithin(stems: readonly string[]): string[] {
  let keys = [''];
  for (const stem of [...new Set(stems)].sort()) {
    keys = [...keys, ...keys.map((key) => (key === '' ? stem : `${key} ${stem}`))];
  }
  return keys.slice(1);
}

/** So many words make too many choices: names of organisations can be long. */
const MANY_WORDS = 7;

/** Leaves one of a phrase and its part: the longer where nearly all articles have it, else the shorter. */
function absorb(terms: readonly Term[]): Term[] {
  const byKey = new Map<string, Term[]>();
  for (const term of terms) {
    const key = phraseKey([...new Set(term.stems)]);
    const same = byKey.get(key);
    if (same) same.push(term);
    else byKey.set(key, [term]);
  }
  const dropped = new Set<Term>();
  for (const long of terms) {
    if (long.stems.length < 2) continue;
    const parts =
      long.stems.length < MANY_WORDS ? keysWithin(long.stems).flatMap((key) => byKey.get(key) ?? []) : terms;
    for (const short of parts) {
      if (!within(short, long)) continue;
      const part = long.articles.length / short.articles.length;
      if (part >= 0.8) dropped.add(short);
      else if (part < 0.5 || short.stems.length > 1) dropped.add(long);
    }
  }
  return terms.filter((term) => !dropped.has(term));
}

/** The best, no word too often in a small library and no label twice. */
function choose(terms: readonly Term[], limit: number, repeats: number): Term[] {
  const uses = new Map<string, number>();
  const labels = new Set<string>();
  const chosen: Term[] = [];
  for (const term of terms) {
    if (chosen.length === limit) break;
    const label = term.label.toLowerCase();
    if (labels.has(label) || term.stems.some((stem) => (uses.get(stem) ?? 0) >= repeats)) continue;
    labels.add(label);
    for (const stem of term.stems) uses.set(stem, (uses.get(stem) ?? 0) + 1);
    chosen.push(term);
  }
  return chosen;
}

function topicsIn(phrases: GatheredPhrases, names: readonly MergedName[]): Term[] {
  const { total } = phrases;
  const small = total <= SMALL_LIBRARY;
  const most = small ? total : Math.max(5, Math.floor(total / 3));
  const limit = Math.min(MOST_TOPICS, Math.round(10 + 0.6 * total));
  const personal = personalWords(names);
  const find = (least: number, uses: number) => {
    const terms = [
      ...rankTerms(phrases.terms, { least, most, uses }),
      ...namedTerms(names, least, most),
    ].filter((term) => !isPersonal(term, personal));
    terms.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
    return choose(absorb(terms), limit, small ? REPEATS : Infinity);
  };
  const topics = find(leastArticles(total), 2);
  if (!small) return topics;
  // Two or three articles share little: then what each says again, and what it says at all.
  for (const uses of [2, 1]) {
    if (topics.length >= FEW) break;
    const known = new Set(topics.map(({ label }) => label.toLowerCase()));
    const more = find(1, uses).filter(
      ({ label, stems }) => !known.has(label.toLowerCase()) && (uses > 1 || stems.length > 1),
    );
    topics.push(...more.slice(0, 2 * FEW - topics.length));
  }
  return topics;
}

/** Names by the number of articles; chance single ones only where the library is small. */
function namesOf(names: readonly MergedName[], kind: MergedName['kind'], total: number): MergedName[] {
  const least = total > SMALL_LIBRARY ? 2 : 1;
  return names.filter((name) => name.kind === kind && name.articles.length >= least).slice(0, MOST_NAMES);
}

/** What topics are found from: the phrases and names of all articles, in the same order. */
export interface TopicEvidence {
  readonly phrases: GatheredPhrases;
  readonly names: readonly MergedName[];
  readonly articleIds: readonly ArticleId[];
}

export interface FoundTopics {
  readonly index: TopicIndex;
  /** The key of each topic's phrase, in step with the topics. */
  readonly topicKeys: readonly string[];
}

/**
 * What readers can filter some articles by: topics best first, people and places by the number of articles. The
 * articles' own words throughout. Topics come from English articles and, by name, from all.
 */
export function topicsFrom({ phrases, names, articleIds }: TopicEvidence): FoundTopics {
  const toLabel = ({ label, articles }: { label: string; articles: readonly number[] }): Label => ({
    value: label.toLowerCase(),
    label,
    articleIds: articles.flatMap((article) => articleIds[article] ?? []),
  });
  const topics = topicsIn(phrases, names);
  return {
    index: {
      topics: topics.map(toLabel),
      people: namesOf(names, 'person', articleIds.length).map(toLabel),
      places: namesOf(names, 'place', articleIds.length).map(toLabel),
    },
    topicKeys: topics.map(({ key }) => key),
  };
}

/** {@link topicsFrom} for a few articles. */
export function findTopics(analyses: readonly Analysis[]): TopicIndex {
  const phrases = new GatheredPhrases();
  const uses = new NameUses();
  analyses.forEach((analysis, i) => {
    phrases.add(i, phrasesOf(analysis));
    uses.add(nameEvidence(analysis));
  });
  return topicsFrom({ phrases, names: mergeUses(uses).names, articleIds: uses.articleIds }).index;
}
