import { describe, expect, it } from 'vitest';
import { nearby, passageOf, type Passage } from '../../../../renderer/parts/passage.ts';

/** As one reads it. */
const passageText = ({ opened, before, value, after, closed }: Passage) =>
  `${opened ? '[…] ' : ''}${before}${value}${after}${closed ? ' […]' : ''}`;

const TEXT = 'On Monday, Zelensky said he was ready to give up the bid.';
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

describe('a passage', () => {
  it('has its words verbatim, the value told apart, and says where the sentence goes on', () => {
    const passage = passageOf(TEXT, span('he was ready to give up'), span('ready'));
    expect(passage).toEqual({
      opened: true,
      before: 'he was ',
      value: 'ready',
      after: ' to give up',
      closed: true,
    });
    expect(passageText(passage)).toBe('[…] he was ready to give up […]');
  });

  it('leaves nothing out where only a sign is missing', () => {
    const passage = passageOf(TEXT, { start: 0, end: TEXT.length - 1 });
    expect(passage).toMatchObject({ opened: false, closed: false, value: '' });
  });

  it('keeps to the context, without spaces at its edges', () => {
    const { start, end } = span(' Zelensky said ');
    expect(passageText(passageOf(TEXT, { start, end }, span('said he')))).toBe('[…] Zelensky said […]');
  });
});

describe('a context', () => {
  it('that is long is cut between words, near the value', () => {
    const text = `${'before '.repeat(40)}HERE${' after'.repeat(40)}`;
    const value = { start: text.indexOf('HERE'), end: text.indexOf('HERE') + 4 };
    const { start, end } = nearby(text, { start: 0, end: text.length }, value);
    expect(text.slice(start, end)).toMatch(/^before (before )*HERE( after)* after$/);
    expect(end - start).toBeLessThan(190);
    expect(start).toBeLessThanOrEqual(value.start - 80);
  });

  it('that is short stays as it is', () => {
    const context = { start: 3, end: TEXT.length };
    expect(nearby(TEXT, context, span('ready'))).toBe(context);
  });
});
