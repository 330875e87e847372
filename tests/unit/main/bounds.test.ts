import { describe, expect, it } from 'vitest';
import { windowBounds } from '../../../electron/main/bounds.ts';

const LAPTOP = { x: 0, y: 0, width: 1440, height: 875 };
const SECOND = { x: 1440, y: -200, width: 2560, height: 1400 };

describe('windowBounds', () => {
  it.each([
    [
      'where it was',
      { x: 100, y: 50, width: 1200, height: 800 },
      [LAPTOP],
      { x: 100, y: 50, width: 1200, height: 800 },
    ],
    [
      'where it was on the second display',
      { x: 2000, y: -100, width: 1200, height: 800 },
      [LAPTOP, SECOND],
      { x: 2000, y: -100, width: 1200, height: 800 },
    ],
    [
      'centred when its display is gone',
      { x: 2000, y: 0, width: 1200, height: 800 },
      [LAPTOP],
      { width: 1200, height: 800 },
    ],
    [
      'centred when its title bar is above the screen',
      { x: 0, y: -790, width: 1200, height: 800 },
      [LAPTOP],
      { width: 1200, height: 800 },
    ],
    [
      'centred when hardly any of it is to be seen',
      { x: 1400, y: 0, width: 1200, height: 800 },
      [LAPTOP],
      { width: 1200, height: 800 },
    ],
    [
      'no larger than the display that is left',
      { x: 2000, y: 0, width: 2500, height: 1300 },
      [LAPTOP],
      { width: 1440, height: 875 },
    ],
    [
      'no smaller than the page needs',
      { x: 0, y: 0, width: 300, height: 200 },
      [LAPTOP],
      { x: 0, y: 0, width: 900, height: 600 },
    ],
    ['at its usual size at first', null, [SECOND], { width: 1440, height: 900 }],
    [
      'fitted to a small display at first',
      null,
      [{ x: 0, y: 0, width: 1280, height: 700 }],
      { width: 1280, height: 700 },
    ],
    ['at its usual size where no display is known', null, [], { width: 1440, height: 900 }],
  ])('opens the window %s', (_case, saved, areas, expected) => {
    expect(windowBounds(saved, areas)).toEqual(expected);
  });
});
