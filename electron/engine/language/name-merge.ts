import type { Expansions } from './name-acronyms.ts';
import { isFullName, personMeant, personsIn, Surnames, type PersonGroup } from './name-groups.ts';
import { foldName, personName, type PersonName } from './name-persons.ts';
import type { NameUses } from './name-uses.ts';
import { placeNamed } from './names-places.ts';
import { ORGANISATION_NAMES } from './names-words.ts';
import type { NameKind } from './names.ts';
import { normalise } from './stems.ts';

/** One person, place or organisation as a set of articles names it. */
export interface MergedName {
  /** The fullest common form, without title: "Volodymyr Zelensky". */
  readonly label: string;
  readonly kind: NameKind;
  /** Indices of the articles, ascending. */
  readonly articles: readonly number[];
  /** How often it is named, in headings and recaps too. */
  readonly mentions: number;
  readonly uses: readonly number[];
  /** A person's full name in parts, else the key under which names are one. */
  readonly person: PersonName | null;
  readonly key: string | null;
  readonly certain: boolean;
  /** Articles that name a person in full. */
  readonly inFull: number;
}

/** The key under which names that are no persons' are one. */
export function nameKey(text: string, expansions: ReadonlyMap<string, string>): string {
  const folded = foldName(text);
  const place = placeNamed(normalise(text).replace(/\s+/g, ' ')) ?? placeNamed(folded);
  if (place) return foldName(place);
  const bare = folded.replaceAll('.', '');
  return ORGANISATION_NAMES.get(bare) ?? expansions.get(bare) ?? bare;
}

function kindOf(uses: NameUses, group: readonly number[]): NameKind {
  const votes: Record<NameKind, number> = { person: 0, place: 0, organisation: 0, other: 0 };
  for (const use of group) {
    const { kind, certain, located } = uses.sense(use);
    const count = uses.count(use);
    votes[kind] += count * (certain ? 3 : kind === 'other' ? 0.5 : 1);
    if (located && kind === 'other') votes.place += count * 0.5;
  }
  const kinds: NameKind[] = ['place', 'organisation', 'person', 'other'];
  return kinds.reduce((best, kind) => (votes[kind] > votes[best] ? kind : best));
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

function labelOf(
  uses: NameUses,
  group: readonly number[],
  person: PersonName | null,
  expansion: string | undefined,
): string {
  const forms = uses.tally(group, (text) => text.replace(/\s+/g, ' '));
  const usual = forms[0]?.[0] ?? '';
  if (person) return personLabel(forms) ?? usual;
  return placeNamed(normalise(usual)) ?? placeNamed(foldName(usual)) ?? expansion ?? tidied(usual);
}

interface Known extends PersonGroup {
  readonly size: number;
}

/** Gives each person the short forms that mean it; the rest by the keys under which they are one. */
function distribute(uses: NameUses, persons: readonly Known[], expansions: Expansions) {
  const named: Known[][] = [];
  for (const known of persons) {
    for (const article of uses.articlesOf(known.uses)) (named[article] ??= []).push(known);
  }
  const surnames = new Surnames(persons);
  const others = new Map<string, number[]>();
  const keys = new Map<string, string>();
  for (let use = 0; use < uses.size; use++) {
    const sense = uses.sense(use);
    if (isFullName(sense)) continue;
    const person = personMeant(sense, named[uses.article(use)] ?? [], surnames);
    if (person === 'unclear') continue;
    if (person) {
      person.uses.push(use);
      continue;
    }
    let key = keys.get(sense.text);
    if (key === undefined) keys.set(sense.text, (key = nameKey(sense.text, expansions.keys)));
    const group = others.get(key);
    if (group) group.push(use);
    else others.set(key, [use]);
  }
  return others;
}

export interface MergedNames {
  /** Those in most articles first, then the most often named. */
  readonly names: readonly MergedName[];
  /** The same, persons first, in the order in which they were found. */
  readonly asFound: readonly MergedName[];
  readonly expansions: Expansions;
}

/**
 * Finds which uses of names mean the same: titles and given names left out, spellings that differ by
 * transliteration, acronyms with the expansion that the text gives, former names of places. A surname goes to the
 * only person of that name in its article, else in the set; where there are two, to neither.
 */
export function mergeUses(uses: NameUses): MergedNames {
  const expansions = uses.explanations.result();
  const persons = personsIn(uses).map((group): Known => {
    return { ...group, size: uses.articlesOf(group.uses).length };
  });
  const others = distribute(uses, persons, expansions);
  const names: MergedName[] = [];
  for (const { uses: group, person, certain, size } of persons) {
    names.push({
      label: labelOf(uses, group, person, undefined),
      kind: 'person',
      articles: uses.articlesOf(group),
      mentions: uses.total(group),
      uses: group,
      person,
      key: null,
      certain,
      inFull: size,
    });
  }
  for (const [key, group] of others) {
    names.push({
      label: labelOf(uses, group, null, expansions.labels.get(key)),
      kind: kindOf(uses, group),
      articles: uses.articlesOf(group),
      mentions: uses.total(group),
      uses: group,
      person: null,
      key,
      certain: false,
      inFull: 0,
    });
  }
  const keyed = names.map((name) => ({ name, lower: name.label.toLowerCase() }));
  keyed.sort(
    (a, b) =>
      b.name.articles.length - a.name.articles.length ||
      b.name.mentions - a.name.mentions ||
      (a.lower < b.lower ? -1 : a.lower > b.lower ? 1 : 0),
  );
  return { names: keyed.map(({ name }) => name), asFound: names, expansions };
}
