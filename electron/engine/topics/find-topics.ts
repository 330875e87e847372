import type { ArticleId } from '../../api/index.ts';
import type { Analysis } from '../language/analysis.ts';
import { mergeNames, type Entity } from '../language/name-variants.ts';
import { contentStems } from '../language/analysis.ts';
import { isMedium } from './media.ts';
import { phraseKey } from './phrases.ts';
import { rankTerms, type Term } from './terms.ts';

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

const MOST_TOPICS = 300;
const MOST_NAMES = 500;
/** Above so many articles a topic that more than a third of them have helps nobody to find one. */
const SMALL_LIBRARY = 15;
/** So few topics are hardly a choice. */
const FEW = 4;
/** In how many topics of a small library one word may come again. */
const REPEATS = 3;

/** A name counts as a phrase of words about this rare. */
const NAME_BITS = 4;

/** What may follow a person's name in a topic: "Mueller report" is one, "Trump lawyer" is not. */
const NAMED_AFTER =
  /\b(administration|campaign|impeachment|presidency|investigation|inquiry|trial|organi[sz]ation|foundation|doctrine|plan|report|act|bill|case|era)$/i;

const toLabel = ({ label, articleIds }: { label: string; articleIds: readonly ArticleId[] }): Label => ({
  value: label.toLowerCase(),
  label,
  articleIds,
});

/** Organisations, laws and events by name, as candidates beside the phrases. */
function namedTerms(entities: readonly Entity[], least: number, most: number): Term[] {
  return entities
    .filter(
      ({ kind, articleIds, mentions, label }) =>
        (kind === 'organisation' ||
          (kind === 'other' && (/\s/.test(label) || mentions >= 2 * articleIds.length))) &&
        articleIds.length >= least &&
        articleIds.length <= most &&
        label.length > 2 - Number(/^\p{Lu}{2}$/u.test(label)) &&
        !isMedium(label),
    )
    .map(({ label, articleIds, mentions }) => {
      const stems = contentStems(label);
      const perArticle = mentions / articleIds.length;
      return {
        key: phraseKey(stems),
        stems,
        label: label.slice(0, 1).toUpperCase() + label.slice(1),
        articleIds,
        score:
          articleIds.length *
          (1 + Math.log2(perArticle)) *
          Math.log2(1 + Math.min(3, stems.length)) *
          NAME_BITS,
      };
    });
}

/** The words of persons' names, lower case. */
function personalWords(entities: readonly Entity[]): Set<string> {
  const words = new Set<string>();
  for (const { kind, label } of entities) {
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

/** Leaves one of a phrase and its part: the longer where nearly all articles have it, else the shorter. */
function absorb(terms: readonly Term[]): Term[] {
  const byStem = new Map<string, Term[]>();
  for (const term of terms) {
    for (const stem of term.stems) byStem.set(stem, [...(byStem.get(stem) ?? []), term]);
  }
  const dropped = new Set<Term>();
  for (const long of terms) {
    if (long.stems.length < 2) continue;
    for (const short of new Set(long.stems.flatMap((stem) => byStem.get(stem) ?? []))) {
      if (!within(short, long)) continue;
      const part = long.articleIds.length / short.articleIds.length;
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

function topicsOf(analyses: readonly Analysis[], entities: readonly Entity[]): Label[] {
  const total = analyses.length;
  const small = total <= SMALL_LIBRARY;
  const most = small ? total : Math.max(5, Math.floor(total / 3));
  const limit = Math.min(MOST_TOPICS, Math.round(10 + 0.6 * total));
  const personal = personalWords(entities);
  const find = (least: number, uses: number) => {
    const terms = [
      ...rankTerms(analyses, { least, most, uses }),
      ...namedTerms(entities, least, most),
    ].filter((term) => !isPersonal(term, personal));
    terms.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
    return choose(absorb(terms), limit, small ? REPEATS : Infinity);
  };
  const topics = find(Math.min(2, total), 2);
  if (!small) return topics.map(toLabel);
  // Two or three articles share little: then what each says again, and what it says at all.
  for (const uses of [2, 1]) {
    if (topics.length >= FEW) break;
    const known = new Set(topics.map(({ label }) => label.toLowerCase()));
    const more = find(1, uses).filter(
      ({ label, stems }) => !known.has(label.toLowerCase()) && (uses > 1 || stems.length > 1),
    );
    topics.push(...more.slice(0, 2 * FEW - topics.length));
  }
  return topics.map(toLabel);
}

/** Names by the number of articles; chance single ones only where the library is small. */
function namesOf(entities: readonly Entity[], kind: Entity['kind'], total: number): Label[] {
  const least = total > SMALL_LIBRARY ? 2 : 1;
  return entities
    .filter((entity) => entity.kind === kind && entity.articleIds.length >= least)
    .slice(0, MOST_NAMES)
    .map(toLabel);
}

/**
 * What readers can filter some articles by: topics best first, people and places by the number of articles. The
 * articles' own words throughout. Topics come from English articles and, by name, from all.
 */
export function findTopics(analyses: readonly Analysis[]): TopicIndex {
  const { entities } = mergeNames(analyses);
  return {
    topics: topicsOf(analyses, entities),
    people: namesOf(entities, 'person', analyses.length),
    places: namesOf(entities, 'place', analyses.length),
  };
}
