// Loaded into each Node process of a measured start (`--import`): writes its marks down when it ends.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

process.on('exit', () => {
  const { timeOrigin, nodeTiming } = performance;
  const marks = performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]);
  marks.push(['node:bootstrapped', nodeTiming.bootstrapComplete]);
  const file = path.join(process.env.SYNOPTIC_MARKS, `${process.pid}.json`);
  writeFileSync(file, JSON.stringify({ timeOrigin, marks }));
});
