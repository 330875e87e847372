import { app } from 'electron';

/** Peer connections do not pass the request filter: without a proxy, and there is none, they have no way out. */
export const PEER_CONNECTIONS = 'disable_non_proxied_udp';

/** No window, frame or guest ever goes anywhere, or calls anybody: what is loaded, the shell has loaded. */
export function setupNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // Each window has a policy of its own, whatever the switch of the same name says.
    contents.setWebRTCIPHandlingPolicy(PEER_CONNECTIONS);
  });
}
