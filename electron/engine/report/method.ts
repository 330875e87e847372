import type { BriefModel } from './model.ts';
import { dayOf } from './wording.ts';

const LETTERS =
  'A boxed letter names the article whose words these are. A bare letter reports the same. A letter in parentheses reports it too, but tells the text of an account already named, so it is not counted among the independent ones.';

/** What the brief is and how it was made, a paragraph each. */
export function method(model: BriefModel): readonly string[] {
  const { parts, made } = model.input;
  const several = model.accountCount > 1;
  const articles = model.sources.length > 1 ? 'articles' : 'article';
  const notes: string[] = [];
  if (parts.summary || parts.articleSummaries) {
    const reasons = several
      ? 'for how many accounts agree on them, how central they are and how little they repeat one another'
      : 'for how central they are and how little they repeat one another';
    const name = parts.summary ? 'The summary is' : 'The summaries are';
    notes.push(
      `${name} made of whole sentences taken from the ${articles}, chosen ${reasons}, up to the length asked for. No sentence was written or altered.`,
    );
  }
  if (model.sources.length > 1) notes.push(...comparing(model, several));
  if (model.quotations && model.quotations.total > 0) {
    notes.push(
      'Quotations are what stands between quotation marks. Their speakers are found by the words around them, in this sentence and those before it, and are left out where nobody is named.',
    );
  }
  if (model.timeline && model.timeline.total > 0) {
    notes.push(
      'Days are worked out from the words that give them and from the date of the article, which may itself be inferred: see Sources. Where the words leave the day open they are given with “About”.',
    );
  }
  notes.push(`Made with Synoptic on ${dayOf(made)}, on one computer and without a network.`);
  return notes;
}

function comparing({ passages, onlyOne, differences, facts }: BriefModel, several: boolean): string[] {
  const notes: string[] = [];
  if ((passages && several) || onlyOne || facts) {
    notes.push(
      `${LETTERS} Sentences are matched by the names, numbers, dates, quoted words, rare words and words near in meaning that they share, and by the sentences around them: a report in quite other words may have been missed, and what seems to be told by one account alone may stand in another.`,
    );
  }
  notes.push(
    'Articles count as one account where one tells about half of another or more in the same order, or repeats much of it word for word. Articles that draw on one source in words of their own cannot be told from independent ones.',
  );
  if (differences) {
    notes.push(
      'Differences are looked for where sentences are matched or speak of one thing: in numbers, dates, quoted words, offices, who said or proposed something, and how far it has come. Conflict: the readings cannot all be true. Difference: they can, but they say different things. Wording: only the choice of words differs. Which is right is not for this brief to say, and not every difference is found.',
    );
  }
  return notes;
}
