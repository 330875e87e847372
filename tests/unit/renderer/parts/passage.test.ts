import { describe, expect, it } from 'vitest';
import { passageOf, passageText } from '../../../../renderer/parts/passage.ts';

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
