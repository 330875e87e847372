import { SynopticError, type Paper } from '../api/index.ts';
import { chromiumSandbox, findChromium } from './chromium.ts';

/**
 * A brief's HTML as PDF, printed by a Chromium of this machine: tagged, with an outline, sized by the
 * brief's own @page rules where it has them.
 *
 * @throws SynopticError `no-printer` where there is no Chromium or it does not start.
 */
export async function printPdf(html: string, paper: Paper): Promise<Uint8Array> {
  const browser = await launch();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    // Besides being offline: a brief carries all it needs, and nothing it quotes may be asked for.
    await context.route('**', (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: 'load' });
    return await page.pdf({
      format: paper,
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
  } finally {
    await browser.close();
  }
}

async function launch() {
  const executablePath = await findChromium();
  if (!executablePath) throw noPrinter('There is no Chromium on this computer to make the PDF with.');
  try {
    const { chromium } = await import('playwright');
    return await chromium.launch({
      executablePath,
      chromiumSandbox: chromiumSandbox(),
      args: ['--disable-gpu', '--disable-quic'],
    });
  } catch (cause) {
    throw noPrinter('Chromium did not start, so the PDF could not be made.', cause);
  }
}

function noPrinter(message: string, cause?: unknown): SynopticError {
  return new SynopticError(
    'no-printer',
    message,
    'Print to PDF from your browser instead, or install Chromium, Google Chrome or Microsoft Edge ' +
      '(SYNOPTIC_CHROMIUM may name its program).',
    { cause },
  );
}
