import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../../electron/engine/language/quotations.ts';
import { analysed, type BlockSpec } from '../articles.ts';

const found = (...blocks: (string | BlockSpec)[]) => findQuotations(analysed('article.txt', blocks));
const wholes = (...blocks: (string | BlockSpec)[]) => found(...blocks).map(({ whole }) => whole);
const speakers = (...blocks: (string | BlockSpec)[]) => found(...blocks).map(({ speaker }) => speaker);
const paragraph = (...sentences: string[]): BlockSpec => ({ sentences });

describe('the words of quotations', () => {
  it.each([
    ['“We are closer now,” Ann Lee said.', ['We are closer now,']],
    ['"We are closer now," Ann Lee said.', ['We are closer now,']],
    ['‘We don’t know,’ Ann Lee said.', ['We don’t know,']],
    ["'We don't know the players' names,' Ann Lee said.", ["We don't know the players' names,"]],
    ['«Nous sommes prêts», a dit Anne.', ['Nous sommes prêts']],
    ['« Nous sommes prêts », a dit Anne.', ['Nous sommes prêts']],
    ['„Wir sind bereit“, sagte Anna Lee.', ['Wir sind bereit']],
    ['安倍は「準備ができた」と言った。', ['準備ができた']],
    ["``We are ready,'' Ann Lee said.", ['We are ready,']],
    ['“Who can tell?“ Ann Lee asked.', ['Who can tell?']],
    ['“He said ‘no’ to me,” Ann Lee said.', ['He said ‘no’ to me,']],
    ['‘He said “no” to me,’ Ann Lee said.', ['He said “no” to me,']],
    ['"We are," Ann Lee said, "closer now."', ['We are,', 'closer now.']],
    ['Ann Lee called it “very good”, then “great”.', ['very good', 'great']],
    ['The players’ union and the workers’ party of the ’90s agreed.', []],
    ["Rock 'n' roll isn't the singers' idea.", []],
    ['He is 6\'2" tall and threw it 20" far.', []],
  ])('are those between the marks of %s', (text, expected) => {
    expect(wholes(text)).toEqual(expected);
  });

  it('run over sentences and paragraphs', () => {
    const [quotation] = found(paragraph('“We came.', 'We saw.'), paragraph('“We conquered,” Ann Lee said.'));
    expect(quotation?.whole).toBe('We came. We saw. We conquered,');
    expect(quotation?.sentences).toHaveLength(3);
    expect(quotation?.text).toBe('We came.');
    expect(quotation?.speaker).toBe('Ann Lee');
  });

  it('go on to the end of a paragraph where the closing mark is missing', () => {
    expect(wholes('Ann Lee said: “We came.', 'Nobody else did.')).toEqual(['We came.']);
  });

  it('leave out titles of works, nicknames and programmes', () => {
    expect(
      wholes(
        'Her book “The Long Road Home” was read by Dwayne “The Rock” Johnson.',
        'Ron Dermer spoke to reporters on “Special Report”.',
        'The programme, codenamed “Amad”, went on.',
      ),
    ).toEqual([]);
  });
});

describe('who speaks', () => {
  it.each([
    ['“It is done,” said Ann Lee.', 'Ann Lee'],
    ['“It is done,” Kremlin spokesman Dmitry Peskov told journalists.', 'Dmitry Peskov'],
    ['“It is done,” the White House press secretary, Sarah Sanders, said on Monday.', 'Sarah Sanders'],
    ['“It is done,” said Amos Yadlin, the former chief of staff.', 'Amos Yadlin'],
    ['Ann Lee, who came on Monday, said: “It is done.”', 'Ann Lee'],
    ['Ann Lee welcomed it, with Dmitry Peskov calling it a “cornerstone” of peace.', 'Dmitry Peskov'],
    ['Acknowledging that “some partners” disagree, Ann Lee asked for more.', 'Ann Lee'],
    ['According to U.S. officials, the deal includes “very strong” guarantees.', 'U.S. officials'],
    ['The talks were described by Ann Lee as “constructive”.', 'Ann Lee'],
    ['Ali Salehi was quoted by state television as saying “it is done.”', 'Ali Salehi'],
    ['Ann Lee accused the ministry of “behaving worse” since then.', 'Ann Lee'],
    ['The plan is considered a “red line.”', null],
    ['“It is done,” one former Israeli official said.', 'one former Israeli official'],
    ['“I am here,” said a young man who gave his name only as Sami.', 'Sami'],
    ['Ann Lee shot back: “It is done.”', 'Ann Lee'],
    ['Ann Lee spoke when asked about a “Christmas truce.”', null],
  ])('%s', (text, expected) => {
    expect(speakers(text)).toEqual([expected]);
  });

  it('is the fullest name that the article has', () => {
    expect(speakers('President Volodymyr Zelensky came.', '“It is done,” Zelensky said.')).toEqual([
      'Volodymyr Zelensky',
    ]);
  });

  it('is whoever a pronoun stands for, by gender and by who was spoken of last', () => {
    expect(speakers('Anna Lee met Robert Moss.', '“It is done,” he said.', '“Not yet,” she added.')).toEqual([
      'Robert Moss',
      'Anna Lee',
    ]);
  });

  it('is whoever an office or a body names', () => {
    expect(
      speakers(
        'Senator Anna Lee met the Central Bank.',
        '“It is done,” the lawmaker said.',
        'The bank said it was “not sure” of that.',
      ),
    ).toEqual(['Anna Lee', 'Central Bank']);
  });

  it('goes on where a sentence of the same paragraph has no verb of speech', () => {
    expect(speakers(paragraph('“It is done,” Anna Lee said.', '“We are happy with it.”'))).toEqual([
      'Anna Lee',
      'Anna Lee',
    ]);
  });

  it('is whom the sentence before announces with a colon', () => {
    expect(speakers('Spokesman Brad Moss wrote in a statement:', '“It is done and we are happy.”')).toEqual([
      'Brad Moss',
    ]);
  });

  it('comes with the verb as published, the same for what continues it', () => {
    expect(found('Anna Lee, according to Brad Moss, was “very late”.').map(({ cue }) => cue)).toEqual([
      'according to',
    ]);
  });
});

describe('fragments', () => {
  it.each([
    ['Ann Lee saw “significant progress” in it.', true],
    ['Ann Lee said it “is one of the best” of all.', true],
    ['“We are closer now,” Ann Lee said.', false],
    ['“What is this?” Ann Lee asked.', false],
  ])('%s', (text, expected) => {
    expect(found(text)[0]?.fragment).toBe(expected);
  });
});

describe('any text', () => {
  const text = fc
    .array(
      fc.constantFrom(
        ...[
          '“',
          '”',
          '"',
          "'",
          '‘',
          '’',
          '«',
          '»',
          '„',
          '``',
          "''",
          '「',
          '」',
          ' ',
          '. ',
          ', ',
          ': ',
          '— ',
          '\n',
        ],
        ...[
          'said',
          'Ann Lee',
          'he',
          'they',
          'the man',
          'saying',
          'according to',
          'and',
          'who',
          'by',
          'was',
          'x',
        ],
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(' '));
  const block = fc.array(fc.oneof(text, fc.string()), { minLength: 1, maxLength: 4 });

  it('gives spans inside their sentence that are its text, in order', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const analysis = analysed(
          'any.txt',
          blocks.map((sentences) => ({ sentences })),
        );
        const order = new Map(analysis.sentences.map(({ id }, at) => [id, at]));
        let last: readonly [number, number] = [-1, -1];
        for (const { sentenceId, start, end, text: quoted, sentences } of findQuotations(analysis)) {
          const at = order.get(sentenceId) ?? -1;
          expect(analysis.sentences[at]?.text.slice(start, end)).toBe(quoted);
          expect(start).toBeLessThan(end);
          expect(sentences[0]).toBe(sentenceId);
          expect(at > last[0] || (at === last[0] && start >= last[1])).toBe(true);
          last = [at, end];
        }
      }),
      { numRuns: 300 },
    );
  });
});
