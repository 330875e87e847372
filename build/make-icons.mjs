// Renders build/icons/icon.svg in the sizes that packages need: run after changing it. electron-builder makes
// the .ico and the .icns of the largest.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { ensureChromium } from './find-chromium.mjs';

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];
const folder = new URL('./icons/', import.meta.url);

const svg = await readFile(new URL('icon.svg', folder), 'utf8');
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--disable-gpu'] });
try {
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`${size}x${size}.png`, folder), png);
    await page.close();
  }
} finally {
  await browser.close();
}
