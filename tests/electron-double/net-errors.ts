/** Chromium's numbers for the errors that pages of the double can meet: net/base/net_error_list.h. */
const NUMBERS: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_INVALID_ARGUMENT: -4,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_BLOCKED_BY_RESPONSE: -27,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
};

export interface NetError {
  /** As `ERR_FAILED`. */
  readonly name: string;
  readonly number: number;
}

/** @param text as DevTools have it: `net::ERR_FAILED`, with `.Inspector` behind it where DevTools made it fail. */
export function netError(text: string): NetError {
  const name = text.replace(/^net::|\.Inspector$/g, '');
  return { name, number: NUMBERS[name] ?? -2 };
}

/** What ends a load that another one, or the end of the page, cuts short. */
export const ABORTED: NetError = { name: 'ERR_ABORTED', number: -3 };
