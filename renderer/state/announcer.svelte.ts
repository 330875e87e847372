/** What screen readers are told that the eye sees change. */
export class Announcer {
  #message = $state('');
  #again = false;

  get message(): string {
    return this.#message;
  }

  say(message: string): void {
    // The same words twice would not change the page and so not be read: a no-break space tells them apart.
    this.#again = message === this.#message ? !this.#again : false;
    this.#message = this.#again ? `${message}\u00a0` : message;
  }
}
