import type { Event, WebContentsWillFrameNavigateEventParams } from 'electron';
import { contentsOfFrame, frameOf } from './frames.ts';
import { preventable } from './preventable.ts';

/**
 * Tells the guards of a navigation that is about to be made; false where one prevents it.
 *
 * webContents, Event 'will-navigate': for the main frame, not “when the navigation is started
 * programmatically with APIs like webContents.loadURL”; 'will-frame-navigate': for any frame;
 * 'will-redirect': “when a server side redirect occurs”.
 */
export function mayNavigate(frameId: string, url: string, redirected: boolean): boolean {
  const contents = contentsOfFrame(frameId);
  const frame = frameOf(frameId);
  if (!contents || !frame) return true;
  const isMainFrame = frame.parent === null;
  const byPage = isMainFrame && contents.takePageAsked();
  const details = { url, isSameDocument: false, isMainFrame, frame, initiator: frame };
  const allowed = (name: string): boolean => {
    const event: Event<WebContentsWillFrameNavigateEventParams> = preventable(details);
    contents.emit(name, event, url, false, isMainFrame, frame.processId, frame.routingId);
    return !event.defaultPrevented;
  };
  if (redirected) return allowed('will-redirect');
  if (isMainFrame && contents.hasAskedFor(url)) return true;
  // A reload that no page asked for is a person's, or a DevTools client's, as by Playwright's `page.reload()`.
  if (isMainFrame && !byPage && url === contents.getURL()) return true;
  const mainAllowed = !isMainFrame || allowed('will-navigate');
  return allowed('will-frame-navigate') && mainAllowed;
}
