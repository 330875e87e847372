import { app, type Session } from 'electron';
import { PEER_CONNECTIONS } from './navigation.ts';

interface Reasoned {
  readonly name: string;
  readonly value?: string;
  readonly reason: string;
}

const SWITCHES: readonly Reasoned[] = [
  {
    name: 'host-resolver-rules',
    value: 'MAP * ^NOTFOUND',
    reason: 'No name is ever looked up. A caret: older advice has a tilde, which may stand in a name.',
  },
  { name: 'no-proxy-server', reason: 'Nothing asks the network where a proxy might be.' },
  { name: 'disable-background-networking', reason: 'Chromium’s own services stay silent.' },
  { name: 'disable-component-update', reason: 'Chromium fetches no parts of itself.' },
  { name: 'disable-domain-reliability', reason: 'No reports of failed requests.' },
  { name: 'no-pings', reason: 'No auditing pings of links.' },
  { name: 'dns-prefetch-disable', reason: 'Links are not looked up ahead.' },
  {
    name: 'webrtc-ip-handling-policy',
    value: PEER_CONNECTIONS,
    reason: 'Peer connections do not pass the request filter; without a proxy they have no way out.',
  },
];

/** What the session may load; whatever is not named is refused. */
const SCHEMES: readonly Reasoned[] = [
  { name: 'synoptic:', reason: 'The page, its files and its briefs.' },
  { name: 'blob:', reason: 'What the page makes itself.' },
  { name: 'data:', reason: 'Pictures in the styles, fonts in a brief.' },
];
const DEVELOPMENT_SCHEMES: readonly Reasoned[] = [
  { name: 'devtools:', reason: 'The developer tools, which are pages too.' },
];

/** To be called before Electron is ready. */
export function setupOfflineSwitches(): void {
  for (const { name, value } of SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
}

/** Refuses every request but those for our own scheme, and downloads of any kind. */
export function setupOfflineSession(session: Session): void {
  const allowed = new Set(
    [...SCHEMES, ...(app.isPackaged ? [] : DEVELOPMENT_SCHEMES)].map(({ name }) => name),
  );
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !allowed.has(URL.parse(url)?.protocol ?? '') });
  });
  session.on('will-download', (event) => event.preventDefault());
  // Its dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false);
}

/** Settled before the first window opens. */
export async function setupDirectConnections(session: Session): Promise<void> {
  await session.setProxy({ mode: 'direct' });
}
