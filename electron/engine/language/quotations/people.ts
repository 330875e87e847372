import type { Analysis } from '../analysis.ts';
import { mergeNames, type NameIndex } from '../name-variants.ts';
import { foldName } from '../name-persons.ts';
import type { NameKind, NameMention } from '../names.ts';
import { genderOfName, genderOfWord, type Gender } from './gender.ts';
import type { Item, Unit } from './items.ts';
import { isPlainVerb } from './phrases.ts';
import { DETERMINERS, HELPERS, PREPOSITIONS } from './cues.ts';

/** Somebody or something that may speak in an article. */
export interface Party {
  /** The fullest form that the article has: "Volodymyr Zelensky", "White House", "one former Israeli official". */
  readonly name: string;
  readonly kind: NameKind | 'role';
  readonly person: boolean;
  /** Several at once: "they". */
  readonly plural: boolean;
  gender: Gender | null;
  /** Folded words by which the article calls it, other than its name: "congressman", "host". */
  readonly roles: Set<string>;
}

/** How many words before and behind a name are read for a role. */
const ROLE_REACH = 7;
/** Beyond this many items a unit is a heap, not a sentence. */
const LONGEST_UNIT = 4000;

function roleWords(items: readonly Item[], from: number, step: 1 | -1): string[] {
  const words: string[] = [];
  for (let i = from, left = ROLE_REACH; left > 0; i += step, left--) {
    const item = items[i];
    if (!item || item.type === 'mark' || item.type === 'quote') break;
    if (item.type === 'name') {
      words.push(...foldName(item.text).split(' '));
      continue;
    }
    if (step < 0 && (PREPOSITIONS.has(item.lower) || isPlainVerb(item.lower) || HELPERS.has(item.lower)))
      break;
    if (step < 0 && DETERMINERS.has(item.lower)) break;
    words.push(foldName(item.lower));
  }
  return words;
}

/** Whether an item can begin an apposition: ", a student", ", the former chief", ", chairman of". */
function beginsApposition(item: Item | undefined): boolean {
  if (item?.type === 'name') return item.possessive;
  return item?.type === 'word' && (DETERMINERS.has(item.lower) || genderOfWord(item.lower) !== undefined);
}

/** The persons, organisations and places of one article. */
export class People {
  private readonly index: NameIndex;
  private readonly articleId: Analysis['articleId'];
  private readonly parties = new Map<string, Party>();
  /** How many more sentences say "he" of a person than "she". */
  private readonly votes = new Map<Party, number>();

  constructor(analysis: Analysis) {
    this.index = mergeNames([analysis]);
    this.articleId = analysis.articleId;
  }

  /** Takes in what the article tells of them. */
  learn(units: readonly Unit[]): void {
    for (const unit of units) {
      if (unit.items.length >= LONGEST_UNIT) continue;
      this.learnRoles(unit.items);
      this.voteOnGender(unit.items);
    }
    for (const [party, votes] of this.votes) {
      if (party.gender === null && votes !== 0) party.gender = votes > 0 ? 'm' : 'f';
    }
  }

  isPerson(mention: NameMention): boolean {
    return (this.index.entityOf(this.articleId, mention)?.kind ?? mention.kind) === 'person';
  }

  /** Whom a name names. */
  of(mention: NameMention): Party {
    const entity = this.index.entityOf(this.articleId, mention);
    const person = entity ? entity.kind === 'person' : mention.kind === 'person';
    const name = person && entity ? entity.label : mention.text.replace(/\s+/g, ' ');
    const key = entity?.key ?? foldName(mention.text);
    let party = this.parties.get(key);
    if (!party) {
      party = {
        name,
        kind: entity?.kind ?? mention.kind,
        person,
        plural: false,
        gender: person ? genderOfName(name) : null,
        roles: new Set(),
      };
      this.parties.set(key, party);
    }
    const title = mention.title?.toLowerCase().replace(/[^\p{L} -]/gu, '') ?? '';
    for (const word of title.split(/\s+/).filter(Boolean)) {
      party.roles.add(word);
      party.gender ??= genderOfWord(word) ?? null;
    }
    return party;
  }

  all(): Party[] {
    return [...this.parties.values()];
  }

  /** Where one person alone is named, the pronouns behind the name are probably that person's. */
  private voteOnGender(items: readonly Item[]): void {
    let only: Party | null = null;
    let vote = 0;
    for (const item of items) {
      if (item.type === 'name') {
        const party = this.of(item.mention);
        if (!party.person || party === only) continue;
        if (only) return;
        only = party;
      } else if (item.type === 'word' && only) {
        if (/^(he|his|him|himself)$/.test(item.lower)) vote++;
        else if (/^(she|her|hers|herself)$/.test(item.lower)) vote--;
      }
    }
    if (only && vote !== 0) this.votes.set(only, (this.votes.get(only) ?? 0) + Math.sign(vote));
  }

  private learnRoles(items: readonly Item[]): void {
    items.forEach((item, at) => {
      if (item.type !== 'name') return;
      const party = this.of(item.mention);
      if (!party.person || item.possessive) return;
      const add = (words: readonly string[]) => {
        for (const word of words) {
          party.roles.add(word);
          party.gender ??= genderOfWord(word) ?? null;
        }
      };
      const [before, comma, next] = [items[at - 1], items[at + 1], items[at + 2]];
      if (before?.type === 'word' || before?.type === 'name') add(roleWords(items, at - 1, -1));
      if (before?.type === 'mark' && before.text === ',' && comma?.type === 'mark') {
        add(roleWords(items, at - 2, -1));
      }
      if (comma?.type === 'mark' && comma.text === ',' && beginsApposition(next))
        add(roleWords(items, at + 2, 1));
    });
  }
}
