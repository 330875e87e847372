import path from 'node:path';
import { toErrorShape, type FailureCode, type ImportOutcome } from '../api/index.ts';

/** A file or folder that came to nothing, by the name its owner knows. */
export function failedOutcome(place: string, code: FailureCode, message: string): ImportOutcome {
  const name = path.basename(place) || place;
  return { name, status: 'failed', failure: { path: name, code, message } };
}

/** The same for an error that was not about this file alone. */
export function failedBy(place: string, thrown: unknown): ImportOutcome {
  const { message, hint } = toErrorShape(thrown);
  return failedOutcome(place, 'unreadable', `${message} ${hint}`.trim());
}
