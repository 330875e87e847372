import { describe, expect, it } from 'vitest';
import type { Quotation } from '../../../../electron/api/index.ts';
import { briefModel } from '../../../../electron/engine/report/model.ts';
import type { SaidView } from '../../../../electron/engine/report/quotations.ts';
import { article, input, parts, quotation } from './sample.ts';

const a = article('a', [
  {
    type: 'paragraph',
    text: [
      'The mayor called it “a very good day” and “the best of news,” on Monday.',
      '“We are done.',
      'We go home,” she said.',
      'Then he said: “We shall see.”',
    ],
  },
]);
const b = article('b', [
  { type: 'paragraph', text: ['“We are finished, and go home,” said Mayor Ann Lee.'] },
]);
const c = article('c', [{ type: 'paragraph', text: ['She said: "We are done. We go home"'] }]);
const mayor = { speaker: 'The mayor', speakerKey: 'lee' };

function view(quotations: readonly Quotation[]) {
  return briefModel(input([a, b, c], { parts: parts('quotations'), quotations })).quotations;
}

function plain({ cut: { pieces, before, after } }: SaidView): string {
  const words = pieces.map(({ text, tone }) => (tone === 'quiet' ? `(${text})` : text)).join('');
  return `${before ? '… ' : ''}${words}${after ? ' …' : ''}`;
}

const letters = ({ marks }: SaidView) =>
  marks.map(({ source, kind }) => `${kind} ${source.letter}`).join(', ');

describe('the quotations of a brief', () => {
  it('stand under their speaker by the fullest name, the most quoted first and nobody last', () => {
    const found = view([
      quotation(a, 'We shall see.'),
      quotation(a, 'a very good day', { speaker: 'Roe', speakerKey: 'roe' }),
      quotation(a, 'We are done.', mayor),
      quotation(b, 'We are finished, and go home,', { ...mayor, speaker: 'Mayor Ann Lee' }),
    ]);
    expect(found?.speakers.map(({ name, utterances }) => [name, utterances.length])).toEqual([
      ['Mayor Ann Lee', 2],
      ['Roe', 1],
      [null, 1],
    ]);
  });

  it('run over all their sentences, their marks included and what is around them apart', () => {
    const said = quotation(a, 'We are done.', {
      ...mayor,
      whole: 'We are done. We go home,',
      sentences: [a.blocks[0]?.sentences[1], a.blocks[0]?.sentences[2]].flatMap((each) => each?.id ?? []),
    });
    const utterance = view([said])?.speakers[0]?.utterances[0];
    expect(utterance && plain(utterance)).toBe('“We are done. We go home,”( she said.)');
  });

  it('are put together where several are said in one sentence', () => {
    const found = view([
      quotation(a, 'a very good day', { ...mayor, fragment: true }),
      quotation(a, 'the best of news,', { ...mayor, fragment: true }),
    ]);
    const said = found?.speakers[0]?.utterances ?? [];
    expect(said.map(plain)).toEqual([
      '(The mayor called it )“a very good day”( and )“the best of news,”( on Monday.)',
    ]);
    expect(found?.shown).toBe(2);
  });

  it('stay apart in one sentence where somebody else words one of them differently', () => {
    const found = view([
      quotation(a, 'a very good day', { ...mayor, group: 'day' }),
      quotation(a, 'the best of news,', mayor),
      quotation(b, 'We are finished,', { ...mayor, group: 'day' }),
    ]);
    const said = found?.speakers[0]?.utterances ?? [];
    expect(said.map(({ quotation: { text }, otherwise }) => [text, otherwise.length])).toEqual([
      ['a very good day', 1],
      ['the best of news,', 0],
    ]);
  });

  it('tell who has the same words, and who has others', () => {
    const group = { ...mayor, group: 'g' };
    const found = view([
      quotation(a, 'We are done.', group),
      quotation(b, 'We are finished, and go home,', group),
      quotation(c, 'We are done. We go home', group),
    ]);
    const [utterance] = found?.speakers[0]?.utterances ?? [];
    expect(utterance && letters(utterance)).toBe('own C, reports A');
    expect(utterance?.otherwise.map(letters)).toEqual(['own B']);
    expect([found?.shown, found?.total]).toEqual([1, 1]);
  });

  it('are forty at most: those of several accounts, and whole ones before fragments', () => {
    const many = article('m', [
      { type: 'paragraph', text: Array.from({ length: 60 }, (_, index) => `“Word number ${index}” it was.`) },
    ]);
    const quotations = Array.from({ length: 60 }, (_, index) =>
      quotation(many, `Word number ${index}`, { fragment: index < 30, speaker: 'X', speakerKey: 'x' }),
    );
    const found = briefModel(input([many], { parts: parts('quotations'), quotations })).quotations;
    const kept = found?.speakers.flatMap(({ utterances }) => utterances.map((each) => each.quotation.text));
    expect([found?.shown, found?.total]).toEqual([40, 60]);
    expect(kept?.slice(10)).toEqual(quotations.slice(30).map(({ text }) => text));
  });
});
