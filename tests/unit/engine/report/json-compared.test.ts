import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../../../electron/engine/report/brief.ts';
import type { BriefJson } from '../../../../electron/engine/report/json.ts';
import { AGENCY, compared, PAPER } from './compared-sample.ts';
import { article, discrepancy, claim, input, parts } from './sample.ts';

async function data(given = compared()): Promise<BriefJson> {
  return JSON.parse((await composeBrief(given, 'json')).content) as BriefJson;
}

describe('the JSON of what comparing gives', () => {
  it('has all of it, by letter, id and offsets', async () => {
    const { accounts, datings, onlyOne, differences, quotations, timeline, facts } = await data();
    expect(accounts.map(({ letters }) => letters)).toEqual([['A'], ['B', 'C'], ['D']]);
    expect(datings).toEqual([
      { letter: 'A', articleId: PAPER.id, date: '2025-12-15', origin: 'inferred', reason: 'It says so.' },
    ]);
    expect(onlyOne).toEqual([
      { letter: 'A', articleId: PAPER.id, sentenceId: 'article-a.s1', text: 'The harbour is closed.' },
    ]);
    expect(differences?.dismissed).toBe(1);
    expect(
      differences?.items.map(({ kind, severity, readings }) => [
        kind,
        severity,
        readings.map((claims) => claims.map(({ value: { letter, text } }) => `${letter} ${text}`)),
      ]),
    ).toEqual([
      [
        'number',
        'conflict',
        [
          ['A 12', 'D 12'],
          ['B 20', 'C 20'],
        ],
      ],
    ]);
    expect(quotations?.map(({ letter, whole, speaker }) => [letter, whole, speaker])).toEqual([
      ['A', 'We sail at dawn.', 'The minister'],
      ['B', 'We will sail at dawn,', 'Minister Jo Roe'],
      ['D', 'سنبحر عند الفجر', 'الوزير'],
    ]);
    expect(timeline?.map(({ date, expression, event }) => [date, expression.text, event.letter])).toEqual([
      ['2025-12-14', 'On Sunday', 'A'],
      ['2025-12-14', 'on December 14', 'B'],
      ['2025-12-14', 'On Sunday', 'C'],
    ]);
    expect(
      facts?.map(({ independent, reports }) => [independent, reports.map((each) => each.letter)]),
    ).toEqual([
      [2, ['B', 'C', 'A']],
      [1, ['A']],
    ]);
  });

  it('has every sentence it names, verbatim, and each excerpt is cut from its sentence', async () => {
    const found = await data();
    const texts = new Map(found.sentences.map(({ sentenceId, text }) => [sentenceId, text]));
    const excerpts = [
      ...(found.differences?.items ?? []).flatMap(({ readings }) =>
        readings.flat().map(({ value }) => value),
      ),
      ...(found.quotations ?? []),
      ...(found.timeline ?? []).flatMap(({ expression, event }) => [expression, event]),
      ...(found.facts ?? []).map(({ excerpt }) => excerpt),
    ];
    expect(excerpts).toHaveLength(4 + 3 + 6 + 2);
    for (const { sentenceId, start, end, text } of excerpts)
      expect(texts.get(sentenceId)?.slice(start, end)).toBe(text);
    expect(found.sentences.length).toBeLessThan(9);
  });

  it('has only the parts asked for', async () => {
    const few = await data({ ...compared(), parts: parts('timeline') });
    expect(Object.keys(few)).toEqual(
      expect.arrayContaining(['timeline', 'accounts', 'datings', 'sentences']),
    );
    for (const part of ['onlyOne', 'differences', 'quotations', 'facts'])
      expect(few).not.toHaveProperty(part);
    const one = await data(input([PAPER], { parts: parts('differences', 'facts', 'quotations') }));
    expect(one).not.toHaveProperty('differences');
    expect(one).toMatchObject({ quotations: [], sentences: [] });
  });

  it('leaves out what is of no article of the brief', async () => {
    const other = article('z', [{ type: 'paragraph', text: ['Elsewhere 30 ships.'] }]);
    const given = input([PAPER, AGENCY], {
      parts: parts('differences'),
      discrepancies: [discrepancy([[claim(PAPER, '12'), claim(other, '30')], [claim(AGENCY, '20')]])],
    });
    const { differences } = await data(given);
    expect(differences?.items[0]?.readings.map((claims) => claims.length)).toEqual([1, 1]);
  });
});
