import type { EventEmitter } from 'node:events';
import { unimplemented } from './unimplemented.ts';

/** Throws when somebody listens to an event that the double does not know: it would wait for ever. */
export function knowEvents(emitter: EventEmitter, name: string, events: readonly string[]): void {
  emitter.on('newListener', (event: string) => {
    if (event !== 'removeListener' && !events.includes(event))
      throw unimplemented(`the event “${event}” of ${name}`);
  });
}

export const CONTENTS_EVENTS = [
  'did-start-loading',
  'did-stop-loading',
  'did-navigate',
  'did-navigate-in-page',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'page-title-updated',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'render-process-gone',
  'preload-error',
  'context-menu',
  'destroyed',
  'context-menu',
  // Never: pages without `webviewTag` have none to attach, and headless ones neither hang nor are asked.
  'will-attach-webview',
  'did-attach-webview',
  'unresponsive',
  'responsive',
  'will-prevent-unload',
];

export const WINDOW_EVENTS = [
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'resize',
  'resized',
  'move',
  'moved',
  'page-title-updated',
  'close',
  'closed',
  // Never: nothing hangs here, and no session of the system's ends.
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
];
