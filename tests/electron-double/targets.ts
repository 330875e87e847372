import { ifStillThere, type CdpSession, type Protocol } from './cdp.ts';
import { chromium } from './chromium-process.ts';
import { contentsOfFrame } from './frames.ts';

type TargetInfo = Protocol.Target.TargetInfo;

interface Attached {
  readonly info: TargetInfo;
  readonly session: CdpSession;
}

/** Pages that Chromium has made, by target id, stopped before they load anything. */
const attached = new Map<string, Attached>();
let making = 0;

/**
 * Attaches to every page before it starts. What a page opens by itself is put to that page's window-open
 * handler.
 */
export async function watchTargets(): Promise<void> {
  const connection = chromium();
  connection.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    attached.set(targetInfo.targetId, { info: targetInfo, session: connection.session(sessionId) });
    // While one is being made it cannot be told whether it is this one.
    if (making === 0) judgeTheOthers();
  });
  connection.browser.on('Target.targetCrashed', ({ targetId, errorCode }) => {
    contentsOfFrame(targetId)?.crashed(errorCode);
  });
  connection.browser.on('Target.targetInfoChanged', ({ targetInfo: { targetId, title, url } }) => {
    // Until a page has said its title, Chromium takes its address for one.
    if (title !== '' && !url.includes(title)) contentsOfFrame(targetId)?.titled(title);
  });
  await connection.browser.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] });
  await connection.browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });
}

/** A new page of the double's own, stopped before it starts. */
export async function makeTarget(size: {
  width: number;
  height: number;
}): Promise<{ id: string; session: CdpSession }> {
  making += 1;
  try {
    const { targetId } = await chromium().browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    });
    const made = attached.get(targetId);
    attached.delete(targetId);
    if (!made) throw new Error('Chromium made a page and did not attach to it.');
    return { id: targetId, session: made.session };
  } finally {
    making -= 1;
    if (making === 0) judgeTheOthers();
  }
}

function judgeTheOthers(): void {
  for (const { info, session } of attached.values()) {
    const opener = contentsOfFrame(info.openerFrameId ?? info.openerId ?? '');
    if (opener?.mayOpen() === false) {
      ifStillThere(chromium().browser.send('Target.closeTarget', { targetId: info.targetId }));
    } else {
      // Without a handler, or where a test's own client made it, it opens.
      ifStillThere(session.send('Runtime.runIfWaitingForDebugger'));
    }
  }
  attached.clear();
}
