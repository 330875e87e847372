import type { Span } from '../../../api/index.ts';
import type { AnalysedSentence } from '../../language/analysis.ts';
import { isDemonym, isPlace } from '../../language/names-places.ts';
import { findQuantities } from '../../language/quantities.ts';
import { normalise } from '../../language/stems.ts';
import { claim, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { anyOf } from './wording.ts';

interface Owned {
  readonly sentence: AnalysedSentence;
  /** "20-point". */
  readonly number: string;
  readonly phrase: Span;
  readonly owner: string;
  readonly value: Span;
}

const WORK =
  /^(?:plan|proposal|draft|blueprint|agreement|deal|initiative|offer|framework|document|programme|program|bill|letter|list|report|resolution|statement|petition|manifesto|roadmap)s?$/;
const MADE_BY =
  /^\s(?:\p{L}+ly )?(?:submitted|presented|proposed|drafted|put forward|made|tabled|offered|written|authored|prepared|drawn up|unveiled|introduced|devised|worked out|compiled) by (?:the )?(\p{Lu}[\p{L}.]+)/u;

/** One key for a country and its people: "American", "US", "Washington". */
function ownerKey(word: string): string {
  const lower = normalise(word).replaceAll('.', '');
  if (/^(?:us|usa|america|american|americans|washington|white)$/.test(lower)) return 'us';
  if (/^(?:uk|britain|british|london)$/.test(lower)) return 'uk';
  if (/^(?:eu|europe|european|brussels)$/.test(lower)) return 'eu';
  if (lower === 'kyiv' || lower === 'kiev') return 'ukra';
  if (lower === 'moscow' || lower === 'kremlin') return 'russ';
  return lower.slice(0, 4);
}

const LONGEST = 6;

/** Plans and texts that a number of points or pages makes known, with whose they are said to be. */
function ownedIn(sentence: AnalysedSentence): Owned[] {
  const { text, tokens, names } = sentence;
  return findQuantities(sentence).flatMap((quantity): Owned[] => {
    if (!/^(?:point|page|step|item|part|paragraph|clause)$/.test(quantity.unit)) return [];
    const first = tokens.findIndex((token) => token.start >= quantity.start);
    let head = -1;
    for (let i = first + 1; i < Math.min(tokens.length, first + LONGEST); i++) {
      if (!/^\s*$/.test(text.slice(tokens[i - 1]?.end, tokens[i]?.start))) break;
      if (WORK.test(tokens[i]?.text.toLowerCase() ?? '')) head = i;
    }
    const end = tokens[head]?.end;
    if (head < 0 || end === undefined) return [];
    const number = `${String(quantity.value)} ${quantity.unit}`;
    const phrase = { start: quantity.start, end };
    const by = MADE_BY.exec(text.slice(end));
    if (by?.[1]) {
      const value = { start: end + 1, end: end + by[0].length };
      return [{ sentence, number, phrase, owner: ownerKey(by[1]), value }];
    }
    const before = tokens[first - 1];
    const possessive =
      before &&
      /[’']s?$/.test(before.text) &&
      names.some((name) => name.end >= before.start && name.end <= before.end);
    if (possessive)
      return [
        { sentence, number, phrase, owner: ownerKey(before.text), value: { start: before.start, end } },
      ];
    const inside = tokens.slice(first + 1, head).find(({ text: word }) => {
      const lower = normalise(word).replaceAll('.', '');
      return /^\p{Lu}/u.test(word) && (isDemonym(lower) || isPlace(lower) || /^(?:us|uk|eu)$/.test(lower));
    });
    return inside ? [{ sentence, number, phrase, owner: ownerKey(inside.text), value: phrase }] : [];
  });
}

/** Plans that accounts give to different owners. */
export function findOwners(ground: Ground): Finding[] {
  const byNumber = new Map<string, Owned[]>();
  for (const owned of ground.sentences.flatMap(ownedIn)) {
    byNumber.set(owned.number, [...(byNumber.get(owned.number) ?? []), owned]);
  }
  return [...byNumber.values()].flatMap((all): Finding[] => {
    const owners = new Map<string, Owned[]>();
    for (const owned of all) owners.set(owned.owner, [...(owners.get(owned.owner) ?? []), owned]);
    const groups = [...owners.values()];
    const articles = groups.map((group) => new Set(group.map(({ sentence }) => sentence.articleId)));
    const both = articles.some((set, i) =>
      articles.some((other, j) => i < j && [...set].some((id) => other.has(id))),
    );
    const [first] = all;
    if (groups.length < 2 || both || !first) return [];
    const values = groups.flatMap(([one]) =>
      one ? [one.sentence.text.slice(one.value.start, one.value.end)] : [],
    );
    const about = first.sentence.text.slice(first.phrase.start, first.phrase.end);
    return [
      {
        kind: 'attribution',
        severity: 'conflict',
        about,
        what: `Accounts differ on whose the “${about}” is: ${anyOf(values)}.`,
        readings: groups.map((group) => group.map(({ sentence, value }) => claim(sentence, value))),
        sureness: 0.9,
      },
    ];
  });
}
