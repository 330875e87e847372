import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';

test('the key does not stay in the address bar', { tag: '@http' }, async ({ app }) => {
  await expect(app.page).toHaveURL(`${app.origin}/`);
});

test(
  'a second tab of the same browser is let in, another browser is not',
  {
    tag: '@http',
  },
  async ({ app, context, ownBrowser }) => {
    const second = await context.newPage();
    expect((await second.goto(app.origin))?.status()).toBe(200);

    const stranger = await (await ownBrowser()).newContext();
    const page = await stranger.newPage();
    expect((await page.goto(app.origin))?.status()).toBe(403);
    await expect(page.getByText('Open the address that Synoptic printed')).toBeVisible();
    await stranger.close();
  },
);

test(
  'a page of another port of this machine gets nothing, though the browser has the cookie',
  {
    tag: '@http',
  },
  async ({ app, context }) => {
    const other = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Other</title>');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    try {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
      const got = await page.evaluate(async (origin) => {
        const fetched = await fetch(`${origin}/`, { credentials: 'include' }).then(
          (response) => response.status,
          () => 'nothing',
        );
        const posted = await fetch(`${origin}/brief`, {
          method: 'POST',
          mode: 'no-cors',
          credentials: 'include',
          body: '{}',
        }).then(
          (response) => response.type,
          () => 'nothing',
        );
        const socket = await new Promise((resolve) => {
          const attempt = new WebSocket(`${origin.replace('http', 'ws')}/engine`);
          attempt.onopen = () => resolve('open');
          attempt.onerror = () => resolve('nothing');
        });
        const script = await new Promise((resolve) => {
          const element = document.createElement('script');
          element.src = `${origin}/`;
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('nothing');
          document.body.append(element);
        });
        return { fetched, posted, socket, script };
      }, app.origin);
      expect(got).toMatchObject({ fetched: 'nothing', socket: 'nothing', script: 'nothing' });
      expect(got.posted).not.toBe('basic');

      const framed = await page.evaluate(async (origin) => {
        const frame = document.createElement('iframe');
        frame.src = origin;
        await new Promise((resolve) => {
          frame.onload = resolve;
          document.body.append(frame);
        });
        return frame.contentDocument?.title ?? 'nothing';
      }, app.origin);
      expect(framed).toBe('nothing');
    } finally {
      other.close();
    }
  },
);
