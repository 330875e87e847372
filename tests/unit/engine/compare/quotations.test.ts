import { describe, expect, it } from 'vitest';
import type { Alignment } from '../../../../electron/api/index.ts';
import { quotationsOf } from '../../../../electron/engine/compare/quotations.ts';
import { analysed } from '../articles.ts';

const UNALIGNED: Alignment = { articleIds: [], pairs: [], groups: [], unique: [] };

describe('quotations of several articles', () => {
  const first = analysed('a.txt', [
    'President Volodymyr Zelensky came to Berlin.',
    '“Every detail of the guarantees matters to us,” Zelensky said.',
  ]);
  const second = analysed('b.txt', [
    'Ukrainian leader Volodymyr Zelenskyy was in the city.',
    'He told reporters that “every detail matters” and that the room was “very cold”.',
  ]);
  const found = quotationsOf([first, second], UNALIGNED);

  it('come in the order of the articles and of their text', () => {
    expect(found.map(({ whole }) => whole)).toEqual([
      'Every detail of the guarantees matters to us,',
      'every detail matters',
      'very cold',
    ]);
  });

  it('know one speaker by several spellings of a name', () => {
    expect(found.map(({ speaker }) => speaker)).toEqual([
      'Volodymyr Zelensky',
      'Volodymyr Zelenskyy',
      'Volodymyr Zelenskyy',
    ]);
    expect(new Set(found.map(({ speakerKey }) => speakerKey)).size).toBe(1);
  });

  it('know an utterance again that is worded differently, and no other', () => {
    const [whole, part, other] = found.map(({ group }) => group);
    expect(part).toBe(whole);
    expect(other).not.toBe(whole);
  });

  it('join the halves of one that its speaker parts', () => {
    const halves = quotationsOf(
      [
        analysed('c.txt', [
          '“Progress,” Ann Lee declared, “is eating the constitution.”',
          '“Not today,” she said.',
        ]),
      ],
      UNALIGNED,
    ).map(({ group }) => group);
    expect(halves[0]).toBe(halves[1]);
    expect(halves[2]).not.toBe(halves[0]);
  });

  it('keep two speakers of like words apart', () => {
    const two = quotationsOf(
      [
        analysed('d.txt', ['“The plan is dead,” Ann Lee said.']),
        analysed('e.txt', ['“My plan for the town is not dead at all,” Bob Moss said.']),
      ],
      UNALIGNED,
    );
    expect(new Set(two.map(({ group }) => group)).size).toBe(2);
  });
});
