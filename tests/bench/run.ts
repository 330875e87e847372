import { printTable, type QualityTable } from '../quality/table.ts';
import { compareBench } from './compare.ts';
import { libraryBench } from './library.ts';
import { searchBench } from './search.ts';
import { startBench } from './start.ts';
import { startupBench } from './startup.ts';

const BENCHES: Readonly<Record<string, () => Promise<readonly QualityTable[]>>> = {
  start: startBench,
  startup: startupBench,
  search: async () => [await searchBench()],
  library: libraryBench,
  compare: async () => [await compareBench()],
};

// npm run bench [-- NAME…]: those named, or all.
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  throw new Error(`No such benchmark: ${unknown.join(', ')}. There are ${Object.keys(BENCHES).join(', ')}.`);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) for (const table of await bench()) printTable(table);
}
