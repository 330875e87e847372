import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A new secret of 256 bits, safe in an address and in a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Compares in a time that tells nothing of either, their lengths included. */
export function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/**
 * Who may talk to the host. Being on this machine is not enough: other users of it, other programs and
 * every web page open in the browser can reach a loopback port too.
 */
export class Access {
  /** In the first address only. */
  readonly key = newSecret();
  readonly #session = newSecret();
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** Cookies do not tell ports apart, so the port is in the name: two hosts must not log each other out. */
  get #cookieName(): string {
    return `synoptic-${this.#port}`;
  }

  get cookie(): string {
    return `${this.#cookieName}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** A name that resolves to this machine but is not ours is how a web page would rebind its own to us. */
  isOurHost(headers: IncomingHttpHeaders): boolean {
    return headers.host === `127.0.0.1:${this.#port}` || headers.host === `localhost:${this.#port}`;
  }

  /** Sent by the page itself; for requests that do something. Call after {@link isOurHost}. */
  isOurOrigin(headers: IncomingHttpHeaders): boolean {
    return headers.origin !== undefined && headers.origin === `http://${headers.host ?? ''}`;
  }

  /** Not sent on behalf of another page. Browsers say so since 2023; other clients say nothing. */
  isOurSite(headers: IncomingHttpHeaders): boolean {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }

  isKey(given: string): boolean {
    return sameSecret(given, this.key);
  }

  hasSession(headers: IncomingHttpHeaders): boolean {
    const prefix = `${this.#cookieName}=`;
    const given = (headers.cookie ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(prefix));
    return given !== undefined && sameSecret(given.slice(prefix.length), this.#session);
  }
}
