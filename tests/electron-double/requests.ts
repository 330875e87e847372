import type { OnBeforeRequestListenerDetails } from 'electron';
import { mappedScheme, toElectron } from './addresses.ts';
import { ifStillThere, type CdpSession, type Protocol } from './cdp.ts';
import { chromium } from './chromium-process.ts';
import { contentsOfFrame, frameOf } from './frames.ts';
import { mayNavigate } from './navigation.ts';
import { settlePermissions } from './permissions.ts';
import { answerOf } from './protocol.ts';
import { isCancelled } from './web-request.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
type Fate = 'continue' | Protocol.Network.ErrorReason | Response;

const TYPES: Readonly<Record<string, OnBeforeRequestListenerDetails['resourceType']>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};

/**
 * Every request of every page, frame and worker passes here before it is made, because it is the browser
 * itself whose requests are paused. WebSockets and WebRTC do not: DevTools cannot pause them.
 */
export async function watchRequests(): Promise<void> {
  const connection = chromium();
  const { browser } = connection;
  browser.on('Fetch.requestPaused', (paused) => {
    fateOf(paused)
      .then((fate) => settle(browser, paused.requestId, fate))
      .catch((thrown: unknown) => {
        // At the end of the app some requests are under way.
        if (connection.isOpen) throw thrown;
      });
  });
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

/** In Electron's order: navigation guards, then `webRequest`, then the scheme's handler or the network. */
async function fateOf(paused: Paused): Promise<Fate> {
  const { request, frameId, resourceType } = paused;
  const url = toElectron(request.url);
  // Chrome asks for a page's icon by itself, Electron does not.
  if (resourceType === 'Other' && mappedScheme(url) !== null && URL.parse(url)?.pathname === '/favicon.ico') {
    return 'Aborted';
  }
  const frame = frameOf(frameId);
  const isDocument = resourceType === 'Document';
  if (isDocument && frame && !mayNavigate(frameId, url, paused.redirectedRequestId !== undefined))
    return 'Aborted';
  if (await isCancelled(detailsOf(paused, url))) return 'BlockedByClient';
  if (mappedScheme(url) === null) return 'continue';
  // protocol, “CustomScheme Object”: not without the privilege `allowServiceWorkers`, which is not implemented.
  if (Object.keys(request.headers).some((name) => name.toLowerCase() === 'service-worker')) return 'Failed';
  const contents = contentsOfFrame(frameId);
  if (isDocument && contents && frame?.parent === null) {
    await settlePermissions(contents, url, new URL(request.url).origin);
  }
  const answer = await answerOf({
    url,
    method: request.method,
    headers: request.headers,
    body: bodyOf(request),
    byFetch: resourceType === 'XHR' || resourceType === 'Fetch',
  });
  return answer ?? 'Failed';
}

function detailsOf({ request, frameId, resourceType }: Paused, url: string) {
  const contents = contentsOfFrame(frameId);
  const frame = frameOf(frameId);
  const document = frame?.parent ? 'subFrame' : 'mainFrame';
  const body = bodyOf(request);
  return {
    url,
    method: request.method,
    ...(contents && { webContentsId: contents.id, webContents: contents.asElectron() }),
    frame,
    resourceType: resourceType === 'Document' ? document : (TYPES[resourceType] ?? 'other'),
    referrer: toElectron(request.headers['Referer'] ?? ''),
    uploadData: body ? [{ bytes: body }] : [],
  } satisfies Omit<OnBeforeRequestListenerDetails, 'id' | 'timestamp'>;
}

function bodyOf({ postDataEntries }: Protocol.Network.Request): Buffer | null {
  if (!postDataEntries) return null;
  return Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
}

async function settle(browser: CdpSession, requestId: string, fate: Fate): Promise<void> {
  if (fate === 'continue') {
    ifStillThere(browser.send('Fetch.continueRequest', { requestId }));
  } else if (typeof fate === 'string') {
    ifStillThere(browser.send('Fetch.failRequest', { requestId, errorReason: fate }));
  } else {
    const body = Buffer.from(await fate.arrayBuffer()).toString('base64');
    const responseHeaders = [...fate.headers].map(([name, value]) => ({ name, value }));
    const answer = { requestId, responseCode: fate.status, responseHeaders, body };
    ifStillThere(browser.send('Fetch.fulfillRequest', answer));
  }
}
