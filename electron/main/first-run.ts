import { constants, cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { SettingsFile } from './settings.ts';

/** Where articles of the user's own may join it: a folder the user can see. */
const SAMPLE = path.join('Synoptic', 'Sample - Peace talks in Berlin');

export interface FirstLibrary {
  /** Folder of the sample's texts, in the package or in the repository. */
  readonly seeds: string;
  /** The user's documents folder. */
  readonly documents: string;
}

/**
 * The library to start with: the one opened last, else on the first start a copy of the sample among the
 * user's documents. Null where the user has neither: then the page offers to open one. Never overwrites.
 *
 * @throws where the sample cannot be copied.
 */
export function firstLibrary({ seeds, documents }: FirstLibrary, settings: SettingsFile): string | null {
  const { library, sampleCopied } = settings.current;
  if (library !== null || sampleCopied) return library;
  const target = path.join(documents, SAMPLE);
  if (!existsSync(target)) {
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(seeds, target, { recursive: true, mode: constants.COPYFILE_EXCL });
  }
  settings.update({ sampleCopied: true, library: target });
  return target;
}
