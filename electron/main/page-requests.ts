import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type * as v from 'valibot';
import { enveloped, parseArgument, SynopticError } from '../api/index.ts';
import { isPageUrl } from './scheme.ts';

/** Whether a message is from our page itself: not a frame in it, not a page that took its place. */
function isFromPage({ sender, senderFrame }: IpcMainInvokeEvent, page: WebContents | null): boolean {
  return (
    page !== null &&
    sender === page &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    isPageUrl(senderFrame.url)
  );
}

/** Answers one kind of request of the page. */
export type Answer = <T, R>(
  name: string,
  schema: v.GenericSchema<unknown, T>,
  work: (argument: T, page: WebContents) => R | Promise<R>,
) => void;

/**
 * The one way from the page into main: the sender is checked, the argument parsed, the answer put into an
 * envelope. Errors nobody foresaw are told to `onError` and reach the page without their details.
 */
export function pageRequests(
  page: () => WebContents | null,
  onError: (name: string, thrown: unknown) => void,
): Answer {
  return (name, schema, work) => {
    ipcMain.handle(name, (event, argument: unknown) =>
      enveloped(async () => {
        if (!isFromPage(event, page())) {
          throw new SynopticError('not-permitted', 'Only Synoptic’s own page may ask for this.');
        }
        const parsed = parseArgument(schema, argument);
        try {
          return await work(parsed, event.sender);
        } catch (thrown) {
          if (!(thrown instanceof SynopticError)) onError(name, thrown);
          throw thrown;
        }
      }),
    );
  };
}
