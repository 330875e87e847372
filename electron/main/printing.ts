import { BrowserWindow } from 'electron';
import { SynopticError, type Paper } from '../api/index.ts';
import { briefUrl } from './scheme.ts';
import type { WaitingBriefs } from './waiting-briefs.ts';
import { SAFE_PREFERENCES } from './window.ts';

/** Shows the brief to a window that nobody sees, in which no script can run, for as long as `work` takes. */
async function withHiddenBrief<T>(
  html: string,
  briefs: WaitingBriefs,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...SAFE_PREFERENCES, javascript: false },
  });
  try {
    await window.loadURL(briefUrl(briefs.add(html)));
    return await work(window);
  } finally {
    window.destroy();
  }
}

/** A brief's HTML as PDF: its own @page rules, tagged, with an outline. */
export function briefPdf(html: string, paper: Paper, briefs: WaitingBriefs): Promise<Uint8Array> {
  return withHiddenBrief(html, briefs, ({ webContents }) =>
    webContents.printToPDF({
      pageSize: paper,
      preferCSSPageSize: true,
      // The brief's @page rules say the margins.
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  );
}

/**
 * The system's print dialog. A dialog the user closes is no error.
 *
 * @throws SynopticError `no-printer` where printing failed.
 */
export function printHtml(html: string, paper: Paper, briefs: WaitingBriefs): Promise<void> {
  return withHiddenBrief(
    html,
    briefs,
    ({ webContents }) =>
      new Promise<void>((resolve, reject) => {
        webContents.print({ printBackground: true, pageSize: paper }, (printed, reason) => {
          // Chromium's own words for it, in both of its spellings.
          if (printed || /cancell?ed/i.test(reason)) resolve();
          else {
            reject(
              new SynopticError(
                'no-printer',
                'The brief could not be printed.',
                'Check the printer, or save a PDF.',
              ),
            );
          }
        });
      }),
  );
}
