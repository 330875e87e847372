import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HighlightId } from '../../../../electron/api/index.ts';
import { anchor } from '../../../../electron/engine/annotations/anchor.ts';
import { placedSentences } from '../../../../electron/engine/annotations/quotes.ts';
import type { KeptHighlight } from '../../../../electron/engine/annotations/state.ts';
import { readPaths } from '../../../../electron/engine/offline.ts';
import { article } from '../articles.ts';

const BEFORE = 'The delegations arrived in Berlin late on Saturday evening.';
const MARKED = 'The first round of talks lasted five hours and ended without any agreement.';
const AFTER = 'A spokesman declined to say when they would meet again.';
const LAST = 'Markets barely moved on the news.';

function marked(texts: readonly string[], at: number, former: string | null = null): KeptHighlight {
  const made = article('a.txt', texts);
  const place = placedSentences(made)[at];
  if (!place) throw new Error('There is no such sentence.');
  return {
    id: `h${at}` as HighlightId,
    articleId: made.id,
    sentenceId: place.sentence.id,
    position: at,
    quote: place.quote,
    former,
    note: '',
    madeAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-01T00:00:00.000Z',
  };
}

function found(highlight: KeptHighlight, texts: readonly string[]): string | null {
  return anchor([highlight], article('a.txt', texts)).get(highlight.id)?.sentence.text ?? null;
}

const original = [BEFORE, MARKED, AFTER, LAST];
const highlight = marked(original, 1);

describe('a marked sentence is found', () => {
  test.each<[string, string[], string]>([
    ['at another place', [AFTER, LAST, MARKED], MARKED],
    ['with a typing error mended', [BEFORE, MARKED.replace('agreement', 'agreemnet'), AFTER], ''],
    ['with another word', [BEFORE, MARKED.replace('talks', 'negotiations'), AFTER], ''],
    ['with another number, between its neighbours', [BEFORE, MARKED.replace('five', '6'), AFTER], ''],
    ['with more words', [BEFORE, MARKED.replace('talks', 'difficult talks on Sunday'), AFTER], ''],
    ['with a typing error mended, at another place', [LAST, MARKED.replace('first', 'frist'), BEFORE], ''],
    ['joined with the one before', [`${BEFORE.slice(0, -1)}, and ${MARKED}`, AFTER], ''],
    [
      'split, in its longer half',
      [BEFORE, 'The first round of talks lasted five hours.', 'It ended without any agreement.', AFTER],
      'The first round of talks lasted five hours.',
    ],
  ])('%s', (_what, texts, expected) => {
    const wanted = expected || texts.find((text) => text.includes('without any') || text.includes('talks'));
    expect(found(highlight, texts)).toBe(wanted);
  });

  test('where a text repeats it, at the place that is like the one before', () => {
    const texts = [MARKED, BEFORE, LAST, MARKED, AFTER];
    const second = marked(texts, 3);
    const place = anchor([second], article('a.txt', [LAST, ...texts])).get(second.id);
    expect(place?.position).toBe(4);
  });

  test('in the words that were marked first, once they are back', () => {
    const edited = MARKED.replace('five', 'six long');
    expect(found(marked([BEFORE, edited, AFTER], 1, MARKED), original)).toBe(MARKED);
  });

  test('each in a place of its own, where two are alike', () => {
    const texts = [MARKED, AFTER, MARKED, LAST];
    const both = [marked(texts, 0), marked(texts, 2)];
    const places = anchor(both, article('a.txt', texts));
    expect(both.map(({ id }) => places.get(id)?.position)).toEqual([0, 2]);
  });
});

describe('a marked sentence is left without a place', () => {
  test.each<[string, string[]]>([
    ['when it is gone', [BEFORE, AFTER, LAST]],
    [
      'rather than become its opposite at another place',
      [LAST, MARKED.replace('ended', 'never ended'), 'Something else.'],
    ],
    [
      'rather than get another number at another place',
      [LAST, MARKED.replace('five', '15'), 'Something else.'],
    ],
    ['rather than become what stands in its place', [BEFORE, LAST, AFTER]],
    ['where two could be it', [MARKED.replace('five', 'some'), LAST, MARKED.replace('five', 'many')]],
    ['in another text', ['Nothing here is the same.', 'Not a word of it.']],
  ])('%s', (_what, texts) => {
    expect(found(highlight, texts)).toBeNull();
  });
});

test('in the sample library a sentence that is gone is never taken for another', async () => {
  const { articles } = await readPaths([path.resolve(import.meta.dirname, '../../../../seeds')]);
  expect(articles).toHaveLength(5);
  for (const { blocks } of articles) {
    const texts = blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    for (const [at, text] of texts.entries()) {
      if (texts.indexOf(text) !== at || texts.lastIndexOf(text) !== at) continue;
      expect(found(marked(texts, at), texts.toSpliced(at, 1)), text).toBeNull();
    }
  }
});
