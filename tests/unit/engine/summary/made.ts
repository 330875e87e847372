import type { Article, Block, BlockType } from '../../../../electron/api/index.ts';
import { articleIdOf, idsWithin } from '../../../../electron/engine/documents/ids.ts';
import { analyse, type Analysis } from '../../../../electron/engine/language/analysis.ts';

/** A block by its sentences; a bare list is a paragraph. */
export type MadeBlock =
  | readonly string[]
  | { readonly type: BlockType; readonly recap?: boolean; readonly sentences: readonly string[] };

/** An analysed article made for a test. */
export function made(path: string, blocks: readonly MadeBlock[], language = 'en', title = ''): Analysis {
  const id = articleIdOf(path);
  const ids = idsWithin(id);
  const article: Article = {
    id,
    path,
    title,
    titleOrigin: title === '' ? 'made' : 'heading',
    source: null,
    byline: null,
    publishedAt: null,
    language,
    direction: 'ltr',
    blocks: blocks.map((block): Block => {
      const { type, recap, sentences } =
        'type' in block ? block : { type: 'paragraph' as const, recap: false, sentences: block };
      return {
        id: ids.block(sentences.join(' ')),
        type,
        ...(recap ? { role: 'recap' as const } : {}),
        sentences: sentences.map((text) => ({ id: ids.sentence(text), text })),
      };
    }),
    boilerplate: [],
    credits: [],
    wordCount: 0,
    contentHash: '',
  };
  return analyse(article);
}

export const FLOOD = made('flood.txt', [
  { type: 'heading', sentences: ['Thousands leave their homes as the river rises'] },
  [
    'The river Harl burst its banks near Ostrel on Tuesday night and forced 4,000 people to leave their homes.',
  ],
  [
    'Governor Petra Aldin called for a state of emergency after the river flooded the valley.',
    'However, she did not say how the repairs would be paid for.',
  ],
  ['Will the dykes hold if the rain comes back at the end of the week?'],
  ['The railway between Ostrel and Veldby is closed because the river washed away an embankment.'],
  {
    type: 'list-item',
    recap: true,
    sentences: ['The river Harl flooded homes near Ostrel and Veldby on Tuesday.'],
  },
]);

export const FLOOD_TOO = made('flood-too.txt', [
  [
    'Some 4,000 people had to leave their homes when the river Harl flooded the valley near Ostrel on Tuesday.',
  ],
  ['An engineer said that a plan to raise the dykes of the river Harl had been put off twice since 2019.'],
  [
    'The government will decide on Thursday about the state of emergency that Governor Petra Aldin asked for.',
  ],
]);
