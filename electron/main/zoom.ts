import type { WebContents } from 'electron';

/** Chromium's levels: each step is a fifth more or less. */
const LOWEST = -3;
const HIGHEST = 5;

/** Zooms the whole page by steps, or back to its actual size. */
export function zoom(contents: WebContents, steps: number | null): void {
  const wished = steps === null ? 0 : contents.getZoomLevel() + steps;
  contents.setZoomLevel(Math.min(HIGHEST, Math.max(LOWEST, wished)));
}
