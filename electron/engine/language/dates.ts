import type { Excerpt } from '../../api/index.ts';
import type { AnalysedSentence, Analysis } from './analysis.ts';
import { dayOf, type DayNumber } from './dates/days.ts';
import { expressionsIn } from './dates/expressions.ts';
import type { DateForm, Expression, Resolved, Surroundings, Tense } from './dates/forms.ts';
import { resolve } from './dates/resolve.ts';

/** An expression of a sentence that stands for a calendar date or a range of dates. */
export interface DateMention extends Excerpt {
  /** ISO 8601 to the precision known: "2014", "2022-02", "2025-12-14". */
  readonly date: string;
  /** Last day of a range, in the same form; null for a single date. */
  readonly last: string | null;
  readonly approximate: boolean;
  /** What kind of expression it is. */
  readonly type: DateForm['type'];
  /** The tense of its clause; null where no verb tells. */
  readonly tense: Tense;
}

/** An expression as it stands in the text, not yet resolved. */
export interface DateExpression extends Expression {
  readonly sentence: AnalysedSentence;
  /** It is the date of the article itself: "BERLIN, Dec 16 (Reuters) -". */
  readonly dateline: boolean;
}

const expressionsOf = new WeakMap<Analysis, readonly DateExpression[]>();
const mentionsOf = new WeakMap<Analysis, { anchor: string | null; mentions: readonly DateMention[] }>();

/** "in 2014, and again in March": not "the 2014 budget". */
const ADVERBIAL = /^(?:back |early |late )?(?:in|since|by|during|from)\b/i;

/** How many sentences "the next day" may be from the date it goes on from. */
const NEAR = 4;

/** The expressions of an article for dates, in reading order, whether or not it is known when it was written. */
export function findDateExpressions(analysis: Analysis): readonly DateExpression[] {
  let found = expressionsOf.get(analysis);
  if (!found) {
    found = analysis.sentences.flatMap((sentence) =>
      expressionsIn(sentence.text, analysis.language).map((one) => ({
        ...one,
        sentence,
        dateline: sentence.position >= 0 && sentence.position < 3 && isDateline(sentence.text, one),
      })),
    );
    expressionsOf.set(analysis, found);
  }
  return found;
}

/**
 * The dates an article names, in reading order. `anchor` is the article's own date (ISO 8601 calendar date), against
 * which "on Sunday" is resolved; where it is null, only expressions that need none are found.
 */
export function findDates(analysis: Analysis, anchor: string | null): readonly DateMention[] {
  const kept = mentionsOf.get(analysis);
  if (kept?.anchor === anchor) return kept.mentions;
  const mentions = resolveAll(analysis, anchor);
  mentionsOf.set(analysis, { anchor, mentions });
  return mentions;
}

/** Whether an expression is the date of a dateline: after a place in capitals, before an agency or a dash. */
function isDateline(text: string, { start, end, form }: Expression): boolean {
  return (
    form.type === 'day' &&
    start < 80 &&
    /^\(?\p{Lu}[\p{Lu}.’' -]+(?:, ?[\p{L}. ]+)*[,.:]? ?(?:\([^)]*\))?,? ?$/u.test(text.slice(0, start)) &&
    /^,? ?(?:\([^)]{2,40}\)|\/[^/]{2,30}\/)? ?(?:[-–—:]|\([^)]{2,40}\))/u.test(text.slice(end, end + 60))
  );
}

function resolveAll(analysis: Analysis, anchor: string | null): DateMention[] {
  const expressions = findDateExpressions(analysis).filter(({ dateline }) => !dateline);
  const position = new Map(analysis.sentences.map((sentence, index) => [sentence, index]));
  const day = anchor === null ? null : dayOf(anchor);
  const mentions: DateMention[] = [];
  let named: Resolved | null = null;
  let namedAt = -Infinity;
  let year: number | null = null;
  let yearIn: AnalysedSentence | null = null;
  for (const [index, expression] of expressions.entries()) {
    const { sentence, form, start, end, tense } = expression;
    const at = position.get(sentence) ?? 0;
    const beside = [expressions[index - 1], expressions[index + 1]].find(
      (one) => one?.sentence === sentence && one.form.type === 'weekday',
    );
    const around: Surroundings = {
      anchor: day,
      named: at - namedAt <= NEAR ? named : null,
      year: yearIn === sentence ? year : null,
      otherDay: beside !== undefined,
      opening: sentence.position >= 0 && sentence.position < 2,
    };
    const resolved = resolve(expression, { ...around, anchor: spokenOn(expression, beside, around) });
    if (!resolved) continue;
    const text = sentence.text.slice(start, end);
    if (form.type === 'year' && form.last === null && ADVERBIAL.test(text)) {
      year = form.year;
      yearIn = sentence;
    }
    named = resolved;
    namedAt = at;
    const { articleId, id: sentenceId } = sentence;
    mentions.push({ articleId, sentenceId, start, end, text, ...resolved, type: form.type, tense });
  }
  return mentions;
}

const COUNTS_FROM_NOW = new Set<DateForm['type']>(['from-now', 'span']);

/** The day from which an expression counts: “last evening,” said Reid on Tuesday. */
function spokenOn(
  expression: DateExpression,
  beside: DateExpression | undefined,
  around: Surroundings,
): DayNumber | null {
  if (!expression.quoted || !beside || beside.quoted || !COUNTS_FROM_NOW.has(expression.form.type))
    return around.anchor;
  const said = beside.tense === 'future' ? null : resolve(beside, around);
  return said === null ? around.anchor : dayOf(said.date);
}
