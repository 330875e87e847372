import type { Item } from './items.ts';
import type { Party, People } from './people.ts';
import { isObject, maySpeak, type Reference } from './phrases.ts';

/** How much of what stood out in a unit still does in the next. */
const FADING = 0.6;
const SUBJECT = 2;
const MENTION = 1;
const OBJECT = 0.5;
const SPEAKER = 1.6;

/** Nouns by which news take up a person of another office: the lawmaker is the senator. */
const ALIKE: readonly (readonly string[])[] = [
  'lawmaker congressman congresswoman representative rep senator sen member legislator mp'.split(' '),
  'leader president premier minister chancellor chief governor mayor chairman head'.split(' '),
  'politician senator sen congressman congresswoman governor gov mayor minister candidate'.split(' '),
  'candidate nominee contender hopeful senator sen governor'.split(' '),
  'spokesman spokeswoman spokesperson'.split(' '),
  'host anchor presenter commentator'.split(' '),
  'chairman chairwoman chair'.split(' '),
  'executive ceo founder chief'.split(' '),
  'businessman billionaire tycoon mogul developer'.split(' '),
  'diplomat ambassador envoy'.split(' '),
  'lawyer attorney counsel'.split(' '),
];
/** Nouns that may stand for whoever is spoken of. */
const ANYONE =
  /^(man|woman|boy|girl|guy|lawmaker|leader|politician|candidate|nominee|president|host|congressman|congresswoman|senator|governor|actor|actress|singer|star|author|businessman|billionaire|teenager|year-old|mogul|minister|premier|chancellor|pope|king|queen|prince|princess|contender|hopeful|veteran)$/;
/** Nouns that take up a body rather than a person. */
const BODY =
  /^(agency|organi[sz]ation|group|company|ministry|department|bank|party|union|association|firm|office|committee|commission|council|court|network|newspaper|paper|magazine|panel|board|campaign|government|administration|university|institute|hospital|charity|watchdog|alliance|bloc)$/;
const WRITTEN =
  /^(statement|report|letter|memo|document|note|message|email|e-mail|tweet|post|release|filing|complaint|lawsuit|indictment|ruling|opinion|editorial|article|declaration|communique|communiqué|study|survey|text|transcript|resolution|sign|headline|slogan|site|website|page|book|blog)s?$/;

function alike(head: string): readonly string[] {
  return ALIKE.filter((group) => group.includes(head)).flat();
}

/** Who is being spoken of, and who "he" or "the congressman" is, as an article is read from its start. */
export class Focus {
  private readonly weights = new Map<Party, number>();
  private readonly roles = new Map<string, Party>();
  private readonly people: People;
  /** The last who spoke. */
  last: Party | null = null;

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
    this.weights.set(party, (this.weights.get(party) ?? 0) + weight);
  }

  /** Takes note of a name outside quotations. */
  mention(items: readonly Item[], at: number, first: boolean): void {
    const item = items[at];
    if (item?.type !== 'name') return;
    const party = this.people.of(item.mention);
    const object = isObject(items, { type: 'name', mention: item.mention, from: at, to: at });
    this.add(party, item.possessive ? MENTION * 0.8 : object ? OBJECT : first ? SUBJECT : MENTION);
  }

  /** A pronoun as subject keeps whom it stands for in view. */
  keep(party: Party): void {
    this.add(party, SUBJECT);
  }

  spoke(party: Party): void {
    this.add(party, SPEAKER);
    this.last = party;
  }

  private best(fits: (party: Party) => boolean): Party | null {
    let found: Party | null = null;
    let most = 0;
    for (const [party, weight] of this.weights) {
      if (weight > most && fits(party)) {
        found = party;
        most = weight;
      }
    }
    return found;
  }

  pronoun(lower: string): Party | null {
    if (/^he/.test(lower)) return this.best((party) => party.person && !party.plural && party.gender !== 'f');
    if (/^she/.test(lower))
      return this.best((party) => party.person && !party.plural && party.gender !== 'm');
    if (lower === 'it') return this.best((party) => !party.person && !party.plural);
    if (lower === 'they') return this.best((party) => party.plural) ?? this.last;
    return null;
  }

  /** Whom a reference names; null for what cannot speak. */
  resolve(reference: Reference, text: string): Party | null {
    if (reference.type === 'name') return this.people.of(reference.mention);
    if (reference.type === 'pronoun') {
      if (/^(someone|somebody|everyone|others|many|some)$/.test(reference.lower)) {
        return this.role(reference.lower, reference.lower, !/one|body/.test(reference.lower));
      }
      return this.pronoun(reference.lower);
    }
    return this.resolveRole(reference, text);
  }

  private role(text: string, head: string, plural: boolean): Party {
    const name = text.replace(/^(the|this|that|these|those)\s+/i, '');
    const key = name.toLowerCase().replace(/^(an?|one|another|some)\s+/, '');
    const known = this.roles.get(key);
    if (known) return known;
    const person = !WRITTEN.test(head) && !BODY.test(head);
    const gender = /(woman|mother|daughter|sister|wife|girl)$/.test(head)
      ? ('f' as const)
      : /(man|father|son|brother|husband|boy)$/.test(head)
        ? ('m' as const)
        : null;
    const party: Party = { name, person, plural, gender, roles: new Set(key.split(' ')) };
    this.roles.set(key, party);
    return party;
  }

  private resolveRole(reference: Extract<Reference, { type: 'role' }>, text: string): Party | null {
    const { head, words, definite } = reference;
    if (!maySpeak(head) && !WRITTEN.test(head) && !BODY.test(head)) return null;
    const plural = /[^s]s$|people$|police$|men$/.test(head);
    if (definite && !plural) {
      const found = this.bearer(head, words) ?? this.takenUp(head, words);
      if (found) return found;
    }
    return this.role(text, head, plural);
  }

  /** The person whom the article gives this office, the one most spoken of where there are several. */
  private bearer(head: string, words: readonly string[]): Party | null {
    const heads = new Set([head, ...alike(head)]);
    let found: Party | null = null;
    let most = 0;
    for (const party of this.people.all()) {
      if (!party.person || ![...party.roles].some((role) => heads.has(role))) continue;
      const shared = words.filter((word) => word !== head && party.roles.has(word)).length;
      const exact = party.roles.has(head) ? 0.5 : 0;
      const score = shared + exact + Math.min(0.9, (this.weights.get(party) ?? 0) / 4) + 0.01;
      if (score > most) {
        found = party;
        most = score;
      }
    }
    return found;
  }

  private takenUp(head: string, words: readonly string[]): Party | null {
    if (ANYONE.test(head)) return this.best((party) => party.person && !party.plural);
    if (words.length > 1) return null;
    if (BODY.test(head)) {
      const named = (party: Party) => party.name.toLowerCase().split(' ').includes(head);
      return this.best((party) => !party.person && named(party)) ?? this.best((party) => !party.person);
    }
    return WRITTEN.test(head) ? this.last : null;
  }
}
