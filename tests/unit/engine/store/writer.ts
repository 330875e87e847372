import { once } from 'node:events';
import type { Dismissal, SentenceId } from '../../../../electron/api/index.ts';
import { dismissing } from '../../../../electron/engine/store/corrections.ts';
import { Store } from '../../../../electron/engine/store/store.ts';

/**
 * A process that dismisses one thing after another and prints the number of each once it is acknowledged:
 * `writer.ts FOLDER LIBRARY ARTICLE COUNT`. It begins when it is told to, by any line.
 */
const [, , folder = '', library = '', article = '', count = '0'] = process.argv;

export const dismissal = (id: string, number: number): Dismissal => ({
  kind: 'number',
  sentenceIds: [`${id}.s${String(number).padStart(10, '0')}` as SentenceId],
});

if (process.argv[1] === import.meta.filename) {
  const store = new Store({ folder });
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  for (let number = 1; number <= Number(count); number += 1) {
    store.change(library, dismissing(dismissal(article, number)), new Map());
    process.stdout.write(`${number}\n`);
  }
  store.close();
  process.exit(0);
}
