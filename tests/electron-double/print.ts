import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import type { CdpSession } from './cdp.ts';
import { record } from './records.ts';
import { heedOnly, unimplemented } from './unimplemented.ts';

/** Inches, width and height. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
};

/** webContents, `printToPDF`: margins in inches, 1 cm each unless told; A4 or so by name, Letter unless told. */
export async function printToPdf(session: CdpSession, options: PrintToPDFOptions): Promise<Buffer> {
  heedOnly('printToPDF', options, [
    'landscape',
    'printBackground',
    'pageSize',
    'margins',
    'preferCSSPageSize',
    'generateTaggedPDF',
    'generateDocumentOutline',
  ]);
  const { pageSize = 'Letter', margins = {} } = options;
  const size = typeof pageSize === 'string' ? SIZES[pageSize] : undefined;
  if (!size) throw unimplemented(`printToPDF with the page size ${JSON.stringify(pageSize)}`);
  const [paperWidth, paperHeight] = size;
  const { top = 0.4, right = 0.4, bottom = 0.4, left = 0.4 } = margins;
  const { data } = await session.send('Page.printToPDF', {
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    paperWidth,
    paperHeight,
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
  });
  return Buffer.from(data, 'base64');
}

type PrintCallback = (success: boolean, failureReason: string) => void;
interface PrintAnswer {
  readonly success: boolean;
  readonly failureReason: string;
}

/** Electron's words for a dialog that was closed. */
const CANCELLED: PrintAnswer = { success: false, failureReason: 'Print job canceled' };
const answers: PrintAnswer[] = [];

/** For tests: what becomes of the next print. Otherwise the person closes the dialog. */
export const answerNextPrint = (answer: PrintAnswer): void => void answers.push(answer);

/** webContents, `print`: nobody sees the dialog; that it was opened, and with what, is recorded. */
export function print(options: WebContentsPrintOptions, callback: PrintCallback): void {
  heedOnly('print', options, ['printBackground', 'pageSize', 'silent', 'landscape', 'margins']);
  record('webContents.print', options);
  const { success, failureReason } = answers.shift() ?? CANCELLED;
  setImmediate(() => callback(success, success ? '' : failureReason));
}
