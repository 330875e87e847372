/** What was asked of the system that no page shows, in its order: for tests to look at. */
export interface Recorded {
  /** As `shell.beep`. */
  readonly name: string;
  readonly args: readonly unknown[];
}

export const records: Recorded[] = [];

export function record(name: string, ...args: readonly unknown[]): void {
  records.push({ name, args });
}
