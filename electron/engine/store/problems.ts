import type { Notice } from '../../api/index.ts';

/**
 * What the reader is to know of the file that keeps what they made. The message is for them; of the class the
 * log is told.
 */
export abstract class StoreProblem extends Error {
  abstract readonly code: 'store-damaged' | 'store-newer' | 'store-unavailable';
  abstract readonly hint: string;

  get notice(): Notice {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

/** The file was damaged: it has been set aside and a new one begun. */
export class StoreDamaged extends StoreProblem {
  override readonly name = 'StoreDamaged';
  readonly code = 'store-damaged';
  readonly hint =
    'See whether your tags, highlights and notes are as you left them. Keep the damaged file until then.';
  /** @param aside the name that the file has now, in the same folder */
  constructor(aside: string, options?: ErrorOptions) {
    super(
      `The file that keeps what you made was damaged. It was set aside as “${aside}” in Synoptic’s data folder, and a new one was begun.`,
      options,
    );
  }
}

/** The file is of a newer version: it is read as far as it is understood, and left alone. */
export class StoreNewer extends StoreProblem {
  override readonly name = 'StoreNewer';
  readonly code = 'store-newer';
  readonly hint = 'Use the newer version of Synoptic.';
  constructor() {
    super(
      'What you made was kept by a newer version of Synoptic. This one leaves its file alone: what you change now holds until Synoptic ends.',
    );
  }
}

/** The file cannot be used, for a reason that may pass. */
export class StoreUnavailable extends StoreProblem {
  override readonly name = 'StoreUnavailable';
  readonly code = 'store-unavailable';
  readonly hint = 'See whether Synoptic’s data folder can be read and written to, and start Synoptic again.';
  constructor(options?: ErrorOptions) {
    super(
      'The file that keeps what you made cannot be used. What you change now holds until Synoptic ends.',
      options,
    );
  }
}
