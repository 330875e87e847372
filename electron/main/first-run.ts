import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { SynopticError } from '../api/index.ts';
import type { SettingsFile } from './settings.ts';

/** Where articles of the user's own may join it: a folder the user can see. */
const SAMPLE = path.join('Synoptic', 'Sample - Peace talks in Berlin');

export interface FirstLibrary {
  /** Folder of the sample's texts, in the package or in the repository. */
  readonly seeds: string;
  /** The user's documents folder. */
  readonly documents: string;
}

/** Copies the sample among the user's documents if it is not there; gives its folder. Never overwrites. */
export function sampleLibrary({ seeds, documents }: FirstLibrary): string {
  const target = path.join(documents, SAMPLE);
  if (existsSync(target)) return target;
  const parent = path.dirname(target);
  let draft: string | null = null;
  try {
    mkdirSync(parent, { recursive: true });
    // Under another name until it is whole: a copy that was cut short would never be completed.
    draft = mkdtempSync(path.join(parent, '.sample-'));
    cpSync(seeds, draft, { recursive: true });
    // Made for its owner alone, unlike other folders.
    chmodSync(draft, statSync(parent).mode);
    renameSync(draft, target);
  } catch (cause) {
    if (draft !== null) rmSync(draft, { recursive: true, force: true });
    throw new SynopticError(
      'write-failed',
      'The sample library could not be copied to your documents.',
      'Check that you may write there, or open a folder of your own.',
      { cause },
    );
  }
  return target;
}

/**
 * The library to start with: the one opened last, else on the first start a copy of the sample among the
 * user's documents. Null where the user has neither: then the page offers to open one.
 *
 * @throws SynopticError `write-failed` where the sample cannot be copied.
 */
export function firstLibrary(places: () => FirstLibrary, settings: SettingsFile): string | null {
  const { library, sampleCopied } = settings.current;
  if (library !== null || sampleCopied) return library;
  const target = sampleLibrary(places());
  settings.update({ sampleCopied: true, library: target });
  return target;
}
