/**
 * What the reader is to know of the file that keeps what they made. The message is for them; of the class the
 * log is told.
 */
export abstract class StoreProblem extends Error {}

/** The file was damaged: it has been set aside and a new one begun. */
export class StoreDamaged extends StoreProblem {
  override readonly name = 'StoreDamaged';
  /** @param aside the name that the file has now, in the same folder */
  constructor(aside: string, options?: ErrorOptions) {
    super(
      `The file that keeps your corrections was damaged. It was set aside as “${aside}” in Synoptic’s data folder, and a new one was begun.`,
      options,
    );
  }
}

/** The file is of a newer version: it is read as far as it is understood, and left alone. */
export class StoreNewer extends StoreProblem {
  override readonly name = 'StoreNewer';
  constructor() {
    super(
      'Your corrections were kept by a newer version of Synoptic. This one leaves its file alone: what you correct now holds until Synoptic ends.',
    );
  }
}

/** The file cannot be used, for a reason that may pass. */
export class StoreUnavailable extends StoreProblem {
  override readonly name = 'StoreUnavailable';
  constructor(options?: ErrorOptions) {
    super(
      'The file that keeps your corrections cannot be used. What you correct now holds until Synoptic ends.',
      options,
    );
  }
}
