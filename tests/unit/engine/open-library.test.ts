import { expect, it } from 'vitest';
import { OpenLibrary } from '../../../electron/engine/open-library.ts';
import type { Library } from '../../../electron/engine/library/library.ts';

it('answers again after what it could not do once', async () => {
  let broken = true;
  const library = {
    articles: new Map(),
    state: () => {
      if (broken) throw new Error('one article too strange');
      return { version: 1, articleCount: 0, failures: [] };
    },
  } as unknown as Library;
  const open = new OpenLibrary(library, () => undefined);
  await expect(open.refresh()).rejects.toThrow('too strange');
  broken = false;
  await expect(open.refresh()).resolves.toBeUndefined();
});
