import type { AnalysedSentence } from '../../language/analysis.ts';
import { findVotes, type Vote } from '../../language/quantity-votes.ts';
import { claim, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { anyOf } from './wording.ts';

interface Told {
  readonly sentence: AnalysedSentence;
  readonly vote: Vote;
}

/** Below this a number of votes may agree by chance. */
const TELLING = 20;
/** How far two accounts of one vote may be apart in the number that differs. */
const FARTHEST = 0.3;

/** Whether two outcomes are of one vote, given wrongly by one of them: one number agrees, the other nearly. */
function disagree(a: Vote, b: Vote): boolean {
  const near = (x: number, y: number) => x !== y && Math.abs(x - y) <= FARTHEST * Math.max(x, y);
  return (
    (a.ayes === b.ayes && a.ayes >= TELLING && near(a.noes, b.noes)) ||
    (a.noes === b.noes && a.noes >= TELLING && near(a.ayes, b.ayes))
  );
}

const isSame = (a: Vote, b: Vote) => a.ayes === b.ayes && a.noes === b.noes;

/** Outcomes of one vote that accounts give differently. */
export function findVoteDifferences(ground: Ground): Finding[] {
  const told = ground.sentences.flatMap((sentence) =>
    findVotes(sentence).map((vote): Told => ({ sentence, vote })),
  );
  const findings: Finding[] = [];
  const used = new Set<Told>();
  for (const a of told) {
    if (used.has(a)) continue;
    const others = told.filter(
      (b) => b.sentence.articleId !== a.sentence.articleId && disagree(a.vote, b.vote),
    );
    // An article that has both outcomes tells of two votes.
    const apart = others.some((b) =>
      told.some((c) => c.sentence.articleId === b.sentence.articleId && isSame(c.vote, a.vote)),
    );
    if (others.length === 0 || apart) continue;
    const readings: Told[][] = [];
    for (const each of told) {
      if (![a, ...others].some((other) => isSame(other.vote, each.vote))) continue;
      used.add(each);
      const reading = readings.find(([first]) => first && isSame(first.vote, each.vote));
      if (reading) reading.push(each);
      else readings.push([each]);
    }
    const values = readings.flatMap(([first]) =>
      first ? [first.sentence.text.slice(first.vote.start, first.vote.end)] : [],
    );
    findings.push({
      kind: 'number',
      severity: 'conflict',
      about: values[0] ?? '',
      what: `Accounts give different numbers of votes: ${anyOf(values)}.`,
      readings: readings.map((members) => members.map(({ sentence, vote }) => claim(sentence, vote))),
      sureness: 0.9,
    });
  }
  return findings;
}
