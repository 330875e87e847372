import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../../electron/engine/documents/decode.ts';
import type { RawDocument } from '../../../../electron/engine/documents/raw.ts';
import { readText } from '../../../../electron/engine/documents/text.ts';

const BODY = 'The council met on Monday to discuss the budget. It will vote next week.';
const MORE = 'Residents have until Friday to send in their comments, a spokesman said.';

/** "h:" heading, "p:" paragraph, "q:" quote, "t:" table, list items with their marker and depth. */
function outline({ blocks }: RawDocument): string[] {
  return blocks.map(({ type, text, marker, level, role }) => {
    const sign = {
      heading: 'h',
      paragraph: 'p',
      quote: 'q',
      preformatted: 't',
      'list-item': `l${String(level)}`,
    }[type];
    return `${sign}${marker === undefined ? '' : ` ${marker}`}${role ? '!' : ''}: ${text}`;
  });
}

describe('the title of a plain text', () => {
  it.each<[string, string, string | null]>([
    [
      'is a first line without a stop',
      `Council to vote on budget\n${BODY}\n${MORE}`,
      'Council to vote on budget',
    ],
    [
      'may be two sentences',
      `Budget is late. Vote is next week\n\n${BODY}`,
      'Budget is late. Vote is next week',
    ],
    ['may be a question', `Will the budget pass?\n\n${BODY}`, 'Will the budget pass?'],
    [
      'may end in an abbreviation',
      `Council waits for aid from the U.S.\n\n${BODY}`,
      'Council waits for aid from the U.S.',
    ],
    [
      'may have a stop where it comes twice',
      `Budget is late.\n\nBudget is late.\n\n${BODY}`,
      'Budget is late.',
    ],
    [
      'may go over two wrapped lines',
      `${'Council to vote on a budget that is late and that few of its'}\n${'members like very much at all'}\n\n${wrap(`After all, ${BODY} ${MORE} ${BODY}`)}`,
      'Council to vote on a budget that is late and that few of its members like very much at all',
    ],
    ['is not a sentence', `${BODY}\n${MORE}`, null],
    ['is not the only paragraph', 'Council to vote on budget', null],
    [
      'is not a line that the next one goes on with',
      'This is a sentence\ncut off in the middle by its program.',
      null,
    ],
    ['is not the first of lines that are no prose', 'features\ncontact manager\nevents, activities', null],
    ['is not a date or a byline', `15 December 2025\nBy Jane Doe\n${BODY}\n${MORE}`, null],
    [
      'comes after a date and a byline',
      `15 December 2025\nBy Jane Doe\nBudget is late\n${BODY}`,
      'Budget is late',
    ],
    [
      'comes after a list of key points',
      `At a glance\n- late\n- later\n\nBudget is late\n\n${BODY}`,
      'Budget is late',
    ],
    ['may stand over verse', 'To a river\n\nIt goes by\nand I stay\nwith you\n', 'To a river'],
    ['comes after navigation', `Back\n\nBudget is late\n\n${BODY}`, 'Budget is late'],
  ])('%s', (_, text, title) => {
    expect(readText(text).title).toBe(title);
  });

  it('takes nothing from a file that is one long paragraph', () => {
    const text = `${BODY} ${MORE} `.repeat(20).trim();
    expect(readText(text)).toMatchObject({ title: null, blocks: [{ type: 'paragraph', text }] });
  });
});

describe('the blocks of a plain text', () => {
  it.each<[string, string, string[]]>([
    [
      'short lines without a stop over a paragraph are headings',
      `T\n\n${BODY}\n\nWhat comes next\n\n${MORE}`,
      [`p: ${BODY}`, 'h: What comes next', `p: ${MORE}`],
    ],
    [
      'headings need no blank lines around them',
      `T\n${BODY}\nWhat comes next\n${MORE}`,
      [`p: ${BODY}`, 'h: What comes next', `p: ${MORE}`],
    ],
    [
      'a short question between paragraphs is a heading',
      `T\n${BODY}\nWho decides?\n${MORE}`,
      [`p: ${BODY}`, 'h: Who decides?', `p: ${MORE}`],
    ],
    [
      'a quoted question is no heading',
      `T\n${BODY}\n“Who decides?”\n${MORE}`,
      [`p: ${BODY}`, 'p: “Who decides?”', `p: ${MORE}`],
    ],
    [
      'a caption is no heading',
      `T\n${BODY}\nPhoto: The mayor on Monday\n${MORE}`,
      [`p: ${BODY}`, 'p: Photo: The mayor on Monday', `p: ${MORE}`],
    ],
    ['a last line is no heading', `T\n${BODY}\nWhat comes next`, [`p: ${BODY}`, 'p: What comes next']],
    [
      'lines of a result list are no headings',
      `T\n${BODY}\nRovers 2 City 1\nUnited 0 Albion 0\nWanderers 3 Athletic 2\n${MORE}`,
      [`p: ${BODY}`, 'p: Rovers 2 City 1', 'p: United 0 Albion 0', 'p: Wanderers 3 Athletic 2', `p: ${MORE}`],
    ],
    [
      'bullets are a list, with their depth and marker',
      `T\n${BODY}\n- schools\n  * primary\n- roads\n${MORE}`,
      [`p: ${BODY}`, 'l1 -: schools', 'l2 *: primary', 'l1 -: roads', `p: ${MORE}`],
    ],
    [
      'numbered lines that count on are a list, blank lines between or not',
      `T\n${BODY}\n\n1. schools\n\n2. roads\n3. parks\n\n${MORE}`,
      [`p: ${BODY}`, 'l1 1.: schools', 'l1 2.: roads', 'l1 3.: parks', `p: ${MORE}`],
    ],
    [
      'one marked line alone stays as it is',
      `T\n${BODY}\n1. FC Nürnberg won.\n${MORE}`,
      [`p: ${BODY}`, 'p: 1. FC Nürnberg won.', `p: ${MORE}`],
    ],
    [
      'a wrapped item is one item',
      `T\n${BODY}\n- schools that are in need of\n  repair this year\n- roads`,
      [`p: ${BODY}`, 'l1 -: schools that are in need of repair this year', 'l1 -: roads'],
    ],
    [
      'lines marked as in e-mail are a quotation',
      `T\n${BODY}\n> We will vote.\n> It is time.\n>\n> Soon.\n${MORE}`,
      [`p: ${BODY}`, 'q: We will vote.', 'q: It is time.', 'q: Soon.', `p: ${MORE}`],
    ],
    [
      'rows with wide gaps, tabs or bars are a table',
      `T\n${BODY}\nYear   Budget\n2024   1.2m\n2025   1.4m\n\n| a | b |\n| 1 | 2 |\n${MORE}`,
      [`p: ${BODY}`, 't: Year   Budget\n2024   1.2m\n2025   1.4m', 't: | a | b |\n| 1 | 2 |', `p: ${MORE}`],
    ],
    [
      'two spaces after a stop are no table',
      `T\n${BODY.replace('. ', '.  ')}\n${MORE}`,
      [`p: ${BODY.replace('. ', '.  ')}`, `p: ${MORE}`],
    ],
  ])('%s', (_, text, expected) => {
    expect(outline(readText(text))).toEqual(expected);
  });
});

function wrap(text: string, width = 72): string {
  return text.replace(new RegExp(`(.{1,${String(width)}})(?: |$)`, 'g'), '$1\n').trim();
}

describe('wrapped lines', () => {
  const long = `Late on Friday ${BODY} ${MORE} The mayor, who has been in office for seven years, said that she would not stand again whatever the result of the vote might be.`;

  it('are rejoined, with paragraphs set apart by blank lines', () => {
    expect(outline(readText(`T\n\n${wrap(long)}\n\n${wrap(long)}`))).toEqual([`p: ${long}`, `p: ${long}`]);
  });

  it('are rejoined where paragraphs are only indented or begin after a short line', () => {
    expect(outline(readText(`${wrap(long)}\n   ${wrap(long)}`))).toEqual([`p: ${long}`, `p: ${long}`]);
  });

  it('keep headings and lists apart', () => {
    expect(outline(readText(`T\n\n${wrap(long)}\n\nThe vote\n\n${wrap(long)}\n\n- one\n- two`))).toEqual([
      `p: ${long}`,
      'h: The vote',
      `p: ${long}`,
      'l1 -: one',
      'l1 -: two',
    ]);
  });

  it('are told from sentences that have a line each', () => {
    const lines = [
      'The council met on Monday.',
      'It will vote on the budget next week, it said.',
      'The mayor was away.',
    ];
    expect(outline(readText(lines.join('\n')))).toEqual(lines.map((line) => `p: ${line}`));
  });

  it('keep the hyphen of a compound and drop that of a divided word', () => {
    const text = [
      'The negotiation took a long time, and nobody in the hall was able to say',
      'when the next one of these would be. It was the third round of the nego-',
      'tiation between the two sides, and it was a long one; it was about long-',
      'term plans for the roads and the schools of the town, which have to wait',
      'until the council has found the money that it needs to pay for all that.',
    ].join('\n');
    const joined = outline(readText(text)).join(' ');
    expect(joined).toContain('negotiation between');
    expect(joined).toContain('long-term plans');
  });
});

describe('what stands around an article', () => {
  it('says who wrote it, when, and for whom', () => {
    expect(
      readText(
        `Budget is late\nBy Jane Doe and John Smith\nPublished: 15 December 2025, 14:30 GMT\n\n${BODY}\n\n(afp, tm)`,
      ),
    ).toMatchObject({
      title: 'Budget is late',
      byline: 'Jane Doe and John Smith',
      publishedAt: '2025-12-15T14:30Z',
      source: 'AFP',
      credits: ['By Jane Doe and John Smith', '(afp, tm)'],
      boilerplate: [{ text: 'Published: 15 December 2025, 14:30 GMT', reason: 'markup' }],
      blocks: [{ type: 'paragraph', text: BODY }],
    });
  });

  it('is read from labelled lines at the head', () => {
    const head =
      'Title: Budget is late\nSource: The Daily\nDate: 2025-12-15\nAuthor: Jane Doe\nURL: https://example.org/a';
    expect(readText(`${head}\n\nBudget is late\n\n${BODY}`)).toMatchObject({
      title: 'Budget is late',
      titleOrigin: 'stated',
      source: 'The Daily',
      byline: 'Jane Doe',
      publishedAt: '2025-12-15',
      blocks: [{ type: 'paragraph', text: BODY }],
      boilerplate: [
        ...head.split('\n').map((text) => ({ text, reason: 'markup' })),
        { text: 'Budget is late', reason: 'repeated-title' },
      ],
    });
  });

  it('names the agency of a dateline, which stays in the text', () => {
    const text = `BERLIN, Dec 15 (Reuters) - ${BODY}`;
    expect(readText(`Budget is late\n${text}`)).toMatchObject({
      source: 'Reuters',
      publishedAt: null,
      blocks: [{ text }],
    });
  });

  it('is never guessed', () => {
    expect(
      readText(`Budget is late\n${BODY}\nOn December 14 they met. The 2024 budget was late too.`),
    ).toMatchObject({
      source: null,
      byline: null,
      publishedAt: null,
    });
  });
});

describe('what repeats its title', () => {
  const shownOf = (text: string) => readText(text).blocks.map((block) => block.text);

  it('is moved aside at the head only: further down it is a refrain or a quotation', () => {
    const refrain = 'Still the river runs';
    const verses = Array.from({ length: 6 }, (_, i) => `Verse ${i} has some words of its own to say.`);
    const text = [refrain, refrain, ...verses, refrain].join('\n\n');
    const { title, boilerplate } = readText(text);
    expect(title).toBe(refrain);
    expect(boilerplate.map(({ reason }) => reason)).toEqual(['repeated-title']);
    expect(shownOf(text)).toEqual([...verses, refrain]);
  });

  it('is not all of the text', () => {
    expect(shownOf(Array(4).fill(BODY).join('\n\n'))).toEqual([BODY, BODY, BODY, BODY]);
    expect(shownOf('Talks were held.\n\nTalks were held.')).toHaveLength(2);
  });
});

describe('what repeats an article', () => {
  const items = ['- The council will discuss the budget on Monday', '- Residents send comments until Friday'];
  const marked = [
    'l1 -!: The council will discuss the budget on Monday',
    'l1 -!: Residents send comments until Friday',
  ];

  it.each<[string, string, string[]]>([
    [
      'a list under a closing heading',
      `T\n${BODY}\n${MORE}\nConclusion\nTime is short, he said.\n${items.join('\n')}`,
      ['h: Conclusion', 'p: Time is short, he said.', ...marked],
    ],
    [
      'a closing list in the words of the article',
      `T\n${BODY}\n${MORE}\nIt was late.\n${items.join('\n')}`,
      marked,
    ],
    [
      'key points at the head',
      `T\nKey points\n${items.join('\n')}\n${BODY}\n${MORE}`,
      ['h: Key points', ...marked, `p: ${BODY}`, `p: ${MORE}`],
    ],
  ])('is marked: %s', (_, text, expected) => {
    expect(outline(readText(text)).filter((line) => expected.includes(line))).toEqual(expected);
  });

  it('is not a closing list that says something new', () => {
    const list = ['- Library opens at nine', '- Swimming pool closed for winter'];
    expect(readText(`T\n${BODY}\n${MORE}\n${list.join('\n')}`).blocks.some(({ role }) => role)).toBe(false);
  });
});

const LINES = [
  BODY,
  MORE,
  'What comes next',
  'Who decides?',
  '- an item',
  '* another',
  '1. first',
  '2. second',
  '> quoted words',
  '>',
  '',
  '',
  '---',
  'Share on Facebook | Share on X',
  'Back',
  'By Jane Doe',
  '15 December 2025',
  'Title: Budget',
  '(reuters)',
  'a   b   c',
  'a\tb',
  '| x | y |',
  'and goes on in small letters',
  'a broken li-',
  'ne of text',
  '© 2025 The Daily',
  'Key points',
  '   indented text',
  'Advertisement',
  'شكرا',
  '会談。',
];

describe('readText', () => {
  it('loses no character but white space, quote marks and the hyphens of divided words', () => {
    const line = fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: 'grapheme', maxLength: 90 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = normaliseText(lines.join('\n'));
        const document = readText(text);
        const parts = [
          document.boilerplate.some(
            ({ reason, text: aside }) => reason === 'markup' && aside.startsWith('Title:'),
          )
            ? ''
            : (document.title ?? ''),
          ...document.blocks.map(({ marker = '', text: own }) => marker + own),
          ...document.boilerplate.map(({ text: own }) => own),
          ...document.credits,
        ];
        expect(characters(parts.join(''))).toEqual(characters(text));
        expectInOrder(
          document.blocks.map((block) => block.text),
          text,
        );
      }),
      { numRuns: 500 },
    );
  });
});

/** Every block's words come after those of the block before it. */
function expectInOrder(blocks: readonly string[], text: string): void {
  const plain = (part: string) => part.replace(/[\s>\-\u00ad]/gu, '');
  const whole = plain(text);
  let at = 0;
  for (const block of blocks) {
    const found = whole.indexOf(plain(block), at);
    expect(found).toBeGreaterThanOrEqual(at);
    at = found + plain(block).length;
  }
}

/** The characters of a text in order of their codes, without those that reading may drop. */
function characters(text: string): string {
  return [...text.replace(/[\s>\-\u00ad]/gu, '')].sort().join('');
}
