import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Annotations, Article, Highlight, HighlightId } from '../../../../electron/api/index.ts';
import { composeBrief } from '../../../../electron/engine/report/brief.ts';
import type { BriefJson } from '../../../../electron/engine/report/json.ts';
import { article, input, parts } from './sample.ts';

const a = article('a', [{ type: 'paragraph', text: ['First & <best>.', 'Second.'] }]);
const b = article('b', [{ type: 'paragraph', text: ['Third.'] }]);

function highlight(of: Article, exact: string, note: string, gone = false): Highlight {
  const sentence = of.blocks[0]?.sentences.find(({ text }) => text === exact);
  return {
    id: `h-${exact}` as HighlightId,
    articleId: of.id,
    sentenceId: gone ? null : (sentence?.id ?? null),
    quote: { exact, prefix: '', suffix: '' },
    note,
    title: of.title,
    path: of.path,
    madeAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-02T00:00:00.000Z',
  };
}

const annotations: Annotations = {
  marks: [{ articleId: a.id, tags: ['peace, maybe', 'war'], starred: true, read: true }],
  highlights: [
    highlight(a, 'First & <best>.', '# Doubtful:\n*who* says so?\n\n<b>Ask</b>'),
    highlight(a, 'It is gone.', '', true),
  ],
};
const wanted = { ...parts(), notes: true };
const given = input([a, b], { parts: wanted, annotations });

async function page(): Promise<Document> {
  return parseHTML((await composeBrief(given, 'html')).content).document as unknown as Document;
}

describe('highlights and notes in a brief', () => {
  it('show each sentence word for word, and the note apart from it as the reader’s', async () => {
    const section = (await page()).querySelector('.notes-section');
    const [first, gone] = [...(section?.querySelectorAll('li') ?? [])];
    expect(first?.querySelector('.words')?.textContent).toBe('First & <best>.');
    const own = first?.querySelector('.readers');
    expect(own?.querySelector('span')?.textContent).toBe('The reader’s note:');
    expect(own?.querySelector('p')?.textContent).toBe('# Doubtful:\n*who* says so?\n\n<b>Ask</b>');
    expect(first?.querySelector('.words')?.contains(own ?? null)).toBe(false);
    expect(gone?.textContent).toContain('the article does not have this sentence any more');
    expect(section?.querySelector('.marks')?.textContent).toBe('Starred. Tags: peace, maybe, war');
    expect(section?.querySelector('h2 + p')?.textContent).toContain('reader’s own words');
  });

  it('leave out articles of which nothing is said', async () => {
    const section = (await page()).querySelector('.notes-section');
    expect([...(section?.querySelectorAll('h3') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'A Title of a',
    ]);
  });

  it('are quotations with notes after them in Markdown', async () => {
    const { content } = await composeBrief(given, 'markdown');
    const { document } = parseHTML(
      `<html><body>${new MarkdownIt('commonmark').render(content)}</body></html>`,
    );
    const quotes = [...document.querySelectorAll('blockquote')];
    expect(quotes.map(({ textContent }) => textContent.trim())).toEqual(['First & <best>.', 'It is gone.']);
    const note = quotes[0]?.nextElementSibling;
    expect(note?.querySelector('strong')?.textContent).toBe('The reader’s note:');
    expect(note?.textContent.replace(/\s+/gu, ' ')).toBe(
      'The reader’s note: # Doubtful: *who* says so? <b>Ask</b>',
    );
  });

  it('are data in JSON', async () => {
    const { notes } = JSON.parse((await composeBrief(given, 'json')).content) as BriefJson;
    expect(notes).toEqual([
      {
        letter: 'A',
        articleId: a.id,
        starred: true,
        tags: ['peace, maybe', 'war'],
        highlights: annotations.highlights.map(({ quote, sentenceId, note, madeAt, changedAt }) => ({
          text: quote.exact,
          sentenceId,
          note,
          madeAt,
          changedAt,
        })),
      },
    ]);
  });

  it.each(['html', 'markdown', 'json'] as const)(
    'are not there unless they are asked for, as %s',
    async (format) => {
      const { content } = await composeBrief(input([a, b], { annotations }), format);
      expect(content).not.toContain('Doubtful');
      expect(content).not.toMatch(/Highlights and notes|"notes"/u);
    },
  );

  it('say so where nothing is marked', async () => {
    const { content } = await composeBrief(input([a], { parts: wanted }), 'markdown');
    expect(content).toContain('The reader has marked nothing in these articles.');
  });
});
