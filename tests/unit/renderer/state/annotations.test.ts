import { describe, expect, it, vi } from 'vitest';
import {
  SynopticError,
  type Annotations,
  type ArticleId,
  type ArticleMarks,
  type Highlight,
  type HighlightId,
  type ReaderApi,
  type SentenceId,
} from '../../../../electron/api/index.ts';
import { importedText, ReaderAnnotations } from '../../../../renderer/state/annotations.svelte.ts';

const id = (name: string): ArticleId => name as ArticleId;
const marks = (name: string, rest: Partial<ArticleMarks> = {}): ArticleMarks => ({
  articleId: id(name),
  tags: [],
  starred: false,
  read: false,
  ...rest,
});
const highlight = (name: string, article: string, rest: Partial<Highlight> = {}): Highlight => ({
  id: name as HighlightId,
  articleId: id(article),
  sentenceId: `${article}.s1` as SentenceId,
  quote: { exact: `Words of ${name}.`, prefix: '', suffix: '' },
  note: '',
  title: `Title of ${article}`,
  path: `${article}.txt`,
  madeAt: '',
  changedAt: '',
  ...rest,
});

function annotationsOn(all: Annotations) {
  const api = {
    annotations: vi.fn(() => Promise.resolve(all)),
    tag: vi.fn(() => Promise.resolve(all)),
    markRead: vi.fn(() => Promise.resolve(all)),
    star: vi.fn(() => Promise.reject(new SynopticError('write-failed', 'The disk is full.'))),
  };
  const followed = vi.fn();
  const follow = <T>(work: () => Promise<T>): Promise<T> => {
    followed();
    return work();
  };
  return { api, followed, annotations: new ReaderAnnotations(api as unknown as ReaderApi, follow) };
}

const ALL: Annotations = {
  marks: [
    marks('aaaa', { tags: ['war', 'talks'], read: true }),
    marks('bbbb', { tags: ['war'], starred: true }),
  ],
  highlights: [highlight('h001', 'aaaa'), highlight('h002', 'gone', { sentenceId: null })],
};

describe('ReaderAnnotations', () => {
  it('knows what was made of each article, and of all', async () => {
    const { annotations } = annotationsOn(ALL);
    expect(annotations.isUsed).toBe(false);
    await annotations.load();
    expect(annotations.isUsed).toBe(true);
    expect(annotations.tagsOf(id('aaaa'))).toEqual(['war', 'talks']);
    expect([annotations.isRead(id('aaaa')), annotations.isRead(id('bbbb'))]).toEqual([true, false]);
    expect([annotations.isStarred(id('aaaa')), annotations.isStarred(id('bbbb'))]).toEqual([false, true]);
    expect(annotations.tags).toEqual([
      { name: 'war', count: 2 },
      { name: 'talks', count: 1 },
    ]);
    expect(annotations.on('aaaa.s1' as SentenceId)?.id).toBe('h001');
    expect(annotations.highlights.map(({ id: each }) => each)).toEqual(['h001', 'h002']);
  });

  it('replaces what was known of the articles that a change is about, and of no others', async () => {
    const { annotations } = annotationsOn(ALL);
    await annotations.load();
    annotations.update({
      articleIds: [id('aaaa')],
      marks: [],
      highlights: [highlight('h003', 'aaaa', { sentenceId: 'aaaa.s2' as SentenceId })],
    });
    expect(annotations.tagsOf(id('aaaa'))).toEqual([]);
    expect(annotations.isRead(id('aaaa'))).toBe(false);
    expect(annotations.on('aaaa.s1' as SentenceId)).toBeNull();
    expect(annotations.on('aaaa.s2' as SentenceId)?.id).toBe('h003');
    expect(annotations.tagsOf(id('bbbb'))).toEqual(['war']);
    expect(annotations.highlightsOf(id('gone'))).toHaveLength(1);
  });

  it('offers to take back what the reader asked for, and not what was noted by itself', async () => {
    const { annotations, followed, api } = annotationsOn(ALL);
    await annotations.noteRead(id('bbbb'));
    expect(followed).not.toHaveBeenCalled();
    expect(await annotations.tag([id('bbbb')], 'talks', true)).toBe(true);
    expect(followed).toHaveBeenCalledOnce();
    expect(api.tag).toHaveBeenCalledWith({ articleIds: ['bbbb'], tag: 'talks', on: true });
  });

  it('says why something was not kept, until something is', async () => {
    const { annotations } = annotationsOn(ALL);
    expect(await annotations.star([id('aaaa')], true)).toBe(false);
    expect(annotations.problem?.message).toBe('The disk is full.');
    await annotations.markRead([id('aaaa')], true);
    expect(annotations.problem).toBeNull();
  });
});

it.each([
  [{ added: 3, known: 0, waiting: 0 }, '3 marks and notes added.'],
  [
    { added: 1, known: 2, waiting: 1 },
    '1 mark or note added; 2 were here already; 1 waits for articles that are not in this library.',
  ],
  [{ added: 0, known: 4, waiting: 0 }, 'Nothing was new; 4 were here already.'],
])('tells what became of a file of annotations: %o', (outcome, text) => {
  expect(importedText(outcome)).toBe(text);
});
