/** Moments of the start, for measurements: `performance.getEntriesByType('mark')` has them. */
type Moment =
  | 'main-start'
  | 'ready'
  | 'engine-forked'
  | 'engine-connected'
  | 'window-created'
  | 'window-shown'
  | 'library-opened';

const PREFIX = 'synoptic:';

/** Marks a moment the first time it comes. */
export function mark(moment: Moment): void {
  const name = `${PREFIX}${moment}`;
  if (performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name);
}

// Here, because this module is evaluated before all others of main.
mark('main-start');
