import type { ImportOutcome } from '../api/library.ts';
import type { Envelope } from '../api/rpc.ts';

/** A file without a place on disk: made by another program for the drag, or by a page. */
function placeless(file: File): ImportOutcome {
  return {
    name: file.name,
    status: 'failed',
    failure: {
      path: file.name,
      code: 'unreadable',
      message: 'It is not a file on this computer. Save it first, then drop the saved file.',
    },
  };
}

/** Imports what was dropped by its paths, and answers for every file. */
export async function importDropped(
  files: readonly File[],
  pathOf: (file: File) => string,
  importPaths: (paths: readonly string[]) => Promise<Envelope<readonly ImportOutcome[]>>,
): Promise<Envelope<readonly ImportOutcome[]>> {
  const placed = files.map((file) => ({ file, path: pathOf(file) }));
  const failed = placed.filter(({ path }) => path === '').map(({ file }) => placeless(file));
  const paths = placed.map(({ path }) => path).filter((path) => path !== '');
  if (paths.length === 0) return { value: failed };
  const answer = await importPaths(paths);
  return 'value' in answer ? { value: [...answer.value, ...failed] } : answer;
}
