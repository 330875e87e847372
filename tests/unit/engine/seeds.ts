import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleIdOf } from '../../../electron/engine/documents/ids.ts';
import { readDocument } from '../../../electron/engine/documents/read.ts';
import { analyse, type Analysis } from '../../../electron/engine/language/analysis.ts';

/** The sample library: five accounts of one event. */
export async function analysedSeeds(): Promise<Analysis[]> {
  const folder = join(import.meta.dirname, '../../../seeds');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return Promise.all(
    names.sort().map(async (name) => {
      const result = await readDocument({
        id: articleIdOf(name),
        path: name,
        bytes: readFileSync(join(folder, name)),
      });
      if ('failure' in result) throw new Error(result.failure.message);
      return analyse(result.article);
    }),
  );
}
