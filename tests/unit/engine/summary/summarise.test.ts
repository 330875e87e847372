import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Budget } from '../../../../electron/api/index.ts';
import type { Analysis } from '../../../../electron/engine/language/analysis.ts';
import { countWords } from '../../../../electron/engine/language/tokens.ts';
import { summarise } from '../../../../electron/engine/summary/summarise.ts';
import { FLOOD, FLOOD_TOO, made } from './made.ts';

const texts = (analyses: readonly Analysis[], budget: Budget) =>
  summarise(analyses, budget).sentences.map(({ text }) => text);
const idOf = (analysis: Analysis, opening: string) => {
  const sentence = analysis.sentences.find(({ text }) => text.startsWith(opening));
  if (!sentence) throw new Error(`No sentence opens with “${opening}”.`);
  return sentence.id;
};
const spaced = (text: string) => text.split(/\s+/u).filter(Boolean).length;

const word = fc.constantFrom(
  'river',
  'flood',
  'Ostrel',
  'the',
  'of',
  'governor',
  'said',
  'dykes',
  '4,000',
  'twenty-one',
  'U.S.',
  '–',
  'rain',
  'and',
  'Harl',
);
const sentence = fc
  .tuple(
    fc.constantFrom('The', 'A', 'However,', 'He', 'Petra', '“We', 'Rain'),
    fc.array(word, { minLength: 1, maxLength: 24 }),
  )
  .map(([first, rest]) => `${[first, ...rest].join(' ')}.`);
const article = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
const articles = fc
  .array(article, { maxLength: 5 })
  .map((all) => all.map((blocks, index) => made(`made-${index}.txt`, blocks)));

describe('a summary', () => {
  test('never exceeds its budget, by our words or by white space, and is verbatim and without repeats', () => {
    fc.assert(
      fc.property(
        articles,
        fc.integer({ min: 1, max: 150 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (all, size, ratio) => {
          const body = all.flatMap(({ sentences }) => sentences);
          const total = (count: (text: string) => number) =>
            body.reduce((sum, { text }) => sum + count(text), 0);
          const known = new Map(body.map(({ id, text }) => [id, text]));
          const budgets: [Budget, number, number, number][] = [
            [{ words: size }, Infinity, size, size],
            [{ sentences: size }, size, Infinity, Infinity],
            [
              { ratio },
              Infinity,
              ratio * total((text) => countWords(text)) + 1e-6,
              ratio * total(spaced) + 1e-6,
            ],
          ];
          for (const [budget, most, words, bySpace] of budgets) {
            const summary = summarise(all, budget);
            const used = (count: (text: string) => number) =>
              summary.sentences.reduce((sum, { text }) => sum + count(text), 0);
            expect(summary.sentences.length).toBeLessThanOrEqual(most);
            expect(used((text) => countWords(text))).toBeLessThanOrEqual(words);
            expect(used(spaced)).toBeLessThanOrEqual(bySpace);
            expect(summary.words).toBe(used((text) => countWords(text)));
            for (const { sentenceId, text } of summary.sentences) expect(known.get(sentenceId)).toBe(text);
            expect(new Set(summary.sentences.map(({ text }) => text)).size).toBe(summary.sentences.length);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('is the same every time', () => {
    fc.assert(
      fc.property(articles, fc.integer({ min: 1, max: 150 }), (all, words) => {
        expect(summarise(all, { words })).toEqual(summarise([...all], { words }));
      }),
      { numRuns: 50 },
    );
  });

  test('gets as many sentences as it may have, while there are any', () => {
    const lengths = [1, 2, 3, 4, 5].map((sentences) => texts([FLOOD, FLOOD_TOO], { sentences }).length);
    expect(lengths).toEqual([1, 2, 3, 4, 5]);
  });

  test('uses a larger budget', () => {
    const used = [20, 40, 60, 80].map((words) => summarise([FLOOD, FLOOD_TOO], { words }).words);
    expect(used).toEqual([...used].sort((a, b) => a - b));
    expect(used.at(-1)).toBeGreaterThan(60);
  });

  test('leaves out headings, questions and recaps, however long it may be', () => {
    const all = texts([FLOOD], { ratio: 1 });
    expect(all).toHaveLength(4);
    expect(all.join(' ')).not.toMatch(/Thousands leave|Will the dykes|flooded homes near/);
  });

  test('keeps an article in its own order', () => {
    const order = FLOOD.sentences.map(({ text }) => text);
    const places = texts([FLOOD], { sentences: 4 }).map((text) => order.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('puts a sentence that opens on “However” right behind the one it answers, or leaves it out', () => {
    for (let words = 1; words < 130; words++) {
      const all = texts([FLOOD, FLOOD_TOO], { words });
      const at = all.findIndex((text) => text.startsWith('However'));
      if (at >= 0) expect(all[at - 1]).toMatch(/^Governor Petra Aldin called/);
    }
    expect(texts([FLOOD], { ratio: 1 })).toContain(
      'However, she did not say how the repairs would be paid for.',
    );
  });

  test('says once what near-copies say', () => {
    const copy = (path: string) =>
      made(path, [
        [
          'The river Harl burst its banks near Ostrel on Tuesday night and forced 4,000 people to leave home.',
        ],
        ['Governor Petra Aldin called for a state of emergency after the river flooded the valley.'],
      ]);
    const all = texts([FLOOD, copy('b.txt'), copy('c.txt')], { sentences: 10 });
    expect(all.filter((text) => text.includes('burst its banks'))).toHaveLength(1);
    expect(all.filter((text) => text.includes('Petra Aldin called'))).toHaveLength(1);
  });

  test('says once what is known to say the same', () => {
    const first = idOf(FLOOD, 'The river Harl burst');
    const other = idOf(FLOOD_TOO, 'Some 4,000 people');
    const groups = [{ sentences: [first, other] }];
    const told = (options: Parameters<typeof summarise>[2]) =>
      summarise([FLOOD, FLOOD_TOO], { sentences: 9 }, options).sentences.filter(
        ({ sentenceId }) => sentenceId === first || sentenceId === other,
      );
    expect(told({ groups })).toHaveLength(1);
  });

  test('carries the support that it is given', () => {
    const citation = { articleId: FLOOD_TOO.articleId, sentenceId: idOf(FLOOD_TOO, 'Some 4,000') };
    const { sentences } = summarise([FLOOD], { sentences: 9 }, { support: () => [citation] });
    for (const { supportedBy } of sentences) expect(supportedBy).toEqual([citation]);
  });

  describe('of facts that are told in different words', () => {
    const TRAM = 'A tram left the rails beside the old brewery, where nobody was hurt in the crash.';
    const FIRE = 'A blaze gutted a warehouse full of carpets on the quay at dawn.';
    const FIRE_TOO = 'Flames destroyed rugs stored in a depot by the harbour.';
    const one = made('one.txt', [[TRAM]]);
    const two = made('two.txt', [[FIRE]]);
    const three = made('three.txt', [[FIRE_TOO]]);
    const groups = [{ sentences: [idOf(two, FIRE), idOf(three, FIRE_TOO)] }];
    const first = (options: Parameters<typeof summarise>[2]) =>
      summarise([one, two, three], { sentences: 1 }, options).sentences[0]?.text;

    test('prefers the one that more accounts report', () => {
      expect(first({})).toBe(TRAM);
      expect([FIRE, FIRE_TOO]).toContain(first({ groups }));
    });

    test('takes no rewrite for a further report', () => {
      const accounts = [{ id: 'fire', articleIds: [two.articleId, three.articleId], reason: '' }];
      expect(first({ groups, accounts })).toBe(TRAM);
    });
  });

  test('tells a fact in the sentence that reads best alone', () => {
    const alone = 'Governor Petra Aldin declared a state of emergency in the Ostrel valley.';
    const leans =
      'The previous day Aldin had declared a state of emergency in the whole Ostrel valley on the Harl.';
    const tell = (...texts: string[]) => {
      const articles = texts.map((text, index) =>
        made(`${index}.txt`, [[text], ['Governor Petra Aldin spoke on Tuesday.']]),
      );
      const groups = [{ sentences: articles.map((article, index) => idOf(article, texts[index] ?? '')) }];
      return summarise(articles, { sentences: 1 }, { groups }).sentences[0]?.text;
    };
    expect(tell(alone, leans)).toBe(alone);
    expect(tell(leans, alone)).toBe(alone);
  });

  test('does not tell less of a fact to tell it in a sentence that reads better', () => {
    const full =
      'The previous day Aldin had declared a state of emergency in the Ostrel valley and in four towns on the river Harl.';
    const bare = 'Governor Petra Aldin spoke on Tuesday.';
    const articles = [made('full.txt', [[full]]), made('bare.txt', [[bare]])];
    const groups = [{ sentences: articles.map((article) => idOf(article, '')) }];
    expect(summarise(articles, { sentences: 1 }, { groups }).sentences[0]?.text).toBe(full);
  });

  test('gives rewrites of one text a single voice', () => {
    const rumour = [
      'The harbour tunnel will cost 900 million crowns, a newspaper in Lindholm reported on Monday.',
    ];
    const copies = ['Anna', 'Bert', 'Carl'].map((name) => made(`${name}.txt`, [rumour]));
    const fact = ['The Green List won the council election on Sunday and will name the next mayor.'];
    const others = ['Dora', 'Emil'].map((name) => made(`${name}.txt`, [fact]));
    const all = [...copies, ...others];
    const accounts = [{ id: 'copies', articleIds: copies.map(({ articleId }) => articleId), reason: '' }];
    const first = (options: Parameters<typeof summarise>[2]) =>
      summarise(all, { sentences: 1 }, options).sentences[0]?.text;
    expect(first({})).toBe(rumour[0]);
    expect(first({ accounts })).toBe(fact[0]);
  });

  test('does not let any number of rewrites outweigh a second voice', () => {
    const rumour =
      'The harbour tunnel will cost 900 million crowns, a newspaper in Lindholm reported on Monday.';
    const fact = 'The Green List won the council election on Sunday and will name the next mayor.';
    const others = ['Dora', 'Emil'].map((name) => made(`${name}.txt`, [[fact]]));
    for (const size of [1, 2, 5, 20]) {
      const copies = Array.from({ length: size }, (_, index) => made(`copy-${index}.txt`, [[rumour]]));
      const accounts = [{ id: 'copies', articleIds: copies.map(({ articleId }) => articleId), reason: '' }];
      const [first] = summarise([...copies, ...others], { sentences: 1 }, { accounts }).sentences;
      expect(first?.text).toBe(fact);
    }
  });

  test('of one article begins with its first sentence where that says what happened', () => {
    expect(texts([FLOOD], { words: 50 })[0]).toMatch(/^The river Harl burst its banks near Ostrel/);
  });

  test.each<[string, Analysis[], Budget]>([
    ['there is no article', [], { words: 100 }],
    [
      'an article has only headings',
      [made('h.txt', [{ type: 'heading', sentences: ['Flood in the valley'] }])],
      { words: 9 },
    ],
    ['no sentence fits', [FLOOD, FLOOD_TOO], { words: 5 }],
    ['the share comes to less than a sentence', [FLOOD], { ratio: 0.01 }],
  ])('is empty where %s', (_, analyses, budget) => {
    expect(summarise(analyses, budget)).toEqual({ sentences: [], words: 0 });
  });

  test('of an article of one short sentence is that sentence', () => {
    expect(texts([made('s.txt', [['Rain stopped play.']])], { sentences: 3 })).toEqual([
      'Rain stopped play.',
    ]);
  });

  test('counts the words of a language that is written without spaces', () => {
    const chinese = made(
      'zh.txt',
      [
        ['哈尔河周二晚间在奥斯特尔附近决堤，四千人被迫离开家园。'],
        ['州长要求宣布进入紧急状态，政府将于周四作出决定。'],
      ],
      'zh',
    );
    const [first] = chinese.sentences;
    const words = countWords(first?.text ?? '', 'zh');
    expect(words).toBeGreaterThan(8);
    expect(texts([chinese], { words: words - 4 }).length).toBeLessThanOrEqual(1);
    expect(texts([chinese], { ratio: 1 })).toHaveLength(2);
  });

  test('of a German article is made of its sentences', () => {
    const german = made(
      'de.txt',
      [
        [
          'Der Fluss Harl trat am Dienstag bei Ostrel über die Ufer, und 4000 Menschen mussten ihre Häuser verlassen.',
        ],
        ['Die Landrätin forderte, den Notstand auszurufen.'],
      ],
      'de',
    );
    expect(texts([german], { sentences: 1 })).toHaveLength(1);
  });
});
