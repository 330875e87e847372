import { debuggingAddress, endChromium, launchChromium, type ChromiumOptions } from './chromium-process.ts';
import path from 'node:path';
import { watchRequests } from './requests.ts';
import { watchDownloads } from './session.ts';
import { watchTargets } from './targets.ts';

export { debuggingAddress };

/**
 * Starts the Chromium inside the double, when the app becomes ready: with the switches it has then.
 *
 * @throws Error where there is no Chromium or it does not start.
 */
export async function startChromium(options: ChromiumOptions): Promise<void> {
  await launchChromium(options);
  await Promise.all([
    watchRequests(),
    watchTargets(),
    watchDownloads(path.join(options.userData, 'chromium-downloads')),
  ]);
}

export const stopChromium = (): Promise<void> => endChromium();
