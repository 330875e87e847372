import type { MergedName, MergedNames } from '../language/name-merge.ts';
import { nameKey } from '../language/name-merge.ts';
import { isFullName, personMeant, Surnames, type KnownPerson } from '../language/name-groups.ts';
import { Explanations, type Explained } from '../language/name-acronyms.ts';
import { mayBeOnePerson, personName, soundOf, type PersonName } from '../language/name-persons.ts';
import type { TopicIndex } from '../topics/find-topics.ts';
import type { ArticleSketch } from './sketch.ts';

/** A label by the list it is in and its value. */
export interface LabelRef {
  readonly kind: keyof TopicIndex;
  readonly value: string;
}

/** Whom and what the labels of a library stand for, so that another article can be given them. Plain data. */
export interface KnownNames {
  /** Persons that are labels, and others of their surnames, the most often named first; `value` null for those. */
  readonly persons: readonly (KnownPerson & { readonly value: string | null })[];
  /** Other names by the key under which they are one. */
  readonly others: readonly (LabelRef & { readonly key: string })[];
  /** Acronyms with the key of what they stand for. */
  readonly acronyms: readonly (readonly [acronym: string, key: string])[];
}

export const NO_NAMES: KnownNames = { persons: [], others: [], acronyms: [] };

const LISTS = { person: 'people', place: 'places', organisation: 'topics', other: 'topics' } as const;

/** What is to be kept of the names of a library to give its labels to other articles. */
export function knownNames({ asFound, expansions }: MergedNames, topics: TopicIndex): KnownNames {
  const values = {
    topics: new Set(topics.topics.map(({ value }) => value)),
    people: new Set(topics.people.map(({ value }) => value)),
    places: new Set(topics.places.map(({ value }) => value)),
  };
  const refOf = ({ kind, label }: MergedName): LabelRef | null => {
    const value = label.toLowerCase();
    return values[LISTS[kind]].has(value) ? { kind: LISTS[kind], value } : null;
  };
  const surnames = new Set<string>();
  for (const name of asFound) if (name.person && refOf(name)) surnames.add(soundOf(name.person.surname));
  const persons: KnownNames['persons'][number][] = [];
  const others: KnownNames['others'][number][] = [];
  for (const name of asFound) {
    const ref = refOf(name);
    if (name.person) {
      const { person, certain, inFull: size } = name;
      if (surnames.has(soundOf(person.surname))) {
        persons.push({ person, certain, size, value: ref ? ref.value : null });
      }
    } else if (ref && name.key !== null) {
      others.push({ ...ref, key: name.key });
    }
  }
  const keys = new Set(others.map(({ key }) => key));
  return { persons, others, acronyms: [...expansions.keys].filter(([, key]) => keys.has(key)) };
}

type Person = KnownNames['persons'][number];

const spelling = ({ surname }: PersonName) => surname.slice(0, 1) + soundOf(surname);

/** Gives an article the names that a library knows. */
export class NameLabels {
  private readonly surnames: Surnames<Person>;
  private readonly bySpelling = new Map<string, Person[]>();
  private readonly others: ReadonlyMap<string, LabelRef>;
  private readonly acronyms: ReadonlyMap<string, string>;

  constructor({ persons, others, acronyms }: KnownNames) {
    this.surnames = new Surnames(persons);
    for (const each of persons) {
      const key = spelling(each.person);
      this.bySpelling.set(key, [...(this.bySpelling.get(key) ?? []), each]);
    }
    this.others = new Map(others.map(({ key, kind, value }) => [key, { kind, value }]));
    this.acronyms = new Map(acronyms);
  }

  /** The library's labels that the article names, each once. */
  of({ uses, explained }: ArticleSketch['names']): LabelRef[] {
    const found = new Map<string, LabelRef>();
    const add = (ref: LabelRef | undefined) => {
      if (ref) found.set(`${ref.kind} ${ref.value}`, ref);
    };
    const senses = uses.map((use) => ({ ...use, person: personName(use.text) }));
    const named = new Set<Person>();
    for (const { person, certain } of senses.filter(isFullName)) {
      named.add(this.person(person) ?? { person, certain, size: 1, value: null });
    }
    for (const { value } of named) if (value !== null) add({ kind: 'people', value });
    const acronyms = this.acronymsWith(explained);
    for (const sense of senses) {
      if (isFullName(sense)) continue;
      const person = personMeant(sense, [...named], this.surnames);
      if (person === 'unclear') continue;
      if (!person) add(this.others.get(nameKey(sense.text, acronyms)));
      else if (person.value !== null) add({ kind: 'people', value: person.value });
    }
    return [...found.values()];
  }

  private person(person: PersonName): Person | undefined {
    const alike = (this.bySpelling.get(spelling(person)) ?? []).filter((known) =>
      mayBeOnePerson(known.person, person),
    );
    return alike.find((known) => known.person.suffix === person.suffix) ?? alike[0];
  }

  private acronymsWith(explained: readonly Explained[]): ReadonlyMap<string, string> {
    if (explained.length === 0) return this.acronyms;
    const own = new Explanations();
    for (const each of explained) own.add(each);
    // What the library takes an acronym for is not changed by one article.
    return new Map([...own.result().keys, ...this.acronyms]);
  }
}
