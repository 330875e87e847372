import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentSentences } from '../../../../electron/engine/documents/sentences.ts';
import cases from '../../../quality/cases/segmentation.json' with { type: 'json' };

describe('segmentSentences in English', () => {
  it.each(cases)('reads $text', ({ text, want }) => {
    expect(segmentSentences(text, 'en')).toEqual(want);
  });

  it.each<[string, string[]]>([
    ['He gave two reasons: 1. The cost. 2. The time.', ['He gave two reasons: 1. The cost.', '2. The time.']],
    ['1) The first item 2) The second item', ['1) The first item', '2) The second item']],
    ['• bread • milk', ['• bread', '• milk']],
    ['a. bread b. milk c. salt', ['a. bread', 'b. milk', 'c. salt']],
    ['it rained. nobody came. it was late.', ['it rained.', 'nobody came.', 'it was late.']],
    ['It rained.He left.', ['It rained.', 'He left.']],
    ['They shouted. ... Others ran. … He stayed.', ['They shouted. ...', 'Others ran. …', 'He stayed.']],
    [
      'Gen. (ret.) Ana Ruiz met Joe Poe (D-Ga.) Monday.',
      ['Gen. (ret.) Ana Ruiz met Joe Poe (D-Ga.) Monday.'],
    ],
    [
      'The family moved to Los Angeles, CA. The house was big.',
      ['The family moved to Los Angeles, CA.', 'The house was big.'],
    ],
    ['“We lost. Why?” Merz asked.', ['“We lost.', 'Why?” Merz asked.']],
    [
      'He said: “It is over!” Merz told the house he disagreed.',
      ['He said: “It is over!”', 'Merz told the house he disagreed.'],
    ],
    ['A headline\nwithout a stop\nand a third line', ['A headline', 'without a stop', 'and a third line']],
    ['One paragraph\n\nAnother one.', ['One paragraph', 'Another one.']],
    ['A sentence that goes\nover two lines. Another.', ['A sentence that goes over two lines.', 'Another.']],
    ['   ', []],
    ['...', ['...']],
    ['The end.   ', ['The end.']],
  ])('reads %j', (text, want) => {
    expect(segmentSentences(text, 'en')).toEqual(want);
  });
});

describe('segmentSentences in other languages', () => {
  it.each<[string, string, string[]]>([
    [
      'de',
      'Am 15. Dezember trafen sich Dr. Müller und H. Schmidt. „Wir sind bereit“, sagte er. Das war alles.',
      [
        'Am 15. Dezember trafen sich Dr. Müller und H. Schmidt.',
        '„Wir sind bereit“, sagte er.',
        'Das war alles.',
      ],
    ],
    [
      'fr',
      'M. Dupont a parlé. « Nous sommes prêts. » Il est parti. Que dire ?',
      ['M. Dupont a parlé.', '« Nous sommes prêts. »', 'Il est parti.', 'Que dire ?'],
    ],
    [
      'ru',
      'В. Петров приехал. Он сказал: «Да». Потом уехал.',
      ['В. Петров приехал.', 'Он сказал: «Да».', 'Потом уехал.'],
    ],
    [
      'ar',
      'انتهت المحادثات يوم الاثنين. هل تستمر؟ نعم.',
      ['انتهت المحادثات يوم الاثنين.', 'هل تستمر؟', 'نعم.'],
    ],
    ['he', 'השיחות הסתיימו ביום שני. האם יימשכו? כן.', ['השיחות הסתיימו ביום שני.', 'האם יימשכו?', 'כן.']],
    [
      'ja',
      '会談は終わりました。「来週も続ける。」と報道官が述べました。',
      ['会談は終わりました。', '「来週も続ける。」と報道官が述べました。'],
    ],
    [
      'zh',
      '会谈结束了。他说：“我们会继续。”下周再谈！',
      ['会谈结束了。', '他说：“我们会继续。”', '下周再谈！'],
    ],
    ['ko', '회담이 끝났다. 다음 주에 계속된다.', ['회담이 끝났다.', '다음 주에 계속된다.']],
  ])('reads %s', (language, text, want) => {
    expect(segmentSentences(text, language)).toEqual(want);
  });
});

const FRAGMENTS = [
  'The talks ended',
  'Mr.',
  'U.S.',
  'He',
  'said',
  '3.5',
  'no. 7',
  'J.',
  'p.m.',
  '“',
  '”',
  '"',
  "'",
  '(',
  ')',
  '.',
  '!',
  '?',
  '…',
  '. . .',
  '...',
  '1.',
  '2)',
  '•',
  '\n',
  '\n\n',
  '  ',
  'etc.',
  '«',
  '»',
  '。',
  '「',
  '」',
  'Zelensky',
  'asked',
  '15. Dezember',
  '[1]',
  '-',
  'e@x.org',
  'é',
  '\u00a0',
];

describe('segmentSentences', () => {
  it('keeps stray marks in their order', () => {
    expect(segmentSentences('...„ ”', 'de').join('')).toBe('...„ ”');
  });

  it('loses and adds nothing but white space, in any language', () => {
    const piece = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    );
    const separator = fc.constantFrom(' ', '', '\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, separator), { maxLength: 40 }),
        fc.constantFrom('en', 'und', 'de', 'fr', 'ja', 'zh', 'ar', 'ru', 'th'),
        (pieces, language) => {
          const text = pieces.flat().join('');
          const sentences = segmentSentences(text, language);
          expect(sentences.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const sentence of sentences) expect(sentence).toBe(sentence.replace(/\s+/g, ' ').trim());
        },
      ),
      { numRuns: 500 },
    );
  });
});
