import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountsQuality } from './compare/accounts.ts';
import { discrepanciesQuality } from './compare/discrepancies.ts';
import { quotationQuality } from './compare/quotations.ts';
import { timelineQuality } from './compare/timeline.ts';
import { alignmentAblation, alignmentQuality } from './compare/alignment.ts';
import { heldOutQuality } from './compare/held-out.ts';
import { fitAlignment } from './compare/fit-alignment.ts';
import { htmlQuality } from './html.ts';
import { searchQuality } from './search/quality.ts';
import { segmentationQuality } from './segmentation.ts';
import { storiesQuality } from './stories.ts';
import { summaryAblation } from './summary/ablation.ts';
import { fit } from './summary/fit.ts';
import { summaryQuality } from './summary/quality.ts';
import { printTable, type QualityTable } from './table.ts';

type Quality = (evalDir: string | null) => Promise<QualityTable | QualityTable[]>;

const PARTS: Readonly<Record<string, Quality>> = {
  summaries: summaryQuality,
  stories: storiesQuality,
  segmentation: segmentationQuality,
  html: htmlQuality,
  alignment: alignmentQuality,
  accounts: (evalDir) => accountsQuality(evalDir),
  quotations: (evalDir) => quotationQuality(evalDir),
  timeline: (evalDir) => timelineQuality(evalDir),
  differences: (evalDir) => discrepanciesQuality(evalDir),
  'held-out': heldOutQuality,
  search: searchQuality,
};

const USAGE = `npm run quality -- [${Object.keys(PARTS).join(' | ')}] [--ablate]`;

function evaluationFolder(): string | null {
  const stated = process.env.SYNOPTIC_EVAL;
  const folder = stated ? resolve(stated) : fileURLToPath(new URL('../../../shared/eval', import.meta.url));
  return existsSync(folder) ? folder : null;
}

async function run(args: readonly string[]): Promise<void> {
  const evalDir = evaluationFolder();
  if (args.includes('--fit')) {
    if (!evalDir) throw new Error('Fitting needs evaluation data: set SYNOPTIC_EVAL to their folder.');
    if (!args.includes('alignment')) await fit(evalDir);
    if (!args.includes('summaries')) await fitAlignment(evalDir);
    return;
  }
  const wanted = args.filter((argument) => !argument.startsWith('-'));
  const unknown = wanted.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) throw new Error(`There is no part “${unknown}”. ${USAGE}`);
  if (!evalDir) {
    console.log(
      'No evaluation data (SYNOPTIC_EVAL is not set to a folder): measured on the project’s own cases.',
    );
  }
  const names = wanted.length > 0 ? wanted : Object.keys(PARTS);
  if (args.includes('--ablate')) {
    const ablations = names.includes('alignment') && wanted.length > 0 ? alignmentAblation : summaryAblation;
    for (const table of await ablations(evalDir)) printTable(table);
    return;
  }
  for (const name of names) {
    const tables = (await PARTS[name]?.(evalDir)) ?? [];
    for (const table of Array.isArray(tables) ? tables : [tables]) printTable(table);
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
