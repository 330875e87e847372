import { describe, expect, it } from 'vitest';
import type { ArticleId, Highlight } from '../../../../../electron/api/index.ts';
import { copiedText, notedIn } from '../../../../../renderer/views/notes/notes.ts';

const highlight = (id: string, article: string, exact: string, note: string, stands: boolean): Highlight =>
  ({
    id,
    articleId: article,
    sentenceId: stands ? `${id}.s` : null,
    quote: { exact, prefix: '', suffix: '' },
    note,
    title: `Title of ${article}`,
    path: `${article}.txt`,
  }) as unknown as Highlight;

const ALL = [
  highlight('h1', 'aaaa', 'They met in Berlin.', '', true),
  highlight('h2', 'bbbb', 'They will meet again.', 'Did they?', true),
  highlight('h3', 'aaaa', 'A line that went.', '', false),
];
const idsOf = ({ articles, orphans }: ReturnType<typeof notedIn>) => [
  articles.map(({ id, highlights }) => [id, highlights.map((each) => each.id)]),
  orphans.map((each) => each.id),
];

describe('notedIn', () => {
  it.each([
    [
      'library',
      '',
      [
        [
          ['aaaa', ['h1']],
          ['bbbb', ['h2']],
        ],
        ['h3'],
      ],
    ],
    ['story', '', [[['aaaa', ['h1']]], ['h3']]],
    ['bbbb', '', [[['bbbb', ['h2']]], []]],
    ['library', 'MEET did', [[['bbbb', ['h2']]], []]],
    ['library', 'title of aaaa', [[['aaaa', ['h1']]], ['h3']]],
    ['story', 'again', [[], []]],
  ])('lists of %s with %o: %o', (scope, sought, expected) => {
    expect(idsOf(notedIn(ALL, scope as ArticleId, ['aaaa' as ArticleId], sought))).toEqual(expected);
  });
});

it('copies the words with the note and where they are from', () => {
  const [, second] = ALL;
  expect(second && copiedText(second)).toBe(
    '“They will meet again.”\n\nDid they?\n\nTitle of bbbb (bbbb.txt)',
  );
});
