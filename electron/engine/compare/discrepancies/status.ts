import type { ArticleId, Severity } from '../../../api/index.ts';
import { relatedTo } from '../synonyms.ts';
import { claim, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { pairsSharing } from './sharing.ts';
import { sharedWords } from './shared-words.ts';
import { toldIn, type Told } from './status-acts.ts';
import type { Stage } from './status-words.ts';
import { anyOf } from './wording.ts';

/** Stages between which accounts differ, rather than one telling it earlier than another. */
const CONTRASTS: readonly (readonly [Stage, Stage, Severity])[] = [
  ['open', 'done', 'conflict'],
  ['not', 'done', 'conflict'],
  ['willing', 'done', 'conflict'],
  ['attempted', 'done', 'difference'],
  ['reported', 'done', 'difference'],
  ['open', 'willing', 'difference'],
  ['open', 'meant', 'difference'],
  ['not', 'meant', 'difference'],
  ['open', 'threatened', 'difference'],
  ['threatened', 'meant', 'difference'],
  ['threatened', 'done', 'difference'],
  ['threatened', 'not', 'difference'],
  ['ongoing', 'done', 'difference'],
  ['conditional', 'not', 'conflict'],
  ['conditional', 'done', 'conflict'],
  ['conditional', 'meant', 'difference'],
  ['conditional', 'willing', 'difference'],
  ['deferred', 'done', 'conflict'],
  ['deferred', 'not', 'conflict'],
];

function contrast(a: Stage, b: Stage): Severity | null {
  return CONTRASTS.find(([x, y]) => (x === a && y === b) || (x === b && y === a))?.[2] ?? null;
}

/** Weight that the words about two acts must share, in aligned sentences and in others. */
const ALIGNED = 2;
const APART = 4;
/** How far from the two that differ most surely others are looked for: a chain would lead from one point to another. */
const RINGS = 2;

/** How much a name counts that only stands somewhere before the act. */
const BEFORE = 0.75;

function shared(a: Told, b: Told, ground: Ground): number {
  let sum = 0;
  for (const stem of a.about) {
    if (b.about.has(stem)) sum += ground.weight(stem);
    else if (b.subject.has(stem)) sum += BEFORE * ground.weight(stem);
    else {
      const near = relatedTo(stem).filter((other) => b.about.has(other.stem) && !a.about.has(other.stem));
      const likeness = near.reduce((most, other) => Math.max(most, other.likeness), 0);
      sum += likeness * ground.weight(stem);
    }
  }
  for (const stem of a.subject) {
    if (b.about.has(stem) || b.subject.has(stem)) sum += BEFORE * ground.weight(stem);
  }
  return sum;
}

function isSame(a: Told, b: Told, ground: Ground): boolean {
  const aligned = ground.aligned(a.sentence.id, b.sentence.id) > 0;
  return shared(a, b, ground) >= (aligned ? ALIGNED : APART);
}

/** An act and a word about it. */
const keysOf = ({ act, about }: Told) => [...about].map((stem) => `${String(act)} ${stem}`);

const MOST_HOLDERS = 60;

/** Whether something is done, not done, weighed or only said to be so: acts that accounts tell at different stages. */
export function findStatus(ground: Ground): Finding[] {
  const told = ground.sentences.flatMap(toldIn);
  const byArticle = new Map<ArticleId, Told[]>();
  for (const each of told) {
    const { articleId } = each.sentence;
    byArticle.set(articleId, [...(byArticle.get(articleId) ?? []), each]);
  }
  const same = pairsSharing(told, keysOf, Math.max(MOST_HOLDERS, told.length / 8)).filter(
    ([a, b]) => a.sentence.articleId !== b.sentence.articleId && isSame(a, b, ground),
  );
  /** Whether the article of one tells the same act at the stage of the other too. */
  const both = (a: Told, b: Told) =>
    (byArticle.get(a.sentence.articleId) ?? []).some(
      (other) => other.act === a.act && other.stage === b.stage && shared(other, b, ground) >= ALIGNED,
    );
  const differing = same
    .flatMap(([a, b]) => {
      const severity = contrast(a.stage, b.stage);
      return severity && !both(a, b) && !both(b, a) ? [{ a, b, severity, score: shared(a, b, ground) }] : [];
    })
    .sort((x, y) => y.score - x.score || byText(x.a, y.a) || byText(x.b, y.b));
  const belongs = ({ stage }: Told, a: Told, b: Told) =>
    [a, b].some((other) => stage === other.stage || contrast(stage, other.stage) !== null);
  const used = new Set<Told>();
  const findings: Finding[] = [];
  for (const { a, b } of differing) {
    if (used.has(a) || used.has(b)) continue;
    const set = new Set([a, b]);
    for (let ring = 0; ring < RINGS; ring++) {
      const beside = same.flatMap(([x, y]) => {
        if (set.has(x) === set.has(y) || shared(x, y, ground) < APART) return [];
        return set.has(x) ? [y] : [x];
      });
      for (const told of beside)
        if (
          !used.has(told) &&
          belongs(told, a, b) &&
          [a, b].every((seed) => shared(told, seed, ground) >= ALIGNED)
        )
          set.add(told);
    }
    for (const told of set) used.add(told);
    const grave = differing.some(
      (pair) => pair.severity === 'conflict' && set.has(pair.a) && set.has(pair.b),
    );
    findings.push(findingOf([...set], grave ? 'conflict' : 'difference', ground));
  }
  return findings;
}

/** An order that does not depend on that of the articles. */
function byText(a: Told, b: Told): number {
  if (a.sentence.id !== b.sentence.id) return a.sentence.id < b.sentence.id ? -1 : 1;
  return a.span.start - b.span.start;
}

function findingOf(set: readonly Told[], severity: Severity, ground: Ground): Finding {
  const readings = new Map<Stage, Told[]>();
  for (const each of [...set].sort(
    (a, b) => ground.place(a.sentence.id) - ground.place(b.sentence.id) || byText(a, b),
  )) {
    readings.set(each.stage, [...(readings.get(each.stage) ?? []), each]);
  }
  const values = [...readings.values()].flatMap(([first]) =>
    first ? [first.sentence.text.slice(first.span.start, first.span.end)] : [],
  );
  const about = sharedWords(
    set.map(({ sentence, span }) => ({ sentence, value: span })),
    ground,
  );
  return {
    kind: 'status',
    severity,
    about,
    what: `Accounts differ on how far it has come with “${about}”: ${anyOf(values)}.`,
    readings: [...readings.values()].map((members) =>
      members.map(({ sentence, span }) => claim(sentence, span)),
    ),
    sureness: 0.6,
  };
}
