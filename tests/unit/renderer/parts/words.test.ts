import { describe, expect, it } from 'vitest';
import { counted, listed, quantity } from '../../../../renderer/parts/words.ts';

describe('words', () => {
  it.each([
    [counted(1284), '1,284'],
    [quantity(1, 'article'), '1 article'],
    [quantity(0, 'article'), '0 articles'],
    [quantity(2, 'story', 'stories'), '2 stories'],
    [listed([]), ''],
    [listed(['a']), 'a'],
    [listed(['a', 'b', 'c']), 'a, b and c'],
  ])('%j is %j', (made, expected) => {
    expect(made).toBe(expected);
  });
});
