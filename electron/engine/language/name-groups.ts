import { mayBeOnePerson, sameSurname, soundOf, type PersonName } from './name-persons.ts';
import type { NameSense, NameUses } from './name-uses.ts';

/** The uses of one person's full name, and later those of the surname. */
export interface PersonGroup {
  readonly uses: number[];
  readonly person: PersonName;
  /** Whether a title, a given name or the context says that it is a person. */
  certain: boolean;
}

/** In how many times as many articles one person must be named in full to be who is meant by a surname elsewhere. */
const DOMINANT = 5;

interface Form {
  readonly person: PersonName;
  readonly uses: number[];
}

/** Whether a use names a person in full. */
export function isFullName({ kind, person }: NameSense): boolean {
  return kind === 'person' && person.given.length > 0;
}

/** Full names of persons as they are written, the most frequent first. */
function fullNames(uses: NameUses): Form[] {
  const forms = new Map<string, Form>();
  for (let use = 0; use < uses.size; use++) {
    const sense = uses.sense(use);
    if (!isFullName(sense)) continue;
    const { given, surname, suffix } = sense.person;
    const key = [...given, surname, suffix].join(' ');
    const form = forms.get(key) ?? { person: sense.person, uses: [] };
    form.uses.push(use);
    forms.set(key, form);
  }
  return [...forms]
    .map(([key, form]) => ({ key, form, count: uses.total(form.uses) }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({ form }) => form);
}

/** "Joe Biden Jr." is Joe Biden, but not where one article has both a Jr. and one without, like father and son. */
function areFatherAndSon(uses: NameUses, group: PersonGroup, form: Form): boolean {
  if (group.person.suffix === form.person.suffix) return false;
  const here = new Set(group.uses.map((use) => uses.article(use)));
  return form.uses.some((use) => here.has(uses.article(use)));
}

/** Groups full names of persons: each group is one person. */
export function personsIn(uses: NameUses): PersonGroup[] {
  const alike = new Map<string, PersonGroup[]>();
  const groups: PersonGroup[] = [];
  // The most frequent form leads, so that a chance misspelling joins it and not the other way round.
  for (const form of fullNames(uses)) {
    // Spellings of one surname agree in their first letter and in their sound.
    const key = form.person.surname.slice(0, 1) + soundOf(form.person.surname);
    const candidates = alike.get(key) ?? [];
    const certain = form.uses.some((use) => uses.sense(use).certain);
    const group = candidates.find(
      (candidate) => mayBeOnePerson(candidate.person, form.person) && !areFatherAndSon(uses, candidate, form),
    );
    if (group) {
      for (const use of form.uses) group.uses.push(use);
      group.certain ||= certain;
    } else {
      const fresh: PersonGroup = { person: form.person, uses: [...form.uses], certain };
      groups.push(fresh);
      candidates.push(fresh);
      alike.set(key, candidates);
    }
  }
  return groups;
}

/** A person whom a short form may name. */
export interface KnownPerson {
  readonly person: PersonName;
  readonly certain: boolean;
  /** Articles that name the person in full. */
  readonly size: number;
}

/** Under which a surname is looked up. */
const surnameKey = (start: string, surname: string) => `${start} ${soundOf(surname)}`;

/** Persons by surname, over all articles. */
export class Surnames<P extends KnownPerson> {
  private readonly byKey = new Map<string, P[]>();
  private readonly found = new Map<string, { far: readonly P[]; dominant: P | null }>();

  constructor(persons: Iterable<P>) {
    for (const each of persons) {
      const { surname, given } = each.person;
      for (const word of new Set([surname.slice(0, 3), ...given])) {
        const key = surnameKey(word, surname);
        const list = this.byKey.get(key);
        if (list) list.push(each);
        else this.byKey.set(key, [each]);
      }
    }
  }

  /** Every person of a surname in its spellings. */
  all(surname: string): readonly P[] {
    const found = this.byKey.get(surnameKey(surname.slice(0, 3), surname)) ?? [];
    return found.filter(({ person }) => sameSurname(person.surname, surname));
  }

  /** Those who are persons for certain, and the one among them who is named far more often than any other. */
  far(surname: string): { far: readonly P[]; dominant: P | null } {
    let result = this.found.get(surname);
    if (!result) {
      const far = this.all(surname)
        .filter(({ certain }) => certain)
        .sort((a, b) => b.size - a.size);
      const [first, second] = far;
      const dominant = first && first.size >= DOMINANT * Math.max(1, second ? second.size : 0);
      result = { far, dominant: dominant ? first : null };
      this.found.set(surname, result);
    }
    return result;
  }
}

/** Whom a surname can mean: those of its article (`near`) before the others. */
export function bySurname<P extends KnownPerson>(
  surname: string,
  here: readonly P[],
  surnames: Surnames<P>,
): { persons: readonly P[]; near: boolean } {
  // A father is rarely called by his full name where his son is.
  if (here.some(({ person }) => !person.suffix)) return { persons: here, near: true };
  const { far, dominant } = surnames.far(surname);
  if (here.length > 0)
    return { persons: dominant && far.length > 1 ? [...here, dominant] : here, near: true };
  return { persons: dominant ? [dominant] : far, near: false };
}

/**
 * The person that a short form names: one, `unclear` between several, or null.
 * @param named those whom its article names in full.
 */
export function personMeant<P extends KnownPerson>(
  { kind, certain, located, person }: NameSense,
  named: readonly P[],
  surnames: Surnames<P>,
): P | 'unclear' | null {
  const { given, surname, suffix } = person;
  if (given.length > 0) return null;
  const start = surname.slice(0, 3);
  const here = named.filter(
    ({ person: full }) =>
      sameSurname(full.surname, surname) && (full.surname.startsWith(start) || full.given.includes(start)),
  );
  const { persons, near } = bySurname(surname, here, surnames);
  const fitting = suffix ? persons.filter((each) => each.person.suffix === suffix) : persons;
  // What is on a list of places or organisations is a person only where the article names one in full: Jim
  // Jordan, Denzel Washington, Michael Bloomberg.
  const known = certain && kind !== 'person';
  if (fitting.length > 0 && !(known && (!near || located))) {
    const [only] = fitting;
    return fitting.length === 1 && only ? only : 'unclear';
  }
  const byGiven = kind === 'person' ? named.filter((each) => each.person.given[0] === surname) : [];
  return byGiven.length === 1 ? (byGiven[0] ?? null) : null;
}
