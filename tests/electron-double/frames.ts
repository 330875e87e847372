import type { WebFrameMain } from 'electron';
import { originOf, toElectron } from './addresses.ts';
import type { CdpSession } from './cdp.ts';
import { only } from './unimplemented.ts';
import type { WebContents } from './web-contents.ts';

interface Frame {
  readonly contents: WebContents;
  readonly id: string;
  readonly parent: Frame | null;
  readonly routingId: number;
  /** As Electron has it. */
  url: string;
  readonly main: WebFrameMain;
}

const frames = new Map<string, Frame>();
let lastRoutingId = 0;

/** https://www.electronjs.org/docs/latest/api/web-frame-main */
function frameMain(frame: () => Frame): WebFrameMain {
  return only<WebFrameMain>('WebFrameMain', {
    get url() {
      return frame().url;
    },
    get origin() {
      return originOf(frame().url);
    },
    get parent() {
      return frame().parent?.main ?? null;
    },
    get top(): WebFrameMain {
      return frame().parent?.main.top ?? frame().main;
    },
    get frameToken() {
      return frame().id;
    },
    get routingId() {
      return frame().routingId;
    },
    get frameTreeNodeId() {
      return frame().routingId;
    },
    get processId() {
      return frame().contents.getProcessId();
    },
    get detached() {
      return !frames.has(frame().id);
    },
    isDestroyed: () => !frames.has(frame().id),
  });
}

function addFrame(contents: WebContents, id: string, parentId: string | null): Frame {
  const known = frames.get(id);
  if (known) return known;
  const parent = parentId === null ? null : (frames.get(parentId) ?? null);
  const frame: Frame = {
    contents,
    id,
    parent,
    routingId: ++lastRoutingId,
    url: '',
    main: frameMain(() => frame),
  };
  frames.set(id, frame);
  return frame;
}

/** Follows the frames of a page from its target's beginning to its end. Returns what forgets them all. */
export function followFrames(contents: WebContents, session: CdpSession, mainId: string): () => void {
  addFrame(contents, mainId, null);
  session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
    addFrame(contents, frameId, parentFrameId);
  });
  session.on('Page.frameNavigated', ({ frame: { id, parentId, url, urlFragment } }) => {
    addFrame(contents, id, parentId ?? null).url = toElectron(url + (urlFragment ?? ''));
  });
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    addFrame(contents, frameId, mainId).url = toElectron(url);
  });
  // A frame that only moves to another process is still there.
  session.on('Page.frameDetached', ({ frameId, reason }) => {
    if (reason === 'remove') frames.delete(frameId);
  });
  return () => {
    for (const { id, contents: owner } of [...frames.values()]) if (owner === contents) frames.delete(id);
  };
}

export const contentsOfFrame = (id: string): WebContents | null => frames.get(id)?.contents ?? null;
export const frameOf = (id: string): WebFrameMain | null => frames.get(id)?.main ?? null;
