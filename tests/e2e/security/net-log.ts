import { readFile } from 'node:fs/promises';

/** Chromium's own log of its network stack (`--log-net-log`): one JSON object, an event a line. */

interface Constants {
  readonly logEventTypes: Readonly<Record<string, number>>;
}

interface NetEvent {
  readonly type: number;
  readonly params?: Readonly<Record<string, unknown>>;
}

export interface NetLog {
  /** How many events there are: none means that nothing was recorded. */
  readonly events: number;
  /** Addresses of requests, names that were to be looked up, addresses that sockets were opened to. */
  readonly requested: readonly string[];
  readonly resolved: readonly string[];
  readonly connected: readonly string[];
}

/** The parameters that name the other side, by the type of the event. */
const REQUESTS = ['URL_REQUEST_START_JOB'];
/** The first is whatever is put to the resolver, also where that knows better than to ask anybody. */
const LOOKUPS = [
  'HOST_RESOLVER_MANAGER_REQUEST',
  'HOST_RESOLVER_MANAGER_JOB',
  'HOST_RESOLVER_DNS_TASK',
  'HOST_RESOLVER_SYSTEM_TASK',
];
const CONNECTIONS = ['TCP_CONNECT_ATTEMPT', 'UDP_CONNECT', 'UDP_BYTES_SENT', 'QUIC_SESSION'];

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export async function readNetLog(file: string): Promise<NetLog> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const first = lines.find((line) => line.startsWith('{"constants"')) ?? '{"constants":{"logEventTypes":{}}}';
  const { constants } = JSON.parse(`${first.replace(/,\s*$/, '')}}`) as { constants: Constants };
  const typesOf = (names: readonly string[]): ReadonlySet<number> =>
    new Set(names.flatMap((name) => constants.logEventTypes[name] ?? []));
  const [requests, lookups, connections] = [REQUESTS, LOOKUPS, CONNECTIONS].map(typesOf);
  const found = {
    events: 0,
    requested: new Set<string>(),
    resolved: new Set<string>(),
    connected: new Set<string>(),
  };
  for (const line of lines) {
    if (!line.startsWith('{"params"') && !line.startsWith('{"phase"')) continue;
    let event: NetEvent;
    try {
      event = JSON.parse(line.replace(/(,|\]\}?)\s*$/, '')) as NetEvent;
    } catch {
      // The last line of a browser that was ended while it wrote.
      continue;
    }
    found.events += 1;
    const { params = {} } = event;
    const note = (types: ReadonlySet<number> | undefined, into: Set<string>, ...names: string[]): void => {
      if (!types?.has(event.type)) return;
      for (const name of names) {
        const value = text(params[name]);
        if (value) into.add(value);
      }
    };
    note(requests, found.requested, 'url');
    note(lookups, found.resolved, 'host', 'hostname');
    note(connections, found.connected, 'address');
  }
  return {
    events: found.events,
    requested: [...found.requested],
    resolved: [...found.resolved],
    connected: [...found.connected],
  };
}

/** What a Chromium asks for itself, whatever page it shows. Electron has none of these services. */
const SERVICES: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /^https?:\/\/(update|clients2)\.google(apis)?\.com/,
    reason: 'newer parts of itself, and the time',
  },
  { pattern: /^https:\/\/accounts\.google\.com/, reason: 'who is signed in' },
  { pattern: /^https:\/\/content-autofill\.googleapis\.com/, reason: 'what to fill into fields' },
  { pattern: /^https:\/\/optimizationguide-pa\.googleapis\.com/, reason: 'what it believes of pages' },
];
/** Connections that are no sending: to see whether there is IPv6, and to the name server, whose names are told apart. */
const PROBES = /^\[2001:4860:4860::8888\]:443$|:53$/;
/** Addresses that lead nowhere; the last is what the double makes of our scheme, and answers itself. */
const INSIDE =
  /^(data|blob|about|synoptic|chrome|devtools|chrome-untrusted|chrome-extension):|^https:\/\/\w+\.synoptic-scheme\.test\//;

/**
 * What of a log is not Synoptic's own: anything but `own` (host and port). A shell has none: what Chromium
 * asks for itself must have ended before any name was looked up.
 */
export function strangers(log: NetLog, own: string | null): readonly string[] {
  const isService = (address: string): boolean => SERVICES.some(({ pattern }) => pattern.test(address));
  const isOurs = (address: string): boolean =>
    INSIDE.test(address) || (own !== null && (address === own || URL.parse(address)?.host === own));
  const told = (kind: string, addresses: readonly string[], isPart: (address: string) => boolean) =>
    addresses
      .filter((address) => !isOurs(address) && !isPart(address))
      .map((address) => `${kind}: ${address}`);
  return [
    ...told('request', log.requested, isService),
    ...told('look-up', log.resolved, (name) => own !== null && isService(name)),
    // Services of a browser that is not ours connect to wherever their names led.
    ...told('connection', log.connected, (address) => PROBES.test(address)),
  ];
}
