import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountsOf } from '../../../../../electron/engine/compare/accounts.ts';
import { align } from '../../../../../electron/engine/compare/align.ts';
import { findDiscrepancies } from '../../../../../electron/engine/compare/discrepancies/find.ts';
import { quotationsOf } from '../../../../../electron/engine/compare/quotations.ts';
import { timelineOf } from '../../../../../electron/engine/compare/timeline.ts';
import type { Analysis } from '../../../../../electron/engine/language/analysis.ts';
import { made } from '../../summary/made.ts';

function between(analyses: readonly Analysis[]) {
  const alignment = align(analyses);
  const datings = analyses.map(({ articleId }) => ({
    articleId,
    date: '2024-03-08',
    origin: 'stated' as const,
    reason: '',
  }));
  return findDiscrepancies({
    analyses,
    alignment,
    accounts: accountsOf(analyses, []),
    quotations: quotationsOf(analyses, alignment),
    datings,
    timeline: timelineOf(analyses, datings, alignment),
  });
}

/** Sentences that both accounts have besides, so that words have weights. */
const REST = [
  'The council of Orrvik met in the town hall.',
  'Many shops along the harbour stayed closed in the morning.',
  'The mayor thanked the rescuers for their work in the storm.',
  'A spokesman for the railway declined to comment.',
];

function articles(...texts: readonly string[]): Analysis[] {
  return texts.map((text, i) => made(`${'abc'[i] ?? ''}.txt`, [[text], [REST[i] ?? '', REST[i + 1] ?? '']]));
}

/** Each difference as "kind severity: value | value". */
const read = (analyses: readonly Analysis[]) =>
  between(analyses).map(
    ({ kind, severity, readings }) =>
      `${kind} ${severity}: ${readings
        .map(({ claims }) => claims[0].value.text)
        .sort()
        .join(' | ')}`,
  );

describe('differences between accounts', () => {
  test.each([
    [
      'numbers of one thing that exclude each other',
      'The ferry carried 73 passengers and sank in the storm off Kelstad.',
      'The ferry carried 61 passengers and sank in the storm off Kelstad.',
      ['number conflict: 61 passengers | 73 passengers'],
    ],
    [
      'how many of the injured are in danger, by whatever words',
      'The fire at the old paper mill hurt many people, and 20 are in serious condition.',
      'The fire at the old paper mill hurt many people, and 35 were in intensive care.',
      ['number conflict: 20 | 35'],
    ],
    [
      'all who are aboard, added up or not',
      'The ferry sailed from Kelstad with 61 passengers and a crew of six.',
      'There were 73 people on the ferry when it sailed from Kelstad.',
      ['number conflict: 61 passengers and a crew of six | 73 people'],
    ],
    [
      'who says something, one of them by a pronoun',
      '“We will not sail into such a storm again,” said Captain Arne Lund.',
      'Berit Moe runs the harbour. “We will not sail into such a storm again,” she said.',
      ['attribution difference: Arne Lund | she'],
    ],
    [
      'a stage that a noun like a verb stands before',
      'The teachers of Kelstad are examining whether the pay freeze can be fought in the labour court.',
      'The teachers of Kelstad fought the pay freeze in the labour court.',
      ['status conflict: fought | whether the pay freeze can be fought'],
    ],
    [
      'refused altogether, and refused on a condition',
      'The minister repeatedly rejected a withdrawal of the troops from Kelstad.',
      'The minister would not order the withdrawal of the troops from Kelstad unless the rebels left as well.',
      ['status conflict: not order the withdrawal | rejected a withdrawal'],
    ],
    [
      'threatened, and called',
      'The railway workers of Orrvik threatened to walk out again if pay is cut.',
      'The railway workers of Orrvik called a strike from Friday over their pay.',
      ['status difference: called a strike | threatened to walk out'],
    ],
    [
      'said of a noun after it',
      'A strike was being weighed by the dockers of Kelstad over their pay on Friday.',
      'The dockers of Kelstad called a strike over their pay on Friday.',
      ['status difference: called a strike | strike was being weighed'],
    ],
    [
      'lengths of time',
      'Parliament in Marenia debated the budget for nine hours on Monday night.',
      'Parliament in Marenia debated the budget for eleven hours on Monday night.',
      ['duration conflict: eleven hours | nine hours'],
    ],
    [
      'the outcome of a vote',
      'The deputies in Marenia approved the budget by 76 votes to 71.',
      'The budget was approved in Marenia, with 76 deputies for, 72 against.',
      ['number conflict: 76 deputies for, 72 against | 76 votes to 71'],
    ],
    [
      'the age of one person',
      'Greta Haug, 62, waited at the harbour for news of her daughter.',
      'Greta Haug, 64, said at the harbour that nobody had called.',
      ['number conflict: 62 | 64'],
    ],
    [
      'one utterance in other words',
      '“No ferry should have left port in this weather,” minister Hedda Kronvall said.',
      '“No ferry should have left port in such conditions,” minister Hedda Kronvall said.',
      ['quotation difference: in such conditions | in this weather'],
    ],
    [
      'a president who is a former one elsewhere',
      'The envoy of President Donald Trump spoke of progress in Berlin.',
      'The son-in-law of former President Donald Trump took part in Berlin.',
      ['title conflict: President | former President'],
    ],
    [
      'ministers of two things',
      'Transport minister Hedda Kronvall visited the harbour.',
      'Health minister Hedda Kronvall spoke to the families.',
      ['title difference: Health minister | Transport minister'],
    ],
    [
      'whose a plan is',
      'They spoke of the 20-point US peace plan.',
      'They spoke of a 20-point peace plan submitted by Ukraine to the envoys.',
      ['attribution conflict: 20-point US peace plan | submitted by Ukraine'],
    ],
    [
      'an act that is done or only weighed',
      'Prosecutors in Orrvik opened a criminal investigation of the ferry company.',
      'Prosecutors in Orrvik are considering whether to open a criminal investigation of the ferry company.',
      ['status conflict: opened | whether to open'],
    ],
    [
      'an act that is done or only said to be',
      'Michael Flynn is cooperating with the special counsel in the Russia inquiry.',
      'Michael Flynn is believed to be cooperating with the special counsel in the Russia inquiry.',
      ['status difference: believed to be cooperating | cooperating'],
    ],
    [
      'years of one event',
      'The ferry ran aground on the Kelstad sandbar in October 2018.',
      'The ferry ran aground on the Kelstad sandbar in May 2019.',
      ['date conflict: in May 2019 | in October 2018'],
    ],
  ])('%s differ', (_, a, b, found) => {
    expect(read(articles(a, b))).toEqual(found);
  });

  test.each([
    [
      'a less precise number',
      'The ferry carried more than 60 passengers and sank in the storm off Kelstad.',
      'The ferry carried 61 passengers and sank in the storm off Kelstad.',
    ],
    [
      'a rounded number',
      'The country of Halvania has 3.1 million inhabitants by the lake.',
      'The country of Halvania has about 3 million inhabitants by the lake.',
    ],
    [
      'another unit',
      'Gusts of 90 km/h hit the ferry off Kelstad on Thursday.',
      'Gusts of 56 mph hit the ferry off Kelstad on Thursday.',
    ],
    [
      'things of which one account counts both',
      'The ferry took 61 passengers to Kelstad, and the older boat took 73 passengers to Kelstad.',
      'The ferry took 73 passengers to Kelstad.',
    ],
    [
      'a quotation of which one account has more',
      '“The floor became the wall,” Lina Osk said.',
      '“The floor became the wall,” Lina Osk said, “and people stood on the windows.”',
    ],
    [
      'what is left out with dots',
      '“The floor suddenly became the wall,” Lina Osk said.',
      '“The floor ... became the wall,” Lina Osk said.',
    ],
    [
      'how speech is reported',
      'Lina Osk said: “I look forward to seeing my family in Kelstad.”',
      'Lina Osk said that she “looks forward to seeing my family in Kelstad.”',
    ],
    [
      'a pronoun taken for the one of whom the words speak',
      '“The long inquiry cleared Captain Lund of every charge,” said Berit Moe.',
      'Arne Lund left the court. “The long inquiry cleared Captain Lund of every charge,” he said.',
    ],
    [
      'a pronoun that may stand for the one whom the other names',
      '“The long inquiry cleared every captain of all charges,” said Jon Moe.',
      'Arne Lund left the court with Jon Moe. “The long inquiry cleared every captain of all charges,” he said.',
    ],
    [
      'an office by its short name',
      'Sen. Chuck Grassley spoke in Iowa.',
      'Senator Chuck Grassley spoke in Iowa.',
    ],
    [
      'months of one day',
      'The ferry was inspected in Kelstad on March 1.',
      'The ferry was inspected in Kelstad in March.',
    ],
  ])('%s is no difference', (_, a, b) => {
    expect(read(articles(a, b))).toEqual([]);
  });

  test('accounts that agree make one reading, and the claims of each stand verbatim in their context', () => {
    const [first, ...more] = between(
      articles(
        'The ferry carried 73 passengers and sank in the storm off Kelstad.',
        'The ferry carried 61 passengers and sank in the storm off Kelstad.',
        'The ferry carried 61 passengers and sank in the heavy storm off Kelstad.',
      ),
    );
    expect(more).toEqual([]);
    expect(first?.readings.map(({ claims }) => claims.length)).toEqual([2, 1]);
    expect(first?.what).toContain('“61 passengers” or “73 passengers”');
    for (const { claims } of first?.readings ?? []) {
      for (const { value, context } of claims) {
        expect(context.start).toBeLessThanOrEqual(value.start);
        expect(context.end).toBeGreaterThanOrEqual(value.end);
      }
    }
  });

  test('conflicts stand before differences, and those before mere framing', () => {
    const severities = between(
      [
        [
          'The ferry carried 73 passengers and sank in the storm off Kelstad.',
          '“No ferry should have left port in this weather,” minister Hedda Kronvall said.',
        ],
        [
          '“No ferry should have left port in such conditions,” minister Hedda Kronvall said.',
          'The ferry carried 61 passengers and sank in the storm off Kelstad.',
        ],
      ].map((sentences, i) =>
        made(`${String(i)}.txt`, [...sentences.map((text) => [text]), [REST[i] ?? '']]),
      ),
    ).map(({ severity }) => severity);
    expect(severities).toEqual(['conflict', 'difference']);
  });

  const phrase = fc.constantFrom(
    'The ferry carried 61 passengers.',
    'At least 14 people were killed.',
    '“No boat ought to have sailed,” Mr. Kronvall said on Monday.',
    'President Anna Berg might abandon the plan.',
    'Former president Anna Berg abandoned the 20-point US plan in May 2019.',
    'It passed by 52 to 48.',
    '“',
    '”',
    '800 000',
    'considering whether to',
    '…',
    ',',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.array(phrase, { maxLength: 6 }).map((parts) => parts.join(' ')),
  );
  const several = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

  test('nothing is thrown whatever the text, and values lie in their sentences', () => {
    fc.assert(
      fc.property(several, (sets) => {
        const analyses = sets.map((sentences, i) => made(`${String(i)}.txt`, [sentences]));
        const texts = new Map(
          analyses.flatMap(({ sentences }) => sentences.map((each) => [each.id, each.text])),
        );
        for (const { readings } of between(analyses)) {
          expect(readings.length).toBeGreaterThan(1);
          for (const { value } of readings.flatMap(({ claims }) => claims)) {
            expect(texts.get(value.sentenceId)?.slice(value.start, value.end)).toBe(value.text);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the same is found in whatever order the articles come', () => {
    const found = (analyses: readonly Analysis[]) =>
      between(analyses)
        .map(({ id }) => id)
        .sort();
    const analyses = articles(
      'The ferry carried 73 passengers and sank in the storm off Kelstad. It ran aground in May 2019.',
      '“No ferry should have left port,” Hedda Kronvall said. The ferry carried 61 passengers and sank off Kelstad.',
      'The ferry carried more than 60 passengers. “No boat should have left port,” Hedda Kronvall said.',
    );
    const once = found(analyses);
    expect(once.length).toBeGreaterThan(0);
    expect(found([...analyses].reverse())).toEqual(once);
    expect(found(analyses)).toEqual(once);
  });
});
