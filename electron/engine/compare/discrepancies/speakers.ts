import type { Span } from '../../../api/index.ts';
import { claim, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import { utterancePairs } from './quotations.ts';
import type { Piece } from './utterance.ts';
import { anyOf } from './wording.ts';

/** How much alike two quotations must be for their speakers to be compared. */
const COVERED = 0.7;
const ENOUGH = 5;
const CONTENT = 3;
/** Those who are told something, or nobody in particular. */
const NOBODY =
  /^(?:reporters?|journalists?|others?|people|critics|lawmakers|officials|sources?|some|many|he|she|they|it|who|one)$/i;

/** Whether two names may be of one: "White House" and "the White House spokesman". */
function mayBeOne(a: string, b: string): boolean {
  const [one, two] = [a.toLowerCase(), b.toLowerCase()];
  return (
    one.includes(two) ||
    two.includes(one) ||
    one.split(/\s+/).some((word) => word.length > 3 && two.includes(word))
  );
}

/** Where a sentence itself says who speaks, next to the verb that says so: "said Reese"; null elsewhere. */
function whereSpeakerStands({ sentence: { text }, quotation: { speaker, cue } }: Piece): Span | null {
  if (!speaker || !cue) return null;
  const last = speaker.split(/\s+/).at(-1) ?? '';
  for (let at = text.indexOf(last); at >= 0 && last.length > 2; at = text.indexOf(last, at + 1)) {
    const end = at + last.length;
    const whole = text.lastIndexOf(speaker, end);
    const start = whole >= 0 && whole + speaker.length === end ? whole : at;
    const beside = text.slice(Math.max(0, start - 25), start) + ' | ' + text.slice(end, end + 12);
    if (beside.includes(cue)) return { start, end };
  }
  return null;
}

/** Who can be told from somebody else: a person's name, or a text. */
const isNamed = (speaker: string) =>
  /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*)+$/u.test(speaker) ||
  /\b(?:letter|indictment|complaint|report)$/i.test(speaker);

/** One utterance that accounts put into the mouths of two. */
export function findSpeakers(ground: Ground): Finding[] {
  const findings: Finding[] = [];
  const used = new Set<Piece>();
  for (const { a, b, coverage, passage } of utterancePairs(ground)) {
    const [x, y] = [a.quotation, b.quotation];
    if (!x.speaker || !y.speaker || !x.speakerKey || !y.speakerKey || x.speakerKey === y.speakerKey) continue;
    if (coverage < COVERED || passage.matched.length < ENOUGH || used.has(a) || used.has(b)) continue;
    if (passage.matched.filter(([i]) => a.words[i]?.stem).length < CONTENT) continue;
    if (NOBODY.test(x.speaker) || NOBODY.test(y.speaker) || mayBeOne(x.speaker, y.speaker)) continue;
    const [spanA, spanB] = [whereSpeakerStands(a), whereSpeakerStands(b)];
    if (!spanA || !spanB || !isNamed(x.speaker) || !isNamed(y.speaker)) continue;
    used.add(a).add(b);
    const [first, last] = [passage.matched[0]?.[0] ?? 0, passage.matched.at(-1)?.[0] ?? 0];
    const about = a.sentence.text.slice(a.words[first]?.start, a.words[Math.min(last, first + 4)]?.end);
    findings.push({
      kind: 'attribution',
      severity: 'difference',
      about,
      what: `Accounts differ on who said “${about}”: ${anyOf([x.speaker, y.speaker])}.`,
      readings: [[claim(a.sentence, spanA)], [claim(b.sentence, spanB)]],
      sureness: coverage,
    });
  }
  return findings;
}
