import { expect, it, vi } from 'vitest';
import type { Evidence } from '../../../../electron/api/index.ts';
import { Reasons } from '../../../../renderer/state/reading-reasons.svelte.ts';
import { articleId, sentenceId } from './reading-fake.ts';

const [a, b] = [sentenceId('a', 1), sentenceId('b', 1)];
const name: Evidence = { kind: 'name', a: [], b: [], weight: 1 };

it('reasons are asked for once, and again after another comparison', async () => {
  const evidence = vi.fn(() => Promise.resolve([name]));
  const reasons = new Reasons({ evidence }, () => [articleId('a'), articleId('b')]);
  expect(reasons.known(a, b)).toBeNull();
  expect(await Promise.all([reasons.of(a, b), reasons.of(a, b)])).toEqual([[name], [name]]);
  expect(reasons.known(a, b)).toEqual([name]);
  expect(evidence).toHaveBeenCalledExactlyOnceWith({ articleIds: ['a', 'b'], a, b });
  reasons.forget();
  expect(reasons.known(a, b)).toBeNull();
  await reasons.of(a, b);
  expect(evidence).toHaveBeenCalledTimes(2);
});

it('reasons that cannot be had are none', async () => {
  const reasons = new Reasons({ evidence: () => Promise.reject(new Error('gone')) }, () => []);
  expect(await reasons.of(a, b)).toEqual([]);
});
