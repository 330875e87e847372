import { expect, test } from 'vitest';
import { kill } from '../../faults/kill/kill.ts';

// `npm run faults -- kill` does a hundred rounds on a larger library.
test('what was acknowledged outlives the engine’s violent end, and the next start is clean', async () => {
  const { rounds } = await kill({ rounds: 3, seed: 1, files: 30, brief: true });
  for (const { seed, faults } of rounds) expect({ seed, faults }).toEqual({ seed, faults: [] });
}, 180_000);
