import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findDates } from '../../../../electron/engine/language/dates.ts';
import { dayOf, daysOf } from '../../../../electron/engine/language/dates/days.ts';
import { analysed } from '../articles.ts';

/** A Wednesday. */
const WEDNESDAY = '2025-12-17';

function told(text: string, anchor: string | null = WEDNESDAY): string[] {
  return findDates(analysed('a.txt', [text]), anchor).map(
    ({ text: words, date, last, approximate }) =>
      `${words}: ${approximate ? '~' : ''}${date}${last === null ? '' : ` to ${last}`}`,
  );
}

describe('findDates', () => {
  it.each([
    ['The delegations met on Sunday.', 'on Sunday: 2025-12-14'],
    ['The delegations met again on Monday evening.', 'on Monday evening: 2025-12-15'],
    ['The delegations will meet on Friday.', 'on Friday: 2025-12-19'],
    ['The vote is scheduled for Friday morning.', 'Friday morning: 2025-12-19'],
    ['The senators agreed to vote again on Thursday.', 'on Thursday: 2025-12-18'],
    ['She said on Tuesday that the talks would go on.', 'on Tuesday: 2025-12-16'],
    ['He was arrested last Friday.', 'last Friday: 2025-12-12'],
    ['A hearing takes place next Monday.', 'next Monday: 2025-12-22'],
    ['The strike will be held on Thursday.', 'on Thursday: 2025-12-18'],
    ['The hall burned down on Wednesday.', 'on Wednesday: 2025-12-17'],
  ])('takes a weekday as past or ahead by its verb in “%s”', (text, date) => {
    expect(told(text)).toEqual([date]);
  });

  it.each([
    ['It ended yesterday.', 'yesterday: 2025-12-16'],
    ['It fell last night.', 'last night: 2025-12-16'],
    ['It was proposed earlier this week.', 'earlier this week: ~2025-12-15 to 2025-12-21'],
    ['It was proposed last week.', 'last week: ~2025-12-08 to 2025-12-14'],
    ['The power failed over the weekend.', 'over the weekend: 2025-12-13 to 2025-12-14'],
    ['It passed late last month.', 'late last month: ~2025-11'],
    ['It will end early next year.', 'early next year: ~2026'],
    ['It began three days ago.', 'three days ago: 2025-12-14'],
    ['He retired two years ago.', 'two years ago: 2023'],
    ['It will be over in two weeks.', 'in two weeks: ~2025-12-31'],
    ['She came last summer.', 'last summer: ~2025-06 to 2025-08'],
    ['The bill was drafted on the 14th.', 'on the 14th: 2025-12-14'],
  ])('counts from the day of writing in “%s”', (text, date) => {
    expect(told(text)).toEqual([date]);
  });

  it.each([
    ['Moscow demanded it in November.', 'in November: 2025-11'],
    ['The law will change in March.', 'in March: 2026-03'],
    ['He left on December 14.', 'on December 14: 2025-12-14'],
    ['He left on 14 December.', 'on 14 December: 2025-12-14'],
    ['The lease runs out on Jan. 6.', 'on Jan. 6: 2026-01-06'],
    ['They met on Sunday, Dec. 14.', 'on Sunday, Dec. 14: 2025-12-14'],
    ['They sailed from 3 to 5 May 2024.', 'from 3 to 5 May 2024: 2024-05-03 to 2024-05-05'],
    ['They met December 14–15 in Berlin.', 'December 14–15: 2025-12-14 to 2025-12-15'],
    ['They met on 14 and 15 December.', 'on 14 and 15 December: 2025-12-14 to 2025-12-15'],
    ['They met from Sunday to Tuesday.', 'from Sunday to Tuesday: 2025-12-14 to 2025-12-16'],
    ['It changed between 2009 and 2013.', 'between 2009 and 2013: 2009 to 2013'],
  ])('reads days and months without a year in “%s”', (text, date) => {
    expect(told(text)).toEqual([date]);
  });

  it.each([
    ['The war began in February 2022.', 'in February 2022: 2022-02'],
    ['Kyiv has asked for it since 2014.', 'since 2014: 2014'],
    ['The work ended before 2004.', 'before 2004: ~2004'],
    ['It was signed on 4 March 2019.', 'on 4 March 2019: 2019-03-04'],
    ['It was signed on March 4, 2019.', 'on March 4, 2019: 2019-03-04'],
    ['It was filed under 2019-03-04 there.', '2019-03-04: 2019-03-04'],
    ['He did not forget the Sept. 11 attacks.', 'Sept. 11: 2001-09-11'],
  ])('needs no day of writing for “%s”', (text, date) => {
    expect(told(text, null)).toEqual([date]);
  });

  it.each([
    'You may 12 times say so, and march on.',
    'Article 5 binds 2,014 people for 24 hours.',
    'The 2000 people stayed for two days and five hours.',
    'On Black Friday and on Super Tuesday he sleeps.',
    'The score was 12-5 after 90 minutes.',
    'It is the ninth year of the war, and he is 45 years old.',
    'Every Sunday they sing.',
    'In two days of talks nothing came of it.',
    'It cost $2014 and £1999.50.',
    'It was paid on 10/12/2025.',
  ])('finds no date in “%s”', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('finds nothing that hangs on the day of writing where that is not known', () => {
    expect(told('On Sunday, three days ago, in November, last year and today it rained.', null)).toEqual([]);
  });

  it('goes on from the date named last', () => {
    const text =
      'The first round took place on December 14; talks resumed the next day, and two days later they ended.';
    expect(told(text)).toEqual([
      'on December 14: 2025-12-14',
      'the next day: 2025-12-15',
      'two days later: 2025-12-17',
    ]);
  });

  it('leaves out the date of a dateline', () => {
    expect(told('BERLIN, Dec 16 (Reuters) - The talks ended on Monday.')).toEqual(['on Monday: 2025-12-15']);
  });

  it.each([
    [
      'de',
      'Am 14. Dezember 2025 begann es, im Februar 2022 der Krieg.',
      ['Am 14. Dezember 2025: 2025-12-14', 'Februar 2022: 2022-02'],
    ],
    [
      'de',
      'Im November forderte Moskau es; seit 2014 fordert es Kiew.',
      ['Im November: 2025-11', '2014: 2014'],
    ],
    ['fr', 'Le 3 mars 2020, puis en novembre.', ['3 mars 2020: 2020-03-03', 'en novembre: 2025-11']],
    [
      'es',
      'El 3 de marzo de 2020, y desde noviembre.',
      ['3 de marzo de 2020: 2020-03-03', 'desde noviembre: 2025-11'],
    ],
    ['it', 'Il 3 marzo 2020 e 2020-03-04 in aprile.', ['2020-03-04: 2020-03-04']],
  ])('reads days, months and years in other languages (%s)', (language, text, dates) => {
    const mentions = findDates(analysed('a.txt', [text], { language }), WEDNESDAY);
    expect(mentions.map(({ text: words, date }) => `${words}: ${date}`)).toEqual(dates);
  });

  it.each([
    [
      '“I had meant to do it last evening,” said Reid on Tuesday.',
      ['last evening: 2025-12-15', 'on Tuesday: 2025-12-16'],
    ],
    ['The search was broken off overnight because of high waves.', ['overnight: 2025-12-16 to 2025-12-17']],
    ['It must be paid before the end of June 2026.', ['before the end of June 2026: ~2026-06-30']],
    ['From the first of July it will cost more.', ['From the first of July: 2026-07-01']],
    [
      'The visit on Tuesday came a day after he met his team.',
      ['on Tuesday: 2025-12-16', 'a day after: 2025-12-15'],
    ],
    ['She wrote in advance of his visit there on Friday.', ['on Friday: 2025-12-19']],
    ['Three days after the ferry sank, the harbour is closed.', ['Three days after: 2025-12-17']],
  ])('reads “%s” as a reader does', (text, dates) => {
    expect(told(text)).toEqual(dates);
  });

  it('reads only the beginning of what is too long to be a sentence', () => {
    const found = findDates(analysed('a.txt', ['on Monday, May 5 and 2014 '.repeat(1000)]), WEDNESDAY);
    expect(found.length).toBeGreaterThan(100);
    expect(found.every(({ end }) => end <= 4000)).toBe(true);
  });

  it('finds any text’s dates inside it, whatever the text', () => {
    const word = fc.constantFrom(
      ...'on Sunday will met May March 12 14th 2014 – to from the next day last week Dec. in two days ago “ ” 31 Feb'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'de', 'fr', 'es', 'ja'), (words, language) => {
        const analysis = analysed('a.txt', [words], { language });
        const sentences = new Map(analysis.sentences.map((sentence) => [sentence.id, sentence.text]));
        for (const { sentenceId, start, end, text: found, date, last } of findDates(analysis, WEDNESDAY)) {
          expect(found).toBe(sentences.get(sentenceId)?.slice(start, end));
          expect(start).toBeLessThan(end);
          expect(date).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/);
          expect(daysOf(date)).not.toBeNull();
          if (date.length === 10) expect(dayOf(date)).not.toBeNull();
          if (last !== null) expect(last >= date && daysOf(last) !== null).toBe(true);
        }
      }),
    );
  });
});
