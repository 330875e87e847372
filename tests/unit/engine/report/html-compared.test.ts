import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { briefHtml } from '../../../../electron/engine/report/html.ts';
import { briefModel } from '../../../../electron/engine/report/model.ts';
import { AGENCY, compared, PAPER } from './compared-sample.ts';
import {
  accountOf,
  article,
  claim,
  discrepancy,
  entry,
  fact,
  input,
  parts,
  quotation,
  said,
} from './sample.ts';

function page(given = compared()): Document {
  return parseHTML(briefHtml(briefModel(given), '')).document as unknown as Document;
}

const text = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const texts = (document: Document, selector: string) => [...document.querySelectorAll(selector)].map(text);

describe('the HTML of what comparing gives', () => {
  const document = page();

  it('has the parts asked for, in their order', () => {
    expect(texts(document, 'h2')).toEqual([
      'What only one account says',
      'Sources',
      'Differences',
      'Quotations',
      'Timeline',
      'Who reports what',
      'Method',
    ]);
    expect(texts(page({ ...compared(), parts: parts() }), 'h2')).toEqual(['Sources', 'Method']);
  });

  it('has what only one account says with its letter', () => {
    expect(texts(document, '.only-one-section li')).toEqual(['The harbour is closed. A']);
  });

  it('has differences with their kind, how grave they are, and the words that differ in bold', () => {
    const section = document.querySelector('.differences-section');
    expect(text(section?.querySelector('.label'))).toBe(
      'DifferencesWhat differs is in bold. 1 put aside by the reader',
    );
    expect(text(section?.querySelector('.head'))).toBe('Number: soldiers Conflict');
    expect(text(section?.querySelector('.what'))).toBe('The number differs.');
    expect([...(section?.querySelectorAll('.readings li') ?? [])].map(text)).toEqual([
      'AD On Sunday they sent 12 ships, a very long-awaited move.',
      'B(C) Some 20 ships were sent on December 14.',
    ]);
    expect([...(section?.querySelectorAll('.readings b') ?? [])].map(text)).toEqual(['12', '20']);
  });

  it('has quotations by speaker, with the same in other words below', () => {
    const speakers = [...document.querySelectorAll('.speaker')].map((speaker) => [
      text(speaker.querySelector('.head')),
      text(speaker.querySelector('.readings')),
    ]);
    expect(speakers).toEqual([
      [
        'Minister Jo Roe',
        'B “We will sail at dawn,” Minister Jo Roe said.Worded differently:A The minister said: “We sail at dawn.”',
      ],
      ['الوزير', 'D قال الوزير: «سنبحر عند الفجر».'],
    ]);
    expect(texts(document, '.speaker .quiet')).toEqual([
      'Minister Jo Roe said.',
      'The minister said:',
      'قال الوزير:',
      '.',
    ]);
  });

  it('has an event under its date, with the words that give it', () => {
    expect(texts(document, '.day th')).toEqual(['Sunday 14 December 2025']);
    expect(texts(document, '.day td')).toEqual([
      'A, C: “On Sunday”B: “on December 14”',
      'On Sunday they sent 12 ships […] AB(C)',
    ]);
  });

  it('says where a part has nothing, and that this shows nothing', () => {
    const empty = input([PAPER, article('z')], {
      parts: parts('onlyOne', 'differences', 'quotations', 'timeline', 'facts'),
    });
    expect(texts(page(empty), 'section:not(.method-section) > .note')).toEqual([
      'No such sentence was found.',
      'None was found. That does not show that there is none.',
      'None was found.',
      'No dated event was found.',
      'No fact was found that several of them report.',
    ]);
  });

  it('compares nothing in a brief of one article', () => {
    const single = input([PAPER], {
      parts: parts('onlyOne', 'differences', 'quotations', 'timeline', 'facts'),
      quotations: [quotation(PAPER, 'We sail at dawn.')],
    });
    expect(texts(page(single), 'h2')).toEqual(['Sources', 'Quotations', 'Timeline', 'Method']);
  });

  it('keeps an article’s words in its language and direction, and the letters beside them at the left', () => {
    const said = [...document.querySelectorAll('.speaker .words')].at(-1);
    expect([said?.getAttribute('lang'), said?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(said?.parentElement?.getAttribute('dir')).toBeNull();
  });

  it('keeps hostile words as words in every part', () => {
    const evil = '<script>alert(1)</script> "on" \'x\' </style><img src=x onerror=y>';
    const of = (name: string) =>
      article(name, [{ type: 'paragraph', text: [`${evil} ${name}`] }], { title: evil });
    const [x, y] = [of('x'), of('y')];
    const html = briefHtml(
      briefModel(
        input([x, y], {
          parts: parts('onlyOne', 'differences', 'quotations', 'timeline', 'facts'),
          summary: { words: 0, sentences: [], onlyOne: [said(evil, x)] },
          discrepancies: [discrepancy([[claim(x, evil)], [claim(y, '"on"')]], { about: evil, what: evil })],
          quotations: [quotation(x, evil, { speaker: evil, speakerKey: evil })],
          timeline: [entry(x, evil, evil, evil)],
          facts: [fact(evil, [x, y])],
          datings: [{ articleId: x.id, date: evil, origin: 'inferred', reason: evil }],
        }),
      ),
      '',
    );
    expect(html.match(/<(script|img)|<\/style>(?=[\s\S]*<\/style>)/gi)).toBeNull();
    // Title twice, one source note, and each of the parts.
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(12);
  });
});

describe('the table of who reports what', () => {
  it('has a column for each article, those of one account tied, and says who differs', () => {
    const document = page();
    expect(texts(document, '.matrix thead th')).toEqual(['A', 'B', 'C', 'D', 'Independent']);
    expect([...document.querySelectorAll('.matrix .tied')].map(text)).toEqual(['C']);
    expect(texts(document, '.matrix tbody tr').map((row) => row.replace(/ /g, ''))).toEqual([
      'shipsweresentB≠BC2of3',
    ]);
    expect(text(document.querySelector('.facts-section .label'))).toContain('1 more in one account alone');
    expect(text(document.querySelector('.matrix + .what'))).toContain(
      'B and C tell one text and count once.',
    );
  });

  it('counts nobody where all articles are one account', () => {
    const one = [accountOf(PAPER.id, AGENCY.id)];
    const given = input([PAPER, AGENCY], { accounts: one, parts: parts('facts') });
    const shared = { ...fact('The harbour is closed.', [PAPER, AGENCY]), independent: 1 };
    expect(texts(page({ ...given, facts: [shared] }), '.matrix thead th')).toEqual(['A', 'B']);
  });

  it('is a list where the articles are too many for columns', () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      article(`n${index}`, [{ type: 'paragraph', text: [`It is so in ${index}.`] }]),
    );
    const [first, second, third] = many;
    if (!first || !second || !third) throw new Error('There are too few articles.');
    const document = page(
      input(many, { parts: parts('facts'), facts: [fact('It is so', [first, second, third], [third])] }),
    );
    expect(document.querySelector('table')).toBeNull();
    expect(texts(document, '.facts-section li')).toEqual([
      'It is so A3 of 14 independent; reported by A B differently by C',
    ]);
  });
});
