import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleIdOf } from '../../../electron/engine/documents/ids.ts';
import { readDocument } from '../../../electron/engine/documents/read.ts';
import { accountsOf } from '../../../electron/engine/compare/accounts.ts';
import { align } from '../../../electron/engine/compare/align.ts';
import { derivationsOf } from '../../../electron/engine/compare/derivation.ts';
import { quotationsOf } from '../../../electron/engine/compare/quotations.ts';
import { supportFrom } from '../../../electron/engine/compare/support.ts';
import { analyse, type Analysis } from '../../../electron/engine/language/analysis.ts';

import type { SummariseOptions } from '../../../electron/engine/summary/summarise.ts';

/** Articles with what people wrote to sum them up. */
export interface Case {
  readonly name: string;
  readonly analyses: readonly Analysis[];
  readonly comparison: Pick<SummariseOptions, 'support' | 'groups' | 'accounts'>;
  /** Each reference as its sentences. */
  readonly references: readonly (readonly string[])[];
}

async function analysisOf(folder: string, name: string): Promise<Analysis> {
  const path = join(folder, name);
  const result = await readDocument({ id: articleIdOf(path), path, bytes: readFileSync(path) });
  if ('failure' in result) throw new Error(`${path}: ${result.failure.message}`);
  return analyse(result.article);
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();

const linesOf = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * The cases below a folder, one sub-folder each: articles as text files, and in `refs` the references, one
 * sentence a line. Articles are read as the app reads them. Empty where there is no such folder.
 */
/** What the app hands to a summary of several articles beside the articles. */
export function comparisonOf(
  analyses: readonly Analysis[],
): Pick<SummariseOptions, 'support' | 'groups' | 'accounts'> {
  if (analyses.length < 2) return {};
  const alignment = align(analyses);
  const derivation = derivationsOf(analyses, alignment, quotationsOf(analyses, alignment));
  return {
    support: supportFrom(analyses, alignment),
    groups: alignment.groups,
    accounts: accountsOf(analyses, derivation),
  };
}

export async function loadCases(folder: string): Promise<Case[]> {
  if (!existsSync(folder)) return [];
  return Promise.all(
    readdirSync(folder)
      .sort()
      .map(async (name) => {
        const articles = join(folder, name);
        const references = join(articles, 'refs');
        const analyses = await Promise.all(filesOf(articles).map((file) => analysisOf(articles, file)));
        return {
          name,
          analyses,
          comparison: comparisonOf(analyses),
          references: filesOf(references).map((file) => linesOf(join(references, file))),
        };
      }),
  );
}
