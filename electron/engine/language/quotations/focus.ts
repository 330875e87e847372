import { cueOf } from './cues.ts';
import { isBody, isPlural, isUtterance, isWritten, maySpeak } from './heads.ts';
import type { Item } from './items.ts';
import type { Party, People } from './people.ts';
import { isObject, isPlainVerb, lowerAt, phraseEnding, type Reference, type Role } from './phrases.ts';

/** How much of what stood out in a unit still does in the next, and the most that it can. */
const FADING = 0.6;
const MOST = 2.4;
const SUBJECT = 2;
const MENTION = 1;
const OBJECT = 0.5;
const SPEAKER = 1.6;
/** How far a person counts whose gender nothing tells. */
const UNKNOWN = { m: 0.85, f: 0.6 };

/** Nouns by which news take up a person of another office: the lawmaker is the senator. */
const ALIKE: readonly (readonly string[])[] = [
  'lawmaker congressman congresswoman representative rep senator sen member legislator mp',
  'leader president premier minister chancellor chief governor mayor chairman head',
  'politician senator sen congressman congresswoman governor gov mayor minister candidate',
  'candidate nominee contender hopeful senator sen governor',
  'spokesman spokeswoman spokesperson',
  'host anchor presenter commentator',
  'chairman chairwoman chair',
  'executive ceo founder chief',
  'businessman billionaire tycoon mogul developer',
  'diplomat ambassador envoy',
  'lawyer attorney counsel',
].map((line) => line.split(' '));
/** Nouns that may stand for whoever is spoken of. */
const ANYONE =
  /^(lawmaker|leader|politician|candidate|nominee|president|host|congressman|congresswoman|senator|governor|actor|actress|singer|star|author|businessman|billionaire|mogul|minister|premier|chancellor|pope|king|queen|prince|princess|contender|hopeful|veteran)$/;

const alike = (head: string) => ALIKE.filter((group) => group.includes(head)).flat();

/** Who is being spoken of, and who "he" or "the congressman" is, as an article is read from its start. */
export class Focus {
  private readonly weights = new Map<Party, number>();
  private readonly roles = new Map<string, Party>();
  /** How often each was named so far. */
  private readonly counts = new Map<Party, number>();
  private counted = 0;
  private readonly people: People;
  /** The last who spoke. */
  private last: Party | null = null;

  constructor(people: People) {
    this.people = people;
  }

  fade(): void {
    for (const [party, weight] of this.weights) {
      if (weight < 0.02) this.weights.delete(party);
      else this.weights.set(party, weight * FADING);
    }
  }

  private add(party: Party, weight: number): void {
    this.weights.set(party, Math.min(MOST, (this.weights.get(party) ?? 0) + weight));
  }

  /** Takes note of a name outside quotations; gives whether it looks like a subject. */
  mention(items: readonly Item[], at: number, first: boolean): boolean {
    const item = items[at];
    if (item?.type !== 'name') return false;
    const party = this.people.of(item.mention);
    this.counts.set(party, (this.counts.get(party) ?? 0) + 1);
    this.counted++;
    const phrase = phraseEnding(items, at) ?? {
      type: 'name' as const,
      mention: item.mention,
      from: at,
      to: at,
    };
    const verb = lowerAt(items, phrase.from - 1);
    const object = isObject(items, phrase) || (isPlainVerb(verb) && cueOf(verb)?.kind !== 'speech');
    const subject = !object && !item.possessive && (first || isPlainVerb(lowerAt(items, at + 1)));
    this.add(party, subject ? SUBJECT : object ? OBJECT : item.possessive ? MENTION * 0.8 : MENTION);
    return subject && party.person;
  }

  /** Takes note of somebody without a name: "an unidentified young man", "the company". */
  describe(reference: Reference, text: string, subject: boolean): void {
    if (reference.type !== 'role' || isPlural(reference.head)) return;
    if (!maySpeak(reference.head) || isWritten(reference.head)) return;
    const party = reference.definite ? this.takenUp(reference) : this.role(text, reference.head, false);
    if (party) this.add(party, subject ? SUBJECT : MENTION);
  }

  /** A pronoun as subject keeps whom it stands for in view. */
  keep(party: Party): void {
    this.add(party, SUBJECT);
  }

  spoke(party: Party): void {
    this.add(party, SPEAKER);
    this.last = party;
  }

  private best(value: (party: Party) => number): Party | null {
    let found: Party | null = null;
    let most = 0;
    for (const [party, weight] of this.weights) {
      const here = weight * value(party);
      if (here > most) {
        found = party;
        most = here;
      }
    }
    return found;
  }

  pronoun(lower: string): Party | null {
    const gender = /^he/.test(lower) ? 'm' : /^she/.test(lower) ? 'f' : null;
    if (gender) {
      return this.best((party) => {
        if (!party.person || party.plural) return 0;
        const known = party.gender === gender ? 1 : party.gender === null ? UNKNOWN[gender] : 0;
        // Who the article is about is the likelier.
        return known * (1 + (this.counts.get(party) ?? 0) / Math.max(4, this.counted));
      });
    }
    if (lower === 'it') {
      return this.best((party) => (party.person || party.plural ? 0 : party.kind === 'place' ? 0.5 : 1));
    }
    if (lower === 'they') return this.best((party) => (party.plural ? 1 : 0)) ?? this.last;
    return null;
  }

  /** Whom a reference names; null for what cannot speak. `said`: whether its verb leaves no doubt that it does. */
  resolve(reference: Reference, text: string, said: boolean): Party | null {
    if (reference.type === 'name') return this.resolveName(reference);
    if (reference.type === 'role') return this.resolveRole(reference, text, said);
    const { lower } = reference;
    if (/^(some|any|every)|^(others|many)$/.test(lower))
      return this.role(lower, lower, !/one|body/.test(lower));
    return this.pronoun(lower);
  }

  /** "The Arizona Republican" is whoever is spoken of. */
  private resolveName({ mention }: Extract<Reference, { type: 'name' }>): Party {
    const member = /\s(Republican|Democrat|native|Conservative|Liberal)$/.test(mention.text);
    const meant = member ? this.best((party) => (party.person && !party.plural ? 1 : 0)) : null;
    return meant ?? this.people.of(mention);
  }

  private role(text: string, head: string, plural: boolean): Party {
    const name = text.replace(/^(the|this|that|these|those)\s+/i, '');
    const key = name.toLowerCase().replace(/^(an?|one|another|some)\s+/, '');
    const known = this.roles.get(key);
    if (known) return known;
    const gender = /(woman|mother|daughter|sister|wife|girl)$/.test(head)
      ? ('f' as const)
      : /([^wo]man|^man|father|son|brother|husband|boy)$/.test(head)
        ? ('m' as const)
        : null;
    const person = maySpeak(head) && !isWritten(head) && !isBody(head);
    const party: Party = { name, kind: 'role', person, plural, gender, roles: new Set(key.split(' ')) };
    this.roles.set(key, party);
    return party;
  }

  private resolveRole(reference: Role, text: string, said: boolean): Party | null {
    const { head, definite, possessor } = reference;
    if (possessor && isUtterance(head)) return this.people.of(possessor);
    if (!said && !maySpeak(head)) return null;
    const plural = isPlural(head);
    return (definite && !plural ? this.takenUp(reference) : null) ?? this.role(text, head, plural);
  }

  /** Whom "the congressman" or "the agency" takes up; null where it may be somebody new. */
  private takenUp({ head, words, possessor }: Role): Party | null {
    if (isWritten(head)) return this.written(head, words);
    return isBody(head)
      ? this.body(head, words)
      : this.bearer(head, words, possessor && this.people.of(possessor));
  }

  /** The person whom the article gives this office, the one most spoken of where there are several. */
  private bearer(head: string, words: readonly string[], possessor: Party | null): Party | null {
    const near = new Set(alike(head));
    const others = words.filter((word) => word !== head);
    let found: Party | null = null;
    let score = 0;
    for (const party of [...this.people.all(), ...this.roles.values()]) {
      if (!party.person || party.plural) continue;
      if (
        possessor?.person &&
        !possessor.name
          .toLowerCase()
          .split(' ')
          .some((word) => party.roles.has(word))
      )
        continue;
      const exact = party.roles.has(head);
      const shared = others.filter((word) => party.roles.has(word)).length;
      if (!exact && !([...party.roles].some((role) => near.has(role)) && (others.length === 0 || shared > 0)))
        continue;
      const weight = this.weights.get(party) ?? 0;
      if (party.kind === 'role' && weight === 0) continue;
      const here = shared + (exact ? 0.5 : 0) + Math.min(0.9, weight / 3) + 0.01;
      if (here > score) {
        found = party;
        score = here;
      }
    }
    if (found) return found;
    if (ANYONE.test(head)) return this.best((party) => (party.person && !party.plural ? 1 : 0));
    if (possessor) return null;
    // "A spokesperson for Grassley said … the aide said".
    const { last } = this;
    if (others.length === 0 && last?.kind === 'role' && last.person && !last.plural) return last;
    // "The former firefighter", of whom no more was said than the name.
    const most = this.best((party) => (party.person && !party.plural ? 1 : 0));
    return most && most.kind !== 'role' && most.roles.size === 0 && (this.weights.get(most) ?? 0) > 1
      ? most
      : null;
  }

  private written(head: string, words: readonly string[]): Party | null {
    const named = this.best((party) =>
      !party.person && party.name.toLowerCase().split(' ').includes(head) ? 1 : 0,
    );
    if (named || words.length > 1 || !/^(statement|release|tweet|post|announcement)$/.test(head))
      return named;
    return this.best((party) => (party.person || party.plural || party.kind === 'place' ? 0 : 1));
  }

  private body(head: string, words: readonly string[]): Party | null {
    const named = this.best((party) =>
      !party.person && party.name.toLowerCase().split(' ').includes(head) ? 1 : 0,
    );
    if (named || words.length > 1) return named;
    return this.best((party) => (party.person || party.plural ? 0 : party.kind === 'place' ? 0.3 : 1));
  }
}
