import { describe, expect, it } from 'vitest';
import { briefModel } from '../../../../electron/engine/report/model.ts';
import { accountOf, article, claim, discrepancy, input, parts } from './sample.ts';

const a = article('a', [{ type: 'paragraph', text: ['They sent 12 ships.', 'It rained.'] }]);
const b = article('b', [{ type: 'paragraph', text: ['Some 20 ships were sent.'] }]);
const c = article('c', [{ type: 'paragraph', text: ['A fleet of 20 ships.'] }]);
const differ = discrepancy([[claim(a, '12')], [claim(b, '20'), claim(c, '20')]]);

function view(discrepancies: readonly (typeof differ)[], more = {}) {
  return briefModel(input([a, b, c], { parts: parts('differences'), discrepancies, ...more })).differences;
}

describe('the differences of a brief', () => {
  it('show each reading in the words of its best claim, with the letters of all', () => {
    const [shown] = view([differ], { accounts: [accountOf(b.id, c.id), accountOf(a.id)] })?.shown ?? [];
    expect(
      shown?.readings.map(({ marks, cut }) => [
        marks.map(({ source, kind }) => `${kind} ${source.letter}`).join(', '),
        cut.pieces.map(({ text, tone }) => (tone === 'strong' ? `*${text}*` : text)).join(''),
      ]),
    ).toEqual([
      ['own A', 'They sent *12* ships.'],
      ['own B, rewrite C', 'Some *20* ships were sent.'],
    ]);
  });

  it('leave out what the reader has put aside, and count it', () => {
    const aside = { ...differ, dismissed: true };
    expect(view([aside, differ, aside])).toMatchObject({ total: 1, dismissed: 2 });
    expect(view([aside])?.shown).toEqual([]);
  });

  it('stop at forty, and say of how many', () => {
    const found = view(Array.from({ length: 50 }, () => differ));
    expect([found?.shown.length, found?.total]).toEqual([40, 50]);
  });

  it('are none of one article’s', () => {
    expect(briefModel(input([a], { parts: parts('differences') })).differences).toBeNull();
  });
});
