import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { columnsOf, rowOf, tiesText } from '../../../../../renderer/views/facts/matrix.ts';
import { factsSvg, fitted } from '../../../../../renderer/views/facts/svg.ts';
import { Reading } from '../../../../../renderer/state/reading.svelte.ts';
import { excerpt, ids } from '../../state/comparison-fake.ts';
import { article, articleId, fakeClient, sentenceId } from '../../state/reading-fake.ts';

const [a, b, c] = ids('a', 'b', 'c') as [never, never, never];
const LONG = `They met & talked <at length>, ${'and then they talked again, '.repeat(8)}until "midnight".`;

async function picture() {
  const accounts = [
    { id: 'one', articleIds: [a, c], reason: '' },
    { id: 'two', articleIds: [b], reason: '' },
  ];
  const articles = ['a', 'b', 'c'].map((name) => article(name, [LONG]));
  const made = new Reading(fakeClient({ articles, accounts }), null);
  await made.show({ articleIds: [a, b, c] });
  const columns = columnsOf(made);
  const report = (name: string, differs: boolean) => ({
    articleId: articleId(name),
    sentenceId: sentenceId(name, 1),
    differs,
  });
  const fact = {
    excerpt: excerpt('a', 1, LONG),
    reports: [report('a', false), report('b', true)],
    independent: 2,
  };
  const rows = [rowOf(fact, columns, accounts.length)];
  const svg = factsSvg({
    title: 'Talks & more',
    about: made.accountsText,
    columns,
    rows,
    letterOf: () => ({ letter: 'A', colour: 1 }),
  });
  return { columns, rows, svg };
}

describe('who reports what', () => {
  it('puts the articles of one account together and says so', async () => {
    const { columns, rows } = await picture();
    expect(columns.map(({ letter, span }) => [letter, span])).toEqual([
      ['A', 2],
      ['C', 0],
      ['B', 1],
    ]);
    expect(tiesText(columns)).toBe('A and C rewrite one text and count once');
    expect(rows[0]?.support).toBe('2 of 2');
    expect(rows[0]?.cells.map((cell) => cell && cell.differs)).toEqual([false, null, true]);
  });
});

describe('the picture as SVG', () => {
  it('is a document of its own that says in words what it shows', async () => {
    const { svg } = await picture();
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    expect(root?.getAttribute('role')).toBe('img');
    expect(root?.querySelector('title')?.textContent).toBe('Talks & more: who reports what');
    const desc = root?.querySelector('desc')?.textContent ?? '';
    expect(desc).toContain('3 articles, 2 independent: A and C rewrite one text.');
    expect(desc).toContain('reported by A; differently by B; independent 2 of 2.');
    expect(root?.getAttribute('aria-labelledby')).toBe('title desc');
  });

  it('has every fact verbatim, cut to its room only where it is drawn', async () => {
    const { svg } = await picture();
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    const titles = [...(root?.querySelectorAll('text > title') ?? [])].map(({ textContent }) => textContent);
    expect(titles).toContain(LONG);
    expect(svg).toContain('…');
    expect(svg).toContain('&lt;at length&gt;');
  });

  it('asks for nothing from outside and runs nothing', async () => {
    const { svg } = await picture();
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|url\(|href|<script|<style/,
    );
  });

  it('leaves out what XML does not allow', () => {
    const row = {
      fact: { excerpt: excerpt('a', 1, 'a\u0000b\u0007c'), reports: [], independent: 0 },
      cells: [],
    };
    const svg = factsSvg({
      title: '',
      about: '',
      columns: [],
      rows: [{ ...row, support: '' }],
      letterOf: () => ({ letter: 'A', colour: 7 }),
    });
    expect(svg).toContain('abc');
  });
});

it.each([
  ['short', 200, 'short'],
  ['several words that do not fit here', 120, 'several words…'],
  ['oneverylongwordwithoutanyspace', 100, 'oneverylong…'],
  ['漢字漢字漢字漢字漢字', 100, '漢字漢字漢…'],
])('%s fits %i pixels as %s', (text, width, shown) => expect(fitted(text, width)).toBe(shown));
