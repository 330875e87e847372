import type { ArticleId } from '../../api/index.ts';
import type { Analysis, AnalysedSentence } from './analysis.ts';
import { expansionsIn } from './name-acronyms.ts';
import { foldName, mayBeOnePerson, personName, sameSurname, type PersonName } from './name-persons.ts';
import { placeNamed } from './names-places.ts';
import { LOCATIVES, ORGANISATION_NAMES } from './names-words.ts';
import type { NameKind, NameMention } from './names.ts';
import { normalise } from './stems.ts';

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

interface Found {
  readonly mention: NameMention;
  readonly articleId: ArticleId;
  /** Whether a preposition of place stands before it. */
  readonly located: boolean;
}

interface Group {
  readonly found: Found[];
  readonly person: PersonName;
  /** Whether a title, a given name or the context says that it is a person. */
  certain: boolean;
}

function isLocated(sentence: AnalysedSentence, mention: NameMention): boolean {
  // By halves: a sentence may be a list of thousands of names.
  let low = 0;
  let high = sentence.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentence.tokens[middle]?.start ?? 0) < mention.start) low = middle + 1;
    else high = middle;
  }
  const before = low < sentence.tokens.length ? sentence.tokens[low - 1] : undefined;
  return before !== undefined && LOCATIVES.has(before.text.toLowerCase());
}

function allFound(analyses: readonly Analysis[]): Found[] {
  return analyses.flatMap(({ articleId, sentences }) =>
    sentences.flatMap((sentence) =>
      sentence.names.map((mention) => ({ mention, articleId, located: isLocated(sentence, mention) })),
    ),
  );
}

/** In how many times as many articles one person must be named in full to be who is meant by a surname elsewhere. */
const DOMINANT = 5;

const mentionKey = (articleId: ArticleId, text: string) => `${articleId} ${foldName(text)}`;

interface Form {
  readonly person: PersonName;
  readonly found: Found[];
}

/** Full names of persons as they are written, the most frequent first. */
function fullNames(found: readonly Found[]): Form[] {
  const forms = new Map<string, Form>();
  for (const each of found) {
    if (each.mention.kind !== 'person') continue;
    const person = personName(each.mention.text);
    if (person.given.length === 0) continue;
    const key = [...person.given, person.surname, person.suffix].join(' ');
    const form = forms.get(key) ?? { person, found: [] };
    form.found.push(each);
    forms.set(key, form);
  }
  return [...forms]
    .sort((a, b) => b[1].found.length - a[1].found.length || (a[0] < b[0] ? -1 : 1))
    .map(([, form]) => form);
}

/** "Joe Biden Jr." is Joe Biden, but not where one article has both a Jr. and one without, like father and son. */
function areFatherAndSon(group: Group, form: Form): boolean {
  if (group.person.suffix === form.person.suffix) return false;
  const here = new Set(group.found.map(({ articleId }) => articleId));
  return form.found.some(({ articleId }) => here.has(articleId));
}

/** Groups full names of persons: each group is one person. */
function personsOf(found: readonly Found[]): Group[] {
  const byInitial = new Map<string, Group[]>();
  const groups: Group[] = [];
  // The most frequent form leads, so that a chance misspelling joins it and not the other way round.
  for (const form of fullNames(found)) {
    // Spellings of one surname agree in their first letter.
    const initial = form.person.surname.slice(0, 1);
    const alike = byInitial.get(initial) ?? [];
    const certain = form.found.some(({ mention }) => mention.certain);
    const group = alike.find(
      (candidate) => mayBeOnePerson(candidate.person, form.person) && !areFatherAndSon(candidate, form),
    );
    if (group) {
      group.found.push(...form.found);
      group.certain ||= certain;
    } else {
      const fresh: Group = { person: form.person, found: [...form.found], certain };
      groups.push(fresh);
      byInitial.set(initial, [...alike, fresh]);
    }
  }
  return groups;
}

/** Persons whom a single word may name, those of the same article before the others. */
class PersonLookUp {
  private readonly byWord = new Map<string, Group[]>();
  private readonly articles = new Map<Group, Set<ArticleId>>();

  constructor(groups: readonly Group[]) {
    for (const group of groups) {
      const { person } = group;
      this.articles.set(group, new Set(group.found.map(({ articleId }) => articleId)));
      for (const word of new Set([person.surname.slice(0, 3), ...person.given])) {
        this.byWord.set(word, [...(this.byWord.get(word) ?? []), group]);
      }
    }
  }

  /** The persons in `articleId` or, where there are none, in all articles. */
  bySurname(surname: string, articleId: ArticleId): { groups: readonly Group[]; near: boolean } {
    const all = (this.byWord.get(surname.slice(0, 3)) ?? []).filter(({ person }) =>
      sameSurname(person.surname, surname),
    );
    const size = (group: Group) => this.articles.get(group)?.size ?? 0;
    const here = all.filter((group) => this.articles.get(group)?.has(articleId));
    // A father is rarely called by his full name where his son is.
    if (here.some(({ person }) => !person.suffix)) return { groups: here, near: true };
    const far = all.filter(({ certain }) => certain).sort((a, b) => size(b) - size(a));
    const [first, second] = far;
    const dominant = first && size(first) >= DOMINANT * Math.max(1, second ? size(second) : 0);
    if (here.length > 0) return { groups: dominant && second ? [...here, first] : here, near: true };
    return { groups: dominant ? [first] : far, near: false };
  }

  byGivenName(given: string, articleId: ArticleId): Group[] {
    return (this.byWord.get(given) ?? []).filter(
      (group) => group.person.given[0] === given && this.articles.get(group)?.has(articleId),
    );
  }
}

/** The person that a short form names: a group, `unclear` between several, or none. */
function personOf({ mention, articleId, located }: Found, people: PersonLookUp): Group | 'unclear' | null {
  const { given, surname, suffix } = personName(mention.text);
  if (given.length > 0) return null;
  const { groups, near } = people.bySurname(surname, articleId);
  const fitting = suffix ? groups.filter(({ person }) => person.suffix === suffix) : groups;
  // What is on a list of places or organisations is a person only where the article names one in full: Jim
  // Jordan, Denzel Washington, Michael Bloomberg.
  const known = mention.certain && mention.kind !== 'person';
  if (fitting.length > 0 && !(known && (!near || located))) {
    const [only] = fitting;
    return fitting.length === 1 && only ? only : 'unclear';
  }
  const named = mention.kind === 'person' ? people.byGivenName(surname, articleId) : [];
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The key under which names that are no persons' are one. */
function nameKey(text: string, expansions: ReadonlyMap<string, string>): string {
  const folded = foldName(text);
  const place = placeNamed(normalise(text).replace(/\s+/g, ' ')) ?? placeNamed(folded);
  if (place) return foldName(place);
  const bare = folded.replaceAll('.', '');
  return ORGANISATION_NAMES.get(bare) ?? expansions.get(bare) ?? bare;
}

function kindOf(found: readonly Found[]): NameKind {
  const votes: Record<NameKind, number> = { person: 0, place: 0, organisation: 0, other: 0 };
  for (const { mention, located } of found) {
    votes[mention.kind] += mention.certain ? 3 : mention.kind === 'other' ? 0.5 : 1;
    if (located && mention.kind === 'other') votes.place += 0.5;
  }
  const kinds: NameKind[] = ['place', 'organisation', 'person', 'other'];
  return kinds.reduce((best, kind) => (votes[kind] > votes[best] ? kind : best));
}

function tally(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** "WASHINGTON" as a dateline writes it, "C.I.A." without its points; other acronyms stay. */
function tidied(text: string): string {
  if (/^(\p{Lu}\.)+\p{Lu}?$/u.test(text)) return text.replaceAll('.', '');
  if (!/^\p{Lu}{7,}(\s\p{Lu}+)*$/u.test(text)) return text;
  return text.replace(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase());
}

/** The usual full form: one without initials and suffixes weighs more than one with them. */
function personLabel(forms: readonly [string, number][]): string | undefined {
  const weighed = forms
    .filter(([text]) => personName(text).given.length > 0)
    .map(([text, count]) => ({
      text,
      weight: count * (/(\b\p{Lu}\.?\s)|\b(Jr|Sr|I{2,3}|IV)$/u.test(text) ? 1 : 3),
    }));
  return weighed.reduce<(typeof weighed)[number] | undefined>(
    (best, form) => (!best || form.weight > best.weight ? form : best),
    undefined,
  )?.text;
}

function labelOf(found: readonly Found[], person: PersonName | null, expansion: string | undefined): string {
  const forms = tally(found.map(({ mention }) => mention.text.replace(/\s+/g, ' ')));
  const usual = forms[0]?.[0] ?? '';
  if (person) return personLabel(forms) ?? usual;
  return placeNamed(normalise(usual)) ?? placeNamed(foldName(usual)) ?? expansion ?? tidied(usual);
}

/**
 * Finds which mentions of a set of articles name the same: titles and given names left out, spellings that
 * differ by transliteration, acronyms with the expansion that the text gives, former names of places. A surname
 * goes to the only person of that name in its article, else in the set; where there are two, to neither.
 */
export function mergeNames(analyses: readonly Analysis[]): NameIndex {
  const found = allFound(analyses);
  const expansions = expansionsIn(analyses);
  const persons = personsOf(found);
  const people = new PersonLookUp(persons);
  const placed = new Set(persons.flatMap((group) => group.found));
  const others = new Map<string, Found[]>();
  for (const each of found) {
    if (placed.has(each)) continue;
    const person = personOf(each, people);
    if (person === 'unclear') continue;
    if (person) {
      person.found.push(each);
      continue;
    }
    const key = nameKey(each.mention.text, expansions.keys);
    others.set(key, [...(others.get(key) ?? []), each]);
  }

  const groups: { found: Found[]; person: PersonName | null; key: string | null }[] = [
    ...persons.map((group) => ({ ...group, key: null })),
    ...[...others].map(([key, mentions]) => ({ found: mentions, person: null, key })),
  ];
  const order = new Map(analyses.map(({ articleId }, i) => [articleId, i]));
  const byMention = new Map<string, Entity>();
  const entities = groups.map(({ found: mentions, person, key }): Entity => {
    const label = labelOf(mentions, person, key === null ? undefined : expansions.labels.get(key));
    const articleIds = [...new Set(mentions.map(({ articleId }) => articleId))].sort(
      (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
    const entity: Entity = {
      key: label.toLowerCase(),
      label,
      kind: person ? 'person' : kindOf(mentions),
      articleIds,
      mentions: mentions.length,
      variants: tally(mentions.map(({ mention }) => mention.text)).map(([text]) => text),
    };
    for (const { mention, articleId } of mentions) byMention.set(mentionKey(articleId, mention.text), entity);
    return entity;
  });
  entities.sort(
    (a, b) =>
      b.articleIds.length - a.articleIds.length ||
      b.mentions - a.mentions ||
      (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  return {
    entities,
    entityOf: (articleId, mention) => byMention.get(mentionKey(articleId, mention.text)),
  };
}
