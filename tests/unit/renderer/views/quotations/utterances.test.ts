import { describe, expect, it } from 'vitest';
import type { Quotation } from '../../../../../electron/api/index.ts';
import { Reading } from '../../../../../renderer/state/reading.svelte.ts';
import { speakersOf, utterancesOf } from '../../../../../renderer/views/quotations/utterances.ts';
import { ids, quotation } from '../../state/comparison-fake.ts';
import { article, fakeClient, pair, sentenceId } from '../../state/reading-fake.ts';

const [a, b, c] = ids('a', 'b', 'c') as [never, never, never];
const said = (name: string, text: string, rest: Partial<Quotation> = {}) =>
  quotation(name, 1, text, 1, { speaker: 'Zelensky', speakerKey: 'zelensky', group: 'it', ...rest });

async function reading(quotations: readonly Quotation[]) {
  const articles = [
    article('a', ['“It works,” he said.']),
    article('b', ['“It works,” he said.']),
    article('c', ['He said that it works.']),
  ];
  const pairs = [
    pair(sentenceId('a', 1), sentenceId('b', 1)),
    pair(sentenceId('a', 1), sentenceId('c', 1)),
    pair(sentenceId('b', 1), sentenceId('c', 1)),
  ];
  const made = new Reading(fakeClient({ articles, pairs, comparison: { quotations } }), null);
  await made.show({ articleIds: [a, b, c] });
  return made;
}

describe('an utterance', () => {
  it('is told once, with who has the same words and who reports it unquoted', async () => {
    const [only, ...more] = utterancesOf(await reading([said('a', 'It works,'), said('b', 'It works')]));
    expect(more).toEqual([]);
    expect(only?.quoted.words).toBe('“It works,”');
    expect(only?.voices.map(({ articleId }) => articleId)).toEqual(['a', 'b']);
    expect(only?.others).toBe('same words in B; reported by C, unquoted');
  });

  it('says who words it differently, in the words of who has most', async () => {
    const [only] = utterancesOf(await reading([said('a', 'works'), said('b', 'It works')]));
    expect(only?.shown.articleId).toBe('b');
    expect(only?.others).toBe('worded differently in A; reported by C, unquoted');
  });

  it('says that nobody else has it', async () => {
    const [only] = utterancesOf(await reading([quotation('c', 1, 'He said', 0, { group: 'other' })]));
    expect(only?.others).toBe('reported by A and B, unquoted');
    const [alone] = utterancesOf(
      await reading([quotation('c', 1, 'He said', 0), said('a', 'x'), said('b', 'y', { group: 'z' })]),
    );
    expect(alone?.others).toBe('only here');
  });
});

describe('speakers', () => {
  it('come by how often they are quoted, whoever is not named last, under their fullest name', () => {
    const unnamed = [1, 2, 3].map((number) => quotation('a', number, 'x', 0));
    const speakers = speakersOf({
      quotations: [
        ...unnamed,
        said('a', 'x', { speaker: 'Peskov', speakerKey: 'peskov', group: 'p' }),
        said('a', 'x', { group: 'one' }),
        said('b', 'x', { group: 'one', speaker: 'Volodymyr Zelensky' }),
        said('a', 'y', { group: 'two' }),
      ],
    });
    expect(speakers.map(({ name, count }) => [name, count])).toEqual([
      ['Volodymyr Zelensky', 2],
      ['Peskov', 1],
      ['Not named', 3],
    ]);
  });
});
