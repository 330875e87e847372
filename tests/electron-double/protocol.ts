import type { CustomScheme, Protocol } from 'electron';
import { mappedScheme, mapScheme } from './addresses.ts';
import { app } from './app.ts';
import { heedOnly, only, unimplemented } from './unimplemented.ts';

type Handler = Parameters<Protocol['handle']>[1];

const privileges = new Map<string, NonNullable<CustomScheme['privileges']>>();
const handlers = new Map<string, Handler>();

function register({ scheme, privileges: given = {}, ...rest }: CustomScheme): void {
  heedOnly('a custom scheme', rest, []);
  heedOnly('a scheme’s privileges', given, ['standard', 'secure', 'supportFetchAPI', 'codeCache']);
  if (!given.standard || !given.secure) throw unimplemented('a scheme that is not standard and secure');
  if (!/^[a-z][a-z\d-]*$/.test(scheme)) throw unimplemented(`the scheme “${scheme}”`);
  mapScheme(scheme);
  privileges.set(scheme, given);
}

/** https://www.electronjs.org/docs/latest/api/protocol */
export const protocol = only<Protocol>('protocol', {
  /** “This method can only be used before the ready event of the app module gets emitted and can be called only once.” */
  registerSchemesAsPrivileged(schemes) {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (privileges.size > 0) throw unimplemented('registering privileged schemes a second time');
    for (const scheme of schemes) register(scheme);
  },
  handle(scheme, handler) {
    if (!privileges.has(scheme)) throw unimplemented(`a handler of “${scheme}”, which is not privileged,`);
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme) {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
});

/** A page's request for an address of a mapped scheme. */
export interface SchemeRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** Made by `fetch` or XMLHttpRequest. */
  readonly byFetch: boolean;
}

/**
 * What the scheme's handler answers. Null where the request fails: there is no handler, it threw, or the
 * scheme does not have the privilege `supportFetchAPI` and the request needs it.
 */
export async function answerOf({
  url,
  method,
  headers,
  body,
  byFetch,
}: SchemeRequest): Promise<Response | null> {
  const scheme = mappedScheme(url) ?? '';
  const handler = handlers.get(scheme);
  if (!handler || (byFetch && !privileges.get(scheme)?.supportFetchAPI)) return null;
  try {
    const request = new Request(url, { method, headers, ...(body && { body: new Uint8Array(body) }) });
    const response = await handler(request as Parameters<Handler>[0]);
    return response.type === 'error' ? null : response;
  } catch (thrown) {
    process.stderr.write(`electron double: the handler of ${scheme}: threw ${String(thrown)}\n`);
    return null;
  }
}
