import { describe, expect, it } from 'vitest';
import type { Alignment, Dating } from '../../../../electron/api/index.ts';
import { timelineOf } from '../../../../electron/engine/compare/timeline.ts';
import { clauseAround } from '../../../../electron/engine/compare/timeline-clause.ts';
import type { Analysis } from '../../../../electron/engine/language/analysis.ts';
import { analysed } from '../articles.ts';

const NONE: Alignment = { articleIds: [], pairs: [], groups: [], unique: [] };

function timeline(
  analyses: readonly Analysis[],
  alignment: Alignment = NONE,
  date: string | null = '2025-12-16',
) {
  const datings = analyses.map(({ articleId }): Dating => ({
    articleId,
    date,
    origin: 'stated',
    reason: '',
  }));
  return timelineOf(analyses, datings, alignment);
}

const first = analysed('first.txt', [
  'The war began in February 2022.',
  'The first round of talks took place in Berlin on December 14.',
  'They signed nothing on Monday.',
]);
const second = analysed('second.txt', [
  'Talks in Berlin had their first round on Sunday.',
  'The Dutch parliament heard him on Tuesday.',
]);

describe('timelineOf', () => {
  it('tells events by date, those of one event together', () => {
    expect(timeline([first, second]).map(({ date, expression }) => `${date} ${expression.text}`)).toEqual([
      '2022-02 in February 2022',
      '2025-12-14 on December 14',
      '2025-12-14 on Sunday',
      '2025-12-15 on Monday',
      '2025-12-16 on Tuesday',
    ]);
  });

  it('knows one event in two accounts by its date and its words', () => {
    const [, one, other, later] = timeline([first, second]);
    expect(one?.group).toBe(other?.group);
    expect(later?.group).not.toBe(one?.group);
  });

  it('knows one event by aligned sentences, unless their days or the parts of a day differ', () => {
    const texts = ['He spoke on Monday.', 'The chancellor gave a talk on Monday.'];
    const [a, b] = texts.map((text, index) => analysed(`${index}.txt`, [text]));
    const evening = analysed('2.txt', ['The chancellor gave a talk on Monday evening.']);
    const morning = analysed('3.txt', ['The chancellor gave a talk on Monday morning.']);
    if (!a || !b) throw new Error('There are two articles.');
    const aligned = (x: Analysis, y: Analysis): Alignment => {
      const [one, two] = [x.sentences[0]?.id, y.sentences[0]?.id];
      return one && two ? { ...NONE, pairs: [{ a: one, b: two, score: 0.9, strength: 'full' }] } : NONE;
    };
    const groups = (x: Analysis, y: Analysis, alignment: Alignment) =>
      new Set(timeline([x, y], alignment).map(({ group }) => group)).size;
    expect(groups(a, b, NONE)).toBe(2);
    expect(groups(a, b, aligned(a, b))).toBe(1);
    expect(groups(morning, evening, aligned(morning, evening))).toBe(2);
    expect(groups(a, second, aligned(a, second))).toBe(3);
  });

  it('leaves out headings, recaps and decades', () => {
    const article = analysed('a.txt', [
      { type: 'heading', sentences: ['Talks on Monday'] },
      { role: 'recap', sentences: ['Talks took place on Monday.'] },
      'The plan goes back to the 1990s.',
      'Talks took place on Monday.',
    ]);
    expect(timeline([article]).map(({ event }) => event.text)).toEqual(['Talks took place on Monday.']);
  });

  it('shows only what needs no date of the article where that is not known', () => {
    expect(timeline([first, second], NONE, null).map(({ date }) => date)).toEqual(['2022-02']);
  });

  it('cites the words of the sentence', () => {
    for (const { sentenceId, expression, event } of timeline([first, second])) {
      const text = [first, second]
        .flatMap(({ sentences }) => sentences)
        .find(({ id }) => id === sentenceId)?.text;
      expect(expression.text).toBe(text?.slice(expression.start, expression.end));
      expect(event.text).toBe(text?.slice(event.start, event.end));
    }
  });
});

describe('clauseAround', () => {
  const cut = (text: string, expression: string): string => {
    const start = text.indexOf(expression);
    const clause = clauseAround(text, { start, end: start + expression.length });
    return text.slice(clause.start, clause.end);
  };

  it('keeps a short sentence whole', () => {
    expect(cut('He met her on Monday, and they spoke.', 'on Monday')).toBe(
      'He met her on Monday, and they spoke.',
    );
  });

  it('cuts a long sentence to the clause that the date is in', () => {
    const text =
      'The ministers of the eleven countries agreed on the common budget on Monday, while the farmers who had come to the capital blocked the roads around the parliament for hours.';
    expect(cut(text, 'on Monday')).toBe(
      'The ministers of the eleven countries agreed on the common budget on Monday',
    );
  });

  it('never parts a quotation from its marks', () => {
    const text =
      'He said that “the budget is agreed since Monday, and the ministers of all the eleven countries who came to the capital will sign it”, although nothing was written down.';
    const clause = cut(text, 'since Monday');
    expect(clause.split('“').length).toBe(clause.split('”').length);
  });
});
