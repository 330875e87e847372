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
/** The same where everything else says that it is one utterance. */
const ENOUGH_GROUPED = 4;
const CONTENT_GROUPED = 2;
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

const lastWord = (name: string) => name.split(/\s+/).at(-1) ?? name;

/** Where a sentence itself says who speaks, next to the verb that says so: "said Reese"; null elsewhere. */
function whereSpeakerStands({ sentence: { text }, quotation: { speaker, cue } }: Piece): Span | null {
  if (!speaker || !cue) return null;
  const last = lastWord(speaker);
  for (let at = text.indexOf(last); at >= 0 && last.length > 2; at = text.indexOf(last, at + 1)) {
    const end = at + last.length;
    const whole = text.lastIndexOf(speaker, end);
    const start = whole >= 0 && whole + speaker.length === end ? whole : at;
    const beside = text.slice(Math.max(0, start - 25), start) + ' | ' + text.slice(end, end + 12);
    if (beside.includes(cue)) return { start, end };
  }
  return pronounBeside(text, cue);
}

/** "he told reporters", "it said": the pronoun that stands for who speaks. Who asks is too often told wrongly. */
function pronounBeside(text: string, cue: string): Span | null {
  if (/^ask/.test(cue)) return null;
  for (const match of text.matchAll(/\b(?:[Hh]e|[Ss]he|[Ii]t)\b/g)) {
    const end = match.index + match[0].length;
    const beside = new RegExp(`^ (?:also |later |then )?${cue}\\b|^ told\\b[^,“"]*, ?${cue}\\b`);
    if (beside.test(text.slice(end))) return { start: match.index, end };
  }
  return null;
}

/** Sentences before a pronoun in which another one whom it may stand for is looked for. */
const NEAR = 5;

/** Whether a pronoun of the one may stand for the other, whom its article names shortly before. */
function mayStandFor(span: Span, { sentence, quotation }: Piece, other: string, ground: Ground): boolean {
  if (!/^(?:s?he)$/i.test(sentence.text.slice(span.start, span.end))) return false;
  const last = lastWord(other);
  const at = ground.place(quotation.sentenceId);
  return ground.sentences.some(({ articleId, id, text }) => {
    const before = at - ground.place(id);
    return articleId === sentence.articleId && before >= 0 && before <= NEAR && text.includes(last);
  });
}

/** Who can be told from somebody else: a person's name, or a text. */
const isNamed = (speaker: string) =>
  /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*)+$/u.test(speaker) ||
  /\b(?:letter|statement|indictment|complaint|report)$/i.test(speaker);

/** One utterance that accounts put into the mouths of two. */
export function findSpeakers(ground: Ground): Finding[] {
  const findings: Finding[] = [];
  const used = new Set<Piece>();
  for (const { a, b, coverage, passage } of utterancePairs(ground)) {
    const [x, y] = [a.quotation, b.quotation];
    if (!x.speaker || !y.speaker || !x.speakerKey || !y.speakerKey || x.speakerKey === y.speakerKey) continue;
    // Nobody speaks of himself by his name.
    if (x.whole.includes(lastWord(x.speaker)) || y.whole.includes(lastWord(y.speaker))) continue;
    const grouped = x.group === y.group && ground.aligned(a.sentence.id, b.sentence.id) > 0;
    const content = passage.matched.filter(([i]) => a.words[i]?.stem).length;
    if (coverage < COVERED || used.has(a) || used.has(b)) continue;
    if (passage.matched.length < (grouped ? ENOUGH_GROUPED : ENOUGH)) continue;
    if (content < (grouped ? CONTENT_GROUPED : CONTENT)) continue;
    if (NOBODY.test(x.speaker) || NOBODY.test(y.speaker) || mayBeOne(x.speaker, y.speaker)) continue;
    const [spanA, spanB] = [whereSpeakerStands(a), whereSpeakerStands(b)];
    if (!spanA || !spanB || !isNamed(x.speaker) || !isNamed(y.speaker)) continue;
    if (mayStandFor(spanA, a, y.speaker, ground) || mayStandFor(spanB, b, x.speaker, ground)) continue;
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
