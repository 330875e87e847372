import { describe, expect, it, vi } from 'vitest';
import { SynopticError, type Corrections } from '../../../../electron/api/index.ts';
import { ReaderCorrections } from '../../../../renderer/state/reading-corrections.svelte.ts';
import { claim, difference } from './comparison-fake.ts';
import { articleId, sentenceId } from './reading-fake.ts';

const none: Corrections = { dismissed: [], dates: [] };
const point = difference('point', [[claim('a', 1, 'x')], [claim('b', 2, 'y')]]);

function engine() {
  const kept = () => vi.fn(() => Promise.resolve(none));
  return { dismiss: kept(), restore: kept(), correctDate: kept() };
}

describe('what the reader corrects', () => {
  it('names a difference by its kind, its sentences and the words in dispute', async () => {
    const api = engine();
    const corrections = new ReaderCorrections(api);
    const spans = point.readings.flatMap(({ claims }) =>
      claims.map(({ value: { start, end } }) => ({ start, end })),
    );
    const dismissal = { kind: 'status', sentenceIds: [sentenceId('a', 1), sentenceId('b', 2)], spans };
    expect(await corrections.dismiss(point)).toBe(true);
    expect(api.dismiss).toHaveBeenCalledWith(dismissal);
    await corrections.restore(point);
    expect(api.restore).toHaveBeenCalledWith(dismissal);
  });

  it('says why it could not be kept, until something is', async () => {
    const api = engine();
    const corrections = new ReaderCorrections(api);
    api.dismiss.mockRejectedValueOnce(new SynopticError('write-failed', 'The disk is full.'));
    expect(await corrections.dismiss(point)).toBe(false);
    expect(corrections.problem?.message).toBe('The disk is full.');
    await corrections.correctDate(articleId('a'), null);
    expect(api.correctDate).toHaveBeenCalledWith({ articleId: 'a', date: null });
    expect(corrections.problem).toBeNull();
  });
});
