import type { ArticleId } from '../../../api/index.ts';
import { descriptionsIn, type Description } from './descriptions.ts';
import { claim, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { anyOf } from './wording.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Offices that one holds or has held: of others, "former" is often left out where the past is told. */
const HIGHEST = words('president chancellor premier king queen pope emperor sultan emir minister governor');
/** Posts of which one person has one in an organisation. */
const POSTS = words('president secretary chairman director treasurer owner');
/** Roles that go with most others, or that say no more than that somebody has one. */
const GENERAL = words(
  'leader chief head member members senator representative lawmaker nominee candidate general captain commander cmdr colonel major official officer president minister governor mayor king queen chairman justice judge whip premier author writer editor coach delegate player expert',
);
/** Words for one role. */
const SAME: Readonly<Record<string, string>> = {
  lawyer: 'lawyer', attorney: 'lawyer', counsel: 'lawyer', prosecutor: 'lawyer', spokesman: 'spokesman',
  aide: 'advisor', advisor: 'advisor', strategist: 'advisor', assistant: 'advisor', businessman: 'businessman',
  billionaire: 'businessman', tycoon: 'businessman', entrepreneur: 'businessman', host: 'host', presenter: 'host',
  professor: 'expert', researcher: 'expert', analyst: 'expert', scientist: 'expert', economist: 'expert',
  envoy: 'envoy', ambassador: 'envoy',
}; // prettier-ignore

interface Person {
  readonly label: string;
  readonly descriptions: readonly Description[];
}

function personsIn(ground: Ground): Person[] {
  const persons = new Map<string, { label: string; descriptions: Description[] }>();
  for (const sentence of ground.sentences) {
    for (const { mention, description } of descriptionsIn(sentence)) {
      const entity = ground.entity(sentence.articleId, mention);
      if (!entity) continue;
      const known = persons.get(entity.key) ?? { label: entity.label, descriptions: [] };
      persons.set(entity.key, known);
      known.descriptions.push(description);
    }
  }
  return [...persons.values()];
}

type Key = (description: Description) => string | null;

/** Descriptions by what a key makes of them, those of articles that have several keys left out; null for less than two. */
function apart(descriptions: readonly Description[], keyOf: Key): Map<string, Description[]> | null {
  const keys = new Map<ArticleId, Set<string>>();
  const keyed = descriptions.flatMap((description) => {
    const key = keyOf(description);
    if (key === null) return [];
    const { articleId } = description.sentence;
    keys.set(articleId, (keys.get(articleId) ?? new Set()).add(key));
    return [{ key, description }];
  });
  // An account that uses both sees no contradiction between them.
  const all = new Set(keyed.map(({ key }) => key));
  if (all.size < 2 || [...keys.values()].some((own) => own.size > 1)) return null;
  const readings = new Map<string, Description[]>();
  for (const { key, description } of keyed) readings.set(key, [...(readings.get(key) ?? []), description]);
  return readings;
}

function finding(
  person: Person,
  readings: ReadonlyMap<string, readonly Description[]>,
  severity: Finding['severity'],
  sureness: number,
): Finding {
  const groups = [...readings.values()];
  const values = groups.flatMap(([first]) =>
    first ? [first.sentence.text.slice(first.span.start, first.span.end)] : [],
  );
  return {
    kind: 'title',
    severity,
    about: person.label,
    what:
      severity === 'framing'
        ? `“${person.label}” is introduced in different ways: ${anyOf(values)}.`
        : `Accounts differ on the office of “${person.label}”: ${anyOf(values)}.`,
    readings: groups.map((descriptions) => descriptions.map(({ sentence, span }) => claim(sentence, span))),
    sureness,
  };
}

/** President, or former president: of those who are named in full with their office in one account at least. */
function formerOrNot(person: Person): Finding | null {
  for (const head of HIGHEST) {
    const of = person.descriptions.filter((each) => each.head === head && each.qualifier !== 'vice');
    if (!of.some(({ former, full }) => full && !former)) continue;
    const readings = apart(of, ({ former }) => (former ? 'former' : 'present'));
    if (readings) return finding(person, readings, 'conflict', 0.9);
  }
  return null;
}

/** Minister of this or of that; president or secretary. */
function otherPost(person: Person): Finding | null {
  const full = person.descriptions.filter((each) => each.full && !each.former);
  const ministers = apart(
    full.filter(({ head }) => head === 'minister'),
    ({ qualifier, span, sentence }) => {
      const of = /\bof (?:the )?(\p{L}+)/iu.exec(sentence.text.slice(span.start, span.end))?.[1];
      const area = (of ?? qualifier).toLowerCase();
      return area === '' || area === 'former' || area === 'senior' ? null : area;
    },
  );
  if (ministers) return finding(person, ministers, 'difference', 0.8);
  const posts = apart(full, ({ head, qualifier }) =>
    POSTS.has(head) && !/^(?:vice|press|prime|deputy)$/.test(qualifier) ? head : null,
  );
  return posts ? finding(person, posts, 'difference', 0.7) : null;
}

/** The first thing each account calls a person, where no two of them have a role in common. */
function introducedOtherwise(person: Person): Finding | null {
  const roles = (each: Description) =>
    each.qualifier === 'press' ? 'spokesman' : (SAME[each.head] ?? each.head);
  const first = new Map<ArticleId, Description>();
  const byArticle = new Map<ArticleId, Set<string>>();
  for (const each of person.descriptions) {
    const { articleId } = each.sentence;
    byArticle.set(articleId, (byArticle.get(articleId) ?? new Set()).add(roles(each)));
    if (each.full && !first.has(articleId)) first.set(articleId, each);
  }
  const introductions = [...first.values()];
  if (introductions.some(({ head }) => GENERAL.has(head))) return null;
  const readings = new Map<string, Description[]>();
  for (const each of introductions) readings.set(roles(each), [...(readings.get(roles(each)) ?? []), each]);
  if (readings.size < 2) return null;
  // Where an account has the role of another one as well, the two describe the person alike.
  const mixed = [...byArticle.values()].some(
    (own) => [...readings.keys()].filter((role) => own.has(role)).length > 1,
  );
  return mixed ? null : finding(person, readings, 'framing', 0.5);
}

/** The titles and offices of one person that differ between accounts. */
export function findTitles(ground: Ground): Finding[] {
  return personsIn(ground).flatMap(
    (person) => formerOrNot(person) ?? otherPost(person) ?? introducedOtherwise(person) ?? [],
  );
}
