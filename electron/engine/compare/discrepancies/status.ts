import type { ArticleId, Severity, Span } from '../../../api/index.ts';
import type { AnalysedSentence } from '../../language/analysis.ts';
import { normalise } from '../../language/stems.ts';
import { claim, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { Sets } from './sets.ts';
import { pairsSharing } from './sharing.ts';
import { sharedWords } from './shared-words.ts';
import { actOf, isActNoun, isDeferral, isPast, stageOf, type Stage } from './status-words.ts';
import { anyOf } from './wording.ts';

/** An act as one sentence tells it. */
interface Told {
  readonly sentence: AnalysedSentence;
  readonly act: number;
  readonly stage: Stage;
  /** From the word that says how far it has come to the act. */
  readonly span: Span;
  /** Stems of whom and what the act is about. */
  readonly about: ReadonlySet<string>;
}

/** Words before an act in which its stage may be said. */
const REACH = 6;
const BEFORE = 5;
const AFTER = 8;

const cache = new WeakMap<AnalysedSentence, readonly Told[]>();

function toldIn(sentence: AnalysedSentence): readonly Told[] {
  const known = cache.get(sentence);
  if (known) return known;
  const found = readActs(sentence);
  cache.set(sentence, found);
  return found;
}

function readActs(sentence: AnalysedSentence): Told[] {
  const { text, tokens, stems } = sentence;
  const lower = tokens.map((token) => normalise(token.text));
  const breaks = (index: number) =>
    /[,;:()—–"“”]|\s-\s/.test(text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? 0));
  return tokens.flatMap((_, at): Told[] => {
    const two = `${lower[at] ?? ''}-${lower[at + 1] ?? ''}`;
    const joined = actOf(two) !== undefined;
    const act = actOf(joined ? two : (lower[at] ?? ''));
    if (act === undefined) return [];
    const last = joined ? at + 1 : at;
    let stage: Stage | undefined;
    let from = at;
    for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
      if (breaks(i + 1)) break;
      const found = stageOf(lower[i] ?? '');
      // Of "has not yet", "will not" and "might have" the first word that decides counts.
      if (found && (!stage || found === 'not' || (stage === 'meant' && found !== 'meant'))) {
        stage = found;
        from = i;
      }
      if (found === 'not') break;
      if (actOf(lower[i] ?? '') !== undefined) break;
    }
    const word = joined ? two : (lower[at] ?? '');
    const previous = lower[at - 1] ?? '';
    if (!stage) {
      if (isActNoun(word)) {
        if (!/^(?:formal|official|complete|full)$/.test(previous)) return [];
        from = at - 1;
      } else {
        const going = /ing$/.test(word) && /^(?:is|are|was|were|now|still|been)$/.test(previous);
        if ((!isPast(word) && !going) || previous === 'to' || previous === 'be') return [];
      }
      stage = isDeferral(word) ? 'deferred' : 'done';
    }
    const about = new Set<string>();
    for (let i = at + (joined ? 2 : 1), n = 0; i < tokens.length && n < AFTER; i++, n++) {
      if (/[;:()—–]/.test(text.slice(tokens[i - 1]?.end, tokens[i]?.start))) break;
      if (stems[i]) about.add(stems[i] ?? '');
    }
    for (let i = from - 1; i >= Math.max(0, from - BEFORE); i--) if (stems[i]) about.add(stems[i] ?? '');
    const [first, end] = [tokens[from], tokens[last]];
    return first && end ? [{ sentence, act, stage, span: { start: first.start, end: end.end }, about }] : [];
  });
}

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
  ['deferred', 'done', 'conflict'],
  ['deferred', 'not', 'conflict'],
];

function contrast(a: Stage, b: Stage): Severity | null {
  return CONTRASTS.find(([x, y]) => (x === a && y === b) || (x === b && y === a))?.[2] ?? null;
}

/** Weight that the words about two acts must share, in aligned sentences and in others. */
const ALIGNED = 2;
const APART = 5;

function shared(a: Told, b: Told, ground: Ground): number {
  let sum = 0;
  for (const stem of a.about) if (b.about.has(stem)) sum += ground.weight(stem);
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
  const sets = new Sets<Told>();
  const severities = new Map<Told, Severity>();
  for (const [a, b] of same) {
    const severity = contrast(a.stage, b.stage);
    if (!severity || both(a, b) || both(b, a)) continue;
    sets.join(a, b);
    for (const each of [a, b]) {
      if (severities.get(each) !== 'conflict') severities.set(each, severity);
    }
  }
  // What tells the act at one of the stages in dispute belongs to the same point.
  for (const [a, b] of same) {
    const [inA, inB] = [severities.has(a), severities.has(b)];
    if ((inA || inB) && a.stage === b.stage) sets.join(a, b);
    else if (inA && inB) sets.join(a, b);
  }
  return sets.all().map((set) => findingOf(set, severities, ground));
}

function findingOf(set: readonly Told[], severities: ReadonlyMap<Told, Severity>, ground: Ground): Finding {
  const readings = new Map<Stage, Told[]>();
  for (const each of [...set].sort((a, b) => ground.place(a.sentence.id) - ground.place(b.sentence.id))) {
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
    severity: set.some((each) => severities.get(each) === 'conflict') ? 'conflict' : 'difference',
    about,
    what: `Accounts differ on how far it has come with “${about}”: ${anyOf(values)}.`,
    readings: [...readings.values()].map((members) =>
      members.map(({ sentence, span }) => claim(sentence, span)),
    ),
    sureness: 0.6,
  };
}
