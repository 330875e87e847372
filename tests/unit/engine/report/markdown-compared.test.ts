import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { briefMarkdown } from '../../../../electron/engine/report/markdown.ts';
import { briefModel } from '../../../../electron/engine/report/model.ts';
import { compared } from './compared-sample.ts';
import { article, fact, input, parts } from './sample.ts';

const markdown = briefMarkdown(briefModel(compared()));

/** From a heading to the next one of its level. */
function part(name: string, of = markdown): string {
  return of.split(/^## /m).find((each) => each.startsWith(name)) ?? '';
}

describe('the Markdown of what comparing gives', () => {
  it('reads as plain text', () => {
    expect(part('What only')).toContain('- The harbour is closed. **\\[A\\]**');
    expect(part('Differences')).toBe(
      [
        'Differences',
        '*What differs is in bold. 1 put aside by the reader*',
        '**Number:** soldiers (conflict)  \nThe number differs.',
        '- **\\[A\\]** D On Sunday they sent **12** ships, a very long-awaited move.\n' +
          '- **\\[B\\]** (C) Some **20** ships were sent on December 14.',
        '',
      ].join('\n\n'),
    );
    expect(part('Quotations')).toContain(
      '### Minister Jo Roe\n\n- **\\[B\\]** “We will sail at dawn,” Minister Jo Roe said.  \n' +
        '  *Worded differently:*\n  - **\\[A\\]** The minister said: “We sail at dawn.”',
    );
    expect(part('Timeline')).toContain(
      '### Sunday 14 December 2025\n\n- On Sunday they sent 12 ships \\[…\\] **\\[A\\]** B (C) (A, C: “On Sunday”; B: “on December 14”)',
    );
  });

  it('renders to lists within lists and a table', () => {
    const html = new MarkdownIt('commonmark').enable('table').render(markdown);
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    expect(document.querySelector('li li')?.textContent).toContain('The minister said');
    expect([...document.querySelectorAll('tr')].map((row) => row.textContent.replace(/\s+/g, ' '))).toEqual([
      ' Fact A B C D Independent ',
      ' ships were sent B ≠ B C 2 of 3 ',
    ]);
  });

  it('lists who reports what where the articles are too many for a table', () => {
    const many = Array.from({ length: 13 }, (_, index) =>
      article(`n${index}`, [{ type: 'paragraph', text: [`It | is so in ${index}.`] }]),
    );
    const [first, second] = many;
    if (!first || !second) throw new Error('There are too few articles.');
    const given = input(many, { parts: parts('facts'), facts: [fact('It | is so', [first, second])] });
    expect(part('Who', briefMarkdown(briefModel(given)))).toContain(
      '- It \\| is so **A**  \n  2 of 13 independent; reported by A B',
    );
  });
});
