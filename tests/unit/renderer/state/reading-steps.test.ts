import { beforeEach, describe, expect, it } from 'vitest';
import { citedSummary } from '../../../../renderer/state/reading-citations.ts';
import { keysOf, readingCommands } from '../../../../renderer/state/reading-commands.ts';
import { step, stepAcross } from '../../../../renderer/state/reading-steps.ts';
import { Reading } from '../../../../renderer/state/reading.svelte.ts';
import { article, articleId, fakeClient, pair, sentenceId } from './reading-fake.ts';

const [a, b, c] = ['a', 'b', 'c'].map(articleId) as [never, never, never];
let reading: Reading;

beforeEach(async () => {
  const client = fakeClient({
    articles: [
      article('a', ['HEADING', 'One.', 'Two.', 'Three.']),
      article('b', ['Eins.']),
      article('c', ['Un.', 'Deux & <trois>.']),
    ],
    pairs: [
      pair(sentenceId('a', 2), sentenceId('c', 1)),
      pair(sentenceId('a', 4), sentenceId('c', 1), 0.5),
      pair(sentenceId('a', 4), sentenceId('b', 1)),
    ],
    summary: async () => ({
      words: 3,
      onlyOne: [],
      sentences: [
        {
          articleId: c,
          sentenceId: sentenceId('c', 2),
          text: 'Deux & <trois>.',
          supportedBy: [{ articleId: a, sentenceId: sentenceId('a', 2) }],
        },
      ],
    }),
  });
  reading = new Reading(client, null);
  await reading.show({ articleIds: [a, b, c] });
});

const at = () => reading.selection.selected?.sentenceId;
const select = (name: string, number: number) =>
  reading.selection.select({ articleId: articleId(name), sentenceId: sentenceId(name, number) });

describe('a step', () => {
  it('goes from sentence to sentence of a column, passing headings, and stops at its ends', () => {
    step(reading, 1, 'every');
    expect(at()).toBe(sentenceId('a', 2));
    step(reading, -1, 'every');
    expect(at()).toBe(sentenceId('a', 2));
    for (let press = 0; press < 5; press += 1) step(reading, 1, 'every');
    expect(at()).toBe(sentenceId('a', 4));
  });

  it('starts where the column stands', () => {
    reading.keepPlace(a, { sentenceId: sentenceId('a', 3), offset: 0 });
    step(reading, 1, 'every');
    expect(at()).toBe(sentenceId('a', 3));
  });

  it('seeks what one account alone has through all columns, both ways', () => {
    select('a', 2);
    step(reading, 1, 'unique');
    expect(at()).toBe(sentenceId('a', 3));
    step(reading, 1, 'unique');
    expect(at()).toBe(sentenceId('c', 2));
    step(reading, 1, 'unique');
    expect(at()).toBe(sentenceId('a', 3));
    step(reading, -1, 'unique');
    expect(at()).toBe(sentenceId('c', 2));
  });

  it('seeks what others report too', () => {
    select('a', 2);
    step(reading, 1, 'shared');
    expect(at()).toBe(sentenceId('a', 4));
  });

  it('across goes to the nearest column that has a counterpart, and stays where none has', () => {
    select('a', 2);
    stepAcross(reading, 1);
    expect(at()).toBe(sentenceId('c', 1));
    stepAcross(reading, -1);
    expect(at()).toBe(sentenceId('a', 2));
    stepAcross(reading, -1);
    expect(at()).toBe(sentenceId('a', 2));
  });
});

describe('keysOf', () => {
  const key = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
  it.each([
    [{ key: 'n' }, 'N'],
    [{ key: 'N', shiftKey: true }, 'Shift+N'],
    [{ key: 'ArrowLeft', altKey: true }, 'Alt+ArrowLeft'],
    [{ key: '=', shiftKey: true }, '='],
    [{ key: 'n', ctrlKey: true }, ''],
    [{ key: 'n', metaKey: true }, ''],
    [{ key: 'Escape' }, 'Escape'],
  ])('of %j', (press, keys) => {
    expect(keysOf({ ...key, ...press })).toBe(keys);
  });
});

describe('readingCommands', () => {
  const run = (id: string) =>
    readingCommands(reading)
      .find((command) => command.id === id)
      ?.run();

  it('give every key to one command only', () => {
    const keys = readingCommands(reading).flatMap((command) => (command.keys ? [command.keys] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('open and close columns by their letters', () => {
    reading.columns.use(b);
    run('column-close');
    expect(reading.columns.open).toEqual([a, c]);
    run('column-letter-B');
    expect(reading.columns.open).toEqual([a, b, c]);
    expect(reading.columns.active).toBe(b);
  });

  it('are off where they make no sense', () => {
    const enabled = (id: string) => readingCommands(reading).find((command) => command.id === id)?.enabled;
    expect(enabled('level')).toBe(false);
    select('a', 2);
    expect(enabled('level')).toBe(true);
    run('clear');
    expect(at()).toBeUndefined();
  });
});

it('copies every sentence with its letters, the account whose words they are first', () => {
  const { text, html } = citedSummary(reading);
  expect(text).toContain('Deux & <trois>. [C][A] (2 independent)');
  expect(text).toContain('[B] Title of b. b.txt, 100 words');
  expect(html).toContain('Deux &amp; &lt;trois&gt;. <b>[C][A]</b>');
});
