/**
 * Chromium cannot be told of a new scheme from outside. An address of one, `synoptic://app/x`, is loaded as
 * `https://app.synoptic-scheme.test/x`: a secure origin of its own, whose requests never reach the network,
 * because all are answered by the scheme's handler. Whatever passes Electron's API is in the scheme's form.
 */

const schemes = new Set<string>();

/** Only schemes with `standard` and `secure`: without, a page would have no origin, and this gives it one. */
export function mapScheme(scheme: string): void {
  schemes.add(scheme);
}

const suffix = (scheme: string): string => `.${scheme}-scheme.test`;

/** What Chromium is to load for an address of Electron's API. */
export function toChromium(address: string): string {
  const [, scheme, host, rest = ''] = /^([a-z][a-z\d-]*):\/\/([^/?#]*)(.*)$/is.exec(address) ?? [];
  if (scheme === undefined || host === undefined || !schemes.has(scheme.toLowerCase())) return address;
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  return `https://${host}${suffix(scheme.toLowerCase())}${path}`;
}

/** The address of Electron's API for one that Chromium uses. */
export function toElectron(address: string): string {
  if (address.startsWith('blob:')) return `blob:${toElectron(address.slice('blob:'.length))}`;
  const url = address.startsWith('https:') ? URL.parse(address) : null;
  if (!url) return address;
  for (const scheme of schemes) {
    if (url.hostname.endsWith(suffix(scheme))) {
      const host = url.hostname.slice(0, -suffix(scheme).length);
      return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`;
    }
  }
  return address;
}

/** The mapped scheme that an address of Electron's API has, or null. */
export function mappedScheme(address: string): string | null {
  const scheme = URL.parse(address)?.protocol.slice(0, -1) ?? '';
  return schemes.has(scheme) ? scheme : null;
}

/** The origin as Electron writes it: `synoptic://app`; `null` for those without. */
export function originOf(address: string): string {
  const url = URL.parse(address);
  if (!url) return 'null';
  return mappedScheme(address) === null ? url.origin : `${url.protocol}//${url.host}`;
}
