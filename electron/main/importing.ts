import type { ImportOutcome } from '../api/index.ts';
import { isStopped, type EngineHost } from './engine-host.ts';

/**
 * Imports files and folders. A crash in the midst of it costs nothing: what was copied by then is known the
 * second time, and the rest follows. Should it crash again, one of the files may be why.
 *
 * @throws SynopticError `no-library`, or `engine-stopped` after the second crash.
 */
export async function importFiles(
  engine: Pick<EngineHost, 'api' | 'back'>,
  paths: readonly string[],
): Promise<readonly ImportOutcome[]> {
  try {
    return await engine.api.importPaths({ paths: [...paths] });
  } catch (thrown) {
    if (!isStopped(thrown)) throw thrown;
    await engine.back();
    return engine.api.importPaths({ paths: [...paths] });
  }
}
