import type { Rectangle } from 'electron';

export const MINIMUM = { width: 900, height: 600 } as const;
const USUAL = { width: 1440, height: 900 } as const;
/** How much of the window's top must be in sight, so that it can be taken hold of. */
const HANDLE = { width: 200, height: 40 } as const;

function overlap(aStart: number, aLength: number, bStart: number, bLength: number): number {
  return Math.min(aStart + aLength, bStart + bLength) - Math.max(aStart, bStart);
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  return (
    overlap(bounds.x, bounds.width, area.x, area.width) >= HANDLE.width &&
    overlap(bounds.y, HANDLE.height, area.y, area.height) >= HANDLE.height
  );
}

/**
 * Where the window opens, in DIP: where it was, if its top is still on some display, else without a place
 * (the system centres it) and no larger than the first display's work area.
 */
export function windowBounds(
  saved: Rectangle | null,
  workAreas: readonly Rectangle[],
): { width: number; height: number; x?: number; y?: number } {
  if (saved && workAreas.some((area) => isReachable(saved, area))) {
    return {
      ...saved,
      width: Math.max(MINIMUM.width, saved.width),
      height: Math.max(MINIMUM.height, saved.height),
    };
  }
  const wished = saved ?? USUAL;
  const [first] = workAreas;
  const fitted = (key: 'width' | 'height') =>
    Math.max(MINIMUM[key], Math.min(wished[key], first?.[key] ?? wished[key]));
  return { width: fitted('width'), height: fitted('height') };
}
