import { LIMITS, toErrorShape, type FailureCode, type ImportOutcome } from '../../electron/api/index.ts';
import type { Dropped } from './dropped.ts';
import type { ImportSession } from './host.ts';
import { walk, type FoundFile } from './walk.ts';

/** Sends each file of a drop to the engine, one after the other, so that memory holds one at a time. */
export async function importOneByOne(
  dropped: Dropped,
  session: ImportSession,
): Promise<readonly ImportOutcome[]> {
  const found = await walk(dropped);
  const outcomes: ImportOutcome[] = [];
  session.onProgress(0, found.length);
  for (const file of found) {
    outcomes.push(await importOne(file, session));
    session.onProgress(outcomes.length, found.length);
  }
  return outcomes;
}

async function importOne(found: FoundFile, { api }: ImportSession): Promise<ImportOutcome> {
  const { relativePath } = found;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const file = await found.file();
    if (file.size > LIMITS.fileBytes) {
      return failed(relativePath, 'too-large', 'It is larger than 50 MB.');
    }
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return failed(relativePath, 'unreadable', 'It could not be read. It may have been moved or locked.');
  }
  try {
    return await api.importFile({ relativePath, bytes });
  } catch (thrown) {
    const { message, hint } = toErrorShape(thrown);
    return failed(relativePath, 'unreadable', hint ? `${message} ${hint}` : message);
  }
}

/** An outcome for a file that never reached the engine. */
export function failed(name: string, code: FailureCode, message: string): ImportOutcome {
  return { name, status: 'failed', failure: { path: name, code, message } };
}
