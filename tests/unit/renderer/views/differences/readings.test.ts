import { describe, expect, it } from 'vitest';
import { Reading } from '../../../../../renderer/state/reading.svelte.ts';
import { readingsOf } from '../../../../../renderer/views/differences/readings.ts';
import { claim, difference, ids } from '../../state/comparison-fake.ts';
import { article, fakeClient } from '../../state/reading-fake.ts';

describe('the readings of a point', () => {
  it('have the words in their context, and every account that reads it so, rewrites as such', async () => {
    const [a, b, c] = ids('a', 'b', 'c') as [never, never, never];
    const articles = [
      article('a', ['He has left.']),
      article('b', ['He left.']),
      article('c', ['He stays.']),
    ];
    const accounts = [
      { id: 'one', articleIds: [a, b], reason: '' },
      { id: 'two', articleIds: [c], reason: '' },
    ];
    const made = new Reading(fakeClient({ articles, accounts }), null);
    await made.show({ articleIds: [a, b, c] });
    const [left, stays] = readingsOf(
      made,
      difference('going', [
        [{ ...claim('a', 1, 'left', 7), context: { start: 0, end: 12 } }, claim('b', 1, 'left', 3)],
        [claim('c', 1, 'stays', 3)],
      ]),
    );
    expect(left?.passage).toMatchObject({ before: 'He has ', value: 'left', after: '.', opened: false });
    expect(left?.voices.map(({ articleId, stance }) => [articleId, stance])).toEqual([
      ['a', 'own'],
      ['b', 'rewrites'],
    ]);
    expect(stays?.passage).toMatchObject({ opened: true, value: 'stays' });
  });
});
