import { describe, expect, it } from 'vitest';
import { quotedIn } from '../../../../../renderer/views/quotations/quoted.ts';
import { quotation } from '../../state/comparison-fake.ts';
import { sentenceId } from '../../state/reading-fake.ts';

const texts: Record<string, string> = {
  [sentenceId('a', 1)]: 'He said: “It is workable,” in Berlin on Monday.',
  [sentenceId('a', 2)]: '“It is workable,” he said.',
  [sentenceId('a', 3)]: '“We talked.',
  [sentenceId('a', 4)]: 'They were productive.” He left.',
  [sentenceId('a', 5)]: '"All of it."',
};
const textOf = (id: string) => texts[id] ?? null;

describe('a quotation', () => {
  it('has its marks, and the rest of its sentence with a sign of where it stands', () => {
    expect(quotedIn(quotation('a', 1, 'It is workable,', 10), textOf)).toEqual({
      words: '“It is workable,”',
      context: 'He said: […] in Berlin on Monday.',
    });
    expect(quotedIn(quotation('a', 2, 'It is workable,', 1), textOf).context).toBe('he said.');
    expect(quotedIn(quotation('a', 5, 'All of it.', 1), textOf)).toEqual({
      words: '"All of it."',
      context: '',
    });
  });

  it('also where the offsets have the marks in them', () => {
    expect(quotedIn(quotation('a', 2, '“It is workable,”', 0), textOf)).toEqual({
      words: '“It is workable,”',
      context: 'he said.',
    });
  });

  it('of several sentences is whole, and what follows it is its context', () => {
    const long = quotation('a', 3, 'We talked.', 1, {
      sentences: [sentenceId('a', 3), sentenceId('a', 4)],
      whole: 'We talked. They were productive.',
    });
    expect(quotedIn(long, textOf)).toEqual({
      words: '“We talked. They were productive.”',
      context: 'He left.',
    });
  });

  it('stands without its marks while its article is not there', () => {
    expect(quotedIn(quotation('a', 2, 'It is workable,', 1), () => null)).toEqual({
      words: 'It is workable,',
      context: '',
    });
  });
});
