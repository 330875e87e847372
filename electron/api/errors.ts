/** Codes of errors that cross the contract. A failed file is a {@link Failure}, not an error. */
export type ErrorCode =
  | 'invalid-argument'
  | 'unknown-method'
  | 'unknown-article'
  | 'unknown-story'
  | 'no-library'
  | 'library-unavailable'
  | 'not-permitted'
  | 'no-printer'
  | 'write-failed'
  | 'engine-stopped'
  | 'internal';

/** The only shape in which an error crosses a process boundary. */
export interface ErrorShape {
  readonly code: ErrorCode;
  /** What happened, in a sentence a person understands. */
  readonly message: string;
  /** What to do about it; empty where nothing can be done. */
  readonly hint: string;
}

export class SynopticError extends Error {
  override readonly name = 'SynopticError';
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint = '', options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }

  toShape(): ErrorShape {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

/** Any thrown value as what may cross. Unknown errors lose their message: it could hold article text. */
export function toErrorShape(thrown: unknown): ErrorShape {
  if (thrown instanceof SynopticError) return thrown.toShape();
  return {
    code: 'internal',
    message: 'Something went wrong inside Synoptic.',
    hint: 'Try again. If it happens again, restart Synoptic; your files are untouched.',
  };
}
