/**
 * Where the worker's entry is, told by where this module is: beside it in the source; built, beside the program's
 * own entry, which is the folder above that of the chunks. (build/vite/node.mjs makes it and names it.)
 *
 * Put together here and not where the worker is made, since bundlers would take the usual pattern for a page's.
 */
export function workerEntry(here: string = import.meta.url): URL {
  if (here.endsWith('.ts')) return new URL('worker.ts', here);
  return new URL(/\/chunks\/[^/]*$/.test(here) ? '../worker.js' : 'worker.js', here);
}
