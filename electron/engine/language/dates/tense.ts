import type { Tense } from './forms.ts';

const WORD = /[\p{L}]+(?:[’'][\p{L}]+)?/gu;
/** How far a verb may be from the date that belongs to it, in characters. */
const REACH = 160;

const MODAL = new Set(
  "will won't shall would may might could can cannot can't should must 'll we'll he'll she'll they'll i'll you'll it'll".split(
    ' ',
  ),
);
const BE = new Set("is are am isn't aren't he's she's it's we're they're i'm you're".split(' '));
const PLANNED = new Set(
  'expected scheduled set due slated poised likely planned supposed hoping planning expecting aiming anticipated'.split(
    ' ',
  ),
);
/** Verbs whose infinitive is still to come, also where they stand in the past. */
const AHEAD = new Set(
  `plan plans planned planning expect expects expected schedule scheduled set due slated poised likely agree agrees
  agreed vow vows vowed promise promises promised pledge pledged hope hopes hoped want wants wanted prepare prepares
  preparing prepared intend intends intended threaten threatens threatened invited ready supposed about going aims
  hoping anticipated deadline chance opportunity decision need needs announced`.split(/\s+/),
);
const PAST = new Set(
  `was were said told had did began met came went took gave made held left became saw spoke wrote won lost found
  put sent broke fell rose drew stood struck shot fought thought brought bought caught taught sought felt kept knew
  led ran sat sold swore threw understood wore built chose died dealt drove flew forgot forgave got grew heard hit
  hurt laid lay lent let meant paid quit rode sang sank shook shut slept spent split spread stole stuck
  swept swung tore woke withdrew wasn't weren't didn't hadn't has have hasn't haven't he'd having backed testified cut
  arose ate awoke bore beat bent bet bled blew bound bred burst cast clung crept dug drank fed fled froze hid hung
  knelt leapt lit overcame rang rebuilt reset sped spun sprang strove undertook upset wound been ago`.split(
    /\s+/,
  ),
);
/** Present forms that stand for the future beside a day: "talks resume on Thursday". */
const SCHEDULED = new Set(
  `begin begins start starts open opens expire expires resume resumes meet meets vote votes return returns take takes
  convene convenes travel travels arrive arrives end ends leave leaves kick kicks head heads face faces
  close closes hold holds host hosts mark marks visit visits`.split(/\s+/),
);
/** Words that look ahead by themselves: "prepares for a summit in May", "in advance of the visit on Thursday". */
const PROSPECT = new Set(
  'ahead advance upcoming forthcoming deadline plans planning prepares preparing hopes hoping intends expects'.split(
    ' ',
  ),
);
/** Verbs that say of another clause what was said: "He said talks resume on Thursday". */
const SAYING = new Set('said told announced confirmed added says warned noted reported'.split(' '));
const PLANNED_FOR = new Set(['to', 'for', 'on', 'in', 'at', 'by', '']);
const RELATIVE = new Set(['that', 'which', 'who', 'whose']);
const NOT_VERBS = new Set(
  `the a an his her its their our my your this that these those all any some each no one two three him them us me
  be-ed indeed need speed feed seed breed united embed bed red shed hundred sacred wicked naked alleged so-called
  unprecedented limited detailed sophisticated complicated related armed tired retired aged beloved rugged`.split(
    /\s+/,
  ),
);

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word.toLowerCase().replace('’', "'"),
    start: index,
    end: index + word.length,
  }));
}

const DETERMINERS = new Set('the a an his her its their our my your this that these those'.split(' '));

const isPast = (word: string): boolean =>
  PAST.has(word) || (word.length > 3 && word.endsWith('ed') && !NOT_VERBS.has(word) && !word.endsWith('eed'));

/** What the word at an index says of its clause's time. */
function tenseOf(words: readonly Word[], index: number): Tense {
  const word = words[index]?.text ?? '';
  const before = words[index - 1]?.text ?? '';
  const next = words[index + 1]?.text ?? '';
  if (MODAL.has(word)) return next === 'have' && !word.startsWith('will') ? 'past' : 'future';
  if (PROSPECT.has(word)) return 'future';
  if (word === 'to') {
    const verb = words[index + 1];
    if (!verb || NOT_VERBS.has(next) || verb.start !== (words[index]?.end ?? 0) + 1) return null;
    if (next === 'have') return null;
    if (AHEAD.has(before) || BE.has(before)) return 'future';
    // "is tipped to start"
    if (isPast(before) && BE.has(words[index - 2]?.text ?? '')) return 'future';
    return isPast(before) || before === 'able' ? 'past' : null;
  }
  if (BE.has(word)) {
    const second = words[index + 2]?.text ?? '';
    return next.endsWith('ing') || next === 'to' || PLANNED.has(next) || PLANNED.has(second)
      ? 'future'
      : null;
  }
  // "a registered nurse"
  if (word.endsWith('ed') && DETERMINERS.has(before)) return null;
  if (isPast(word)) {
    // "will be held", "to be sworn in": the participle is no past.
    for (let back = 1; back <= 4; back++) {
      const earlier = words[index - back]?.text ?? '';
      if (earlier === 'be' || BE.has(earlier)) {
        const modal = words.slice(Math.max(0, index - back - 3), index - back).map(({ text }) => text);
        if (PLANNED.has(word) || modal.some((one) => MODAL.has(one) || one === 'to')) return 'future';
        return BE.has(earlier) ? null : 'past';
      }
      if (isPast(earlier)) break;
    }
    return PLANNED.has(word) && PLANNED_FOR.has(next) ? 'future' : 'past';
  }
  return word === 'set' && PLANNED_FOR.has(next) ? 'future' : null;
}

// A full stop inside a sentence is an abbreviation's.
const CLAUSE_END = /[;:!?—–“”"()]|\s-\s/;

/**
 * The tense of the clause around a span, from the verb nearest to it: the one before it, unless a comma parts them
 * and one follows in the same clause. Null where no verb tells.
 */
export function tenseAt(text: string, start: number, end: number): Tense {
  const beforeText = text.slice(Math.max(0, start - REACH), start);
  const words = wordsOf(beforeText);
  let comma = false;
  let scheduled = false;
  let before: Tense = null;
  for (let index = words.length - 1; index >= 0 && before === null; index--) {
    const word = words[index];
    if (!word) break;
    const gap = beforeText.slice(word.end, words[index + 1]?.start ?? beforeText.length);
    if (CLAUSE_END.test(gap)) break;
    const reported = scheduled && SAYING.has(word.text);
    comma ||= gap.includes(',');
    before = reported ? 'future' : tenseOf(words, index);
    scheduled ||= SCHEDULED.has(word.text) && !DETERMINERS.has(words[index - 1]?.text ?? '');
  }
  if (before !== null && !comma) return before;
  const after = tenseAfter(text.slice(end, end + REACH), /[’']s$/.test(text.slice(start, end)));
  return after ?? before ?? (scheduled ? 'future' : null);
}

function tenseAfter(text: string, possessive: boolean): Tense {
  const words = wordsOf(text);
  let commas = 0;
  for (let index = 0; index < Math.min(words.length, 16); index++) {
    const word = words[index];
    if (!word) break;
    const previous = words[index - 1];
    const gap = text.slice(previous?.end ?? 0, word.start);
    if (index > 0 && CLAUSE_END.test(gap)) return null;
    if (gap.includes(',')) commas++;
    if (commas > 1) return null;
    // "On Tuesday, a proposal that would require checks failed."
    if (previous && RELATIVE.has(previous.text)) continue;
    const tense = tenseOf(words, index) ?? (SCHEDULED.has(word.text) && !possessive ? 'future' : null);
    if (tense !== null) return tense;
  }
  return null;
}
