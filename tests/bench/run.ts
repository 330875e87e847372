import { printTable } from '../quality/table.ts';
import { searchBench } from './search.ts';
import { startupBench } from './startup.ts';

for (const table of await startupBench()) printTable(table);
printTable(await searchBench());
