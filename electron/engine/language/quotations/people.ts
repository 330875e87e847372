import type { Analysis } from '../analysis.ts';
import { mergeNames, type NameIndex } from '../name-variants.ts';
import { foldName, personName } from '../name-persons.ts';
import { TITLE_MODIFIERS, TITLES } from '../names-words.ts';
import type { NameKind, NameMention } from '../names.ts';
import { genderOfName, genderOfWord, type Gender } from './gender.ts';
import { LONGEST_UNIT, type Item, type Names, type Unit } from './items.ts';
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

/** Whether a name of one word is the subject of a verb that persons do: "Biden said". */
function speaks(text: string, { text: name, start, end }: NameMention): boolean {
  if (!/^\p{Lu}\p{L}*\p{Ll}$/u.test(name) || /\bthe $/i.test(text.slice(Math.max(0, start - 4), start)))
    return false;
  const next = /^\s(?:also |later |then |once )?(\p{Ll}+)\b/u.exec(text.slice(end, end + 24))?.[1];
  return (
    next !== undefined &&
    /^(said|says|told|added|asked|joked|replied|argued|recalled|quipped|tweeted|wrote|laughed|responded|insisted|explained)$/.test(
      next,
    )
  );
}

/** "Secretary of State Mike Pompeo" without the office; "Pope Francis" stays. */
function withoutOffice(label: string): string {
  const words = label.split(/\s+/);
  const isOffice = (word: string) =>
    TITLES.has(word) || TITLE_MODIFIERS.has(word) || /^(of|the|state)$/.test(word);
  let office = 0;
  while (office < words.length && isOffice(words[office]?.toLowerCase().replace(/\.$/, '') ?? '')) office++;
  const bearer = words.slice(office);
  return bearer.length > 1 && TITLES.has(words[0]?.toLowerCase() ?? '') ? bearer.join(' ') : words.join(' ');
}

/** The persons, organisations and places of one article. */
export class People implements Names {
  private readonly index: NameIndex;
  private readonly articleId: Analysis['articleId'];
  private readonly parties = new Map<string, Party>();
  /** Names that are neither known as persons' nor as anything else's, of which an article says that they speak. */
  private readonly surnames = new Map<string, NameMention | null>();
  private readonly speakers = new Set<string>();
  /** How many more sentences say "he" of a person than "she". */
  private readonly votes = new Map<Party, number>();

  constructor(analysis: Analysis) {
    const sentences = analysis.sentences.filter(({ tokens }) => tokens.length <= 2 * LONGEST_UNIT);
    this.index = mergeNames([{ ...analysis, sentences }]);
    this.articleId = analysis.articleId;
    for (const { text, names } of sentences) {
      for (const mention of names) {
        if (mention.kind === 'other' && speaks(text, mention)) this.speakers.add(this.keyOf(mention));
        if (mention.kind !== 'person') continue;
        const { given, surname } = personName(mention.text);
        if (given.length === 0) continue;
        const other = this.surnames.get(surname);
        const same = other === undefined || (other && this.keyOf(other) === this.keyOf(mention));
        this.surnames.set(surname, same ? mention : null);
      }
    }
  }

  bySurname(word: string): NameMention | null {
    return this.surnames.get(foldName(word)) ?? null;
  }

  private keyOf(mention: NameMention): string {
    return this.index.entityOf(this.articleId, mention)?.key ?? foldName(mention.text);
  }

  /** Takes in what the article tells of them. */
  learn(units: readonly Unit[]): void {
    for (const unit of units) {
      if (unit.heap) continue;
      this.learnRoles(unit.items);
      this.voteOnGender(unit.items);
    }
    for (const [party, votes] of this.votes) {
      if (party.gender === null && votes !== 0) party.gender = votes > 0 ? 'm' : 'f';
    }
  }

  isPerson(mention: NameMention): boolean {
    const kind = this.index.entityOf(this.articleId, mention)?.kind ?? mention.kind;
    return kind === 'person' || (kind === 'other' && this.speakers.has(this.keyOf(mention)));
  }

  /** Whom a name names. */
  of(mention: NameMention): Party {
    const entity = this.index.entityOf(this.articleId, mention);
    const person = this.isPerson(mention);
    const name = person ? withoutOffice(entity?.label ?? mention.text) : mention.text.replace(/\s+/g, ' ');
    const key = this.keyOf(mention);
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
