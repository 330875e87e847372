import type { Page } from '@playwright/test';
import { HELD_BY_SHELL, HELD_EVERYWHERE, type Attempt } from './attempts.ts';
import { expect, test } from './fixtures.ts';

/** What becomes of an element or a connection, one way or the other. Runs in the page. */
function settled(target: EventTarget): Promise<string> {
  return new Promise((resolve) => {
    const frame = target instanceof HTMLIFrameElement;
    for (const good of ['load', 'open', 'message', 'canplay']) {
      // A frame loads its error page, too; the network knows whether anybody was asked.
      target.addEventListener(good, () => resolve(frame ? '' : `an event: ${good}`), { once: true });
    }
    for (const bad of ['error', 'abort']) target.addEventListener(bad, () => resolve(''), { once: true });
    // What is never told of has been decided on by the time the page has drawn twice and been idle.
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve(''))));
    if (target instanceof Element) document.body.append(target);
  });
}

/** Gathers candidates of a peer connection to the end; one that somebody else named has gone out. Runs in the page. */
async function peer(iceServers: RTCIceServer[], candidate?: string): Promise<string> {
  const one = new RTCPeerConnection({ iceServers });
  one.createDataChannel('x');
  const found: string[] = [];
  const gathered = new Promise<void>((resolve) => {
    one.onicecandidate = (event) => {
      if (event.candidate) found.push(event.candidate.candidate);
      else resolve();
    };
  });
  await one.setLocalDescription();
  if (candidate !== undefined) {
    const two = new RTCPeerConnection();
    await two.setRemoteDescription(one.localDescription as RTCSessionDescriptionInit);
    await two.setLocalDescription(await two.createAnswer());
    await one.setRemoteDescription(two.localDescription as RTCSessionDescriptionInit);
    await one.addIceCandidate({ candidate, sdpMid: '0' });
  }
  await gathered;
  one.close();
  return found.some((each) => / typ (srflx|relay|prflx)/.test(each)) ? found.join() : '';
}

/**
 * Makes one attempt in the page's own world. As text, because the page itself may compile nothing and its debugger
 * may; from a timer, because what the debugger runs itself is let off the page's policy.
 */
function attempt(page: Page, [id, body]: Attempt, trap: string): Promise<string> {
  return page.evaluate(`new Promise((done) => setTimeout(async () => {
    const url = 'http://${trap}/${id}', far = 'https://${id}.tracker.example/${id}';
    ${settled.toString()}
    ${peer.toString()}
    try { done(String((await (async () => { ${body} })()) ?? '')); } catch { done(''); }
  }))`);
}

/** Whether code ran that came as text; the next attempt starts anew. */
function hasRun(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const world = window as unknown as Record<string, unknown>;
    const ran = world['__pwned'] !== undefined;
    delete world['__pwned'];
    return ran;
  });
}

/** Every place that the page may have been left for. */
const isAtHome = (page: Page, home: string): boolean => page.url().split('#')[0] === home.split('#')[0];

for (const [title, attempts, tag] of [
  ['code in the page gets nowhere', HELD_EVERYWHERE, []],
  ['code in the page of a shell cannot leave it', HELD_BY_SHELL, ['@shell']],
] as const) {
  test(title, { tag: [...tag] }, async ({ app, network, tally }) => {
    test.setTimeout(180_000);
    const { page } = app;
    const home = page.url();
    const popups: string[] = [];
    page.context().on('page', (popup) => popups.push(popup.url()));
    page.on('dialog', (dialog) => void dialog.dismiss());
    for (const each of attempts) {
      await test.step(each[0], async () => {
        tally.tried += 1;
        const reached = await attempt(page, each, network.traps.address);
        const ran = await hasRun(page);
        if (reached !== '' || !isAtHome(page, home) || popups.length > 0) tally.escaped += 1;
        if (ran) tally.executed += 1;
        expect.soft(reached, each[0]).toBe('');
        expect.soft(ran, `${each[0]} ran`).toBe(false);
        expect.soft(page.url().split('#')[0], each[0]).toBe(home.split('#')[0]);
        expect.soft(popups.splice(0), `windows of ${each[0]}`).toEqual([]);
      });
    }
    // Breaches of the policy are the test's own.
    app.faults.splice(0);
  });
}
