/** What screen readers are told that the eye sees change. */
export class Announcer {
  #message = $state('');
  /** What was said last, for itself: whoever speaks does not listen. */
  #last = '';

  get message(): string {
    return this.#message;
  }

  say(message: string): void {
    // The same words twice would not change the page and so not be read: a no-break space tells them apart.
    this.#last = message === this.#last ? `${message}\u00a0` : message;
    this.#message = this.#last;
  }
}
