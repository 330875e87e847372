import type { Browser } from '@playwright/test';
import path from 'node:path';
import type { Folders, Heard, Running } from './host.ts';
import { listen } from './hearing.ts';
import { startServer } from './launch.ts';

/** The app served to a browser of this machine, in a context of its own. */
export async function runInBrowser(browser: Browser, folders: Folders, heard: Heard): Promise<Running> {
  let server = await startServer(folders);
  const context = await browser.newContext();
  listen(context, heard, (address) => address.startsWith(new URL(server.address).origin));
  const page = await context.newPage();
  await page.goto(server.address);

  return {
    page,
    get origin() {
      return new URL(server.address).origin;
    },
    web: {
      get address() {
        return server.address;
      },
    },
    chooseFiles: (paths) => {
      page.once('filechooser', (chooser) => void chooser.setFiles([...paths]));
      return Promise.resolve();
    },
    async saved(press) {
      const download = page.waitForEvent('download');
      await press();
      const done = await download;
      const file = path.join(folders.parent, 'saved', done.suggestedFilename());
      await done.saveAs(file);
      return file;
    },
    async refuseSaving() {
      const error = { code: 'write-failed', message: 'The disk is full.', hint: 'Make room.' };
      await page.route('**/brief.pdf', (route) => route.fulfill({ status: 500, json: { error } }));
      return `${error.message} ${error.hint}`;
    },
    async briefPdf(request) {
      const bytes = await page.evaluate(async (body) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch('/brief.pdf', { method: 'POST', headers, body });
        if (!answer.ok) throw new Error(await answer.text());
        return Array.from(new Uint8Array(await answer.arrayBuffer()));
      }, JSON.stringify(request));
      return Uint8Array.from(bytes);
    },
    isOwn: (address) => {
      const { origin, host } = new URL(server.address);
      return address.startsWith(`${origin}/`) || address === `ws://${host}/engine`;
    },
    /** The line is cut; the engine itself goes on. The first attempt to come back is refused. */
    async killEngine() {
      const connected = Promise.withResolvers<() => Promise<void>>();
      let attempts = 0;
      await page.routeWebSocket('**/engine', (socket) => {
        attempts += 1;
        if (attempts === 2) return void socket.close();
        const engine = socket.connectToServer();
        // Not before the page has had an answer: until then it takes an engine for one that starts.
        engine.onMessage((message) => {
          socket.send(message);
          connected.resolve(async () => {
            await socket.close();
            await engine.close();
          });
        });
      });
      await page.reload();
      await (
        await connected.promise
      )();
    },
    /** On the same port: what a page has stored belongs to its origin. */
    async restart() {
      const { port } = server;
      await server.stop();
      server = await startServer(folders, port);
      await page.goto(server.address);
    },
    async stop() {
      await context.close();
      await server.stop();
    },
  };
}
