/** Moments of the start, each in the process it comes in. */
type Moment =
  | 'main-start'
  | 'ready'
  | 'engine-forked'
  | 'engine-connected'
  | 'window-created'
  | 'window-shown'
  | 'engine-start'
  | 'engine-ready'
  | 'library-opened'
  | 'first-article-read'
  | 'library-read'
  | 'listening'
  | 'page-script'
  | 'page-mounted'
  | 'engine-channel'
  | 'library-known'
  | 'story-shown';

/** Marks a moment the first time it comes: the benchmark of the start reads these, and so can a profiler. */
export function mark(moment: Moment): void {
  const name = `synoptic:${moment}`;
  if (performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name);
}
