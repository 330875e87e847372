import { LIMITS, toErrorShape, type FailureCode, type ImportOutcome } from '../../electron/api/index.ts';
import type { Dropped } from './dropped.ts';
import type { ImportSession } from './host.ts';
import { walk, type FoundFile } from './walk.ts';

/** Files on their way at once: enough to keep the engine busy, few enough to hold in memory. */
const AT_ONCE = 4;

/** Sends the files of a drop to the engine. The outcomes come in the order of the files. */
export async function importEach(
  dropped: Dropped,
  session: ImportSession,
): Promise<readonly ImportOutcome[]> {
  const found = await walk(dropped);
  const outcomes = new Array<ImportOutcome>(found.length);
  const queue = found.entries();
  let done = 0;
  session.onProgress(0, found.length);
  const worker = async (): Promise<void> => {
    // The workers share the iterator, so each file is taken once.
    for (const [index, file] of queue) {
      outcomes[index] = await importOne(file, session);
      done += 1;
      session.onProgress(done, found.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
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
