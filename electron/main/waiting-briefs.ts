import { randomUUID } from 'node:crypto';

/** Briefs on their way to a hidden window, each under a name that nobody can guess and that works once. */
export class WaitingBriefs {
  readonly #waiting = new Map<string, string>();

  add(html: string): string {
    const token = randomUUID();
    this.#waiting.set(token, html);
    return token;
  }

  take(token: string): string | undefined {
    const html = this.#waiting.get(token);
    this.#waiting.delete(token);
    return html;
  }
}
