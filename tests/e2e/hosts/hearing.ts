import type { BrowserContext } from '@playwright/test';
import type { Heard } from './host.ts';

/** Notes what pages of a context ask for and what goes wrong in those that `isOurs` knows. */
export function listen(context: BrowserContext, heard: Heard, isOurs: (address: string) => boolean): void {
  context.on('request', (request) => heard.requests.push(request.url()));
  context.on('weberror', (error) => heard.faults.push(String(error.error())));
  context.on('console', (message) => {
    const ours = isOurs(message.page()?.url() ?? '');
    if (ours && /Content Security Policy/i.test(message.text())) heard.faults.push(message.text());
  });
  const hearSockets = (page: ReturnType<BrowserContext['pages']>[number]) =>
    page.on('websocket', (socket) => heard.requests.push(socket.url()));
  context.on('page', hearSockets);
  context.pages().forEach(hearSockets);
}
