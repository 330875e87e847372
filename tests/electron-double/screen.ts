import type { Display, Point, Rectangle, Screen } from 'electron';
import { only, PartialEmitter } from './unimplemented.ts';

/** Heights in DIP of what the desktop keeps for itself at the top of a display. */
const PANEL = 28;

function display(id: number, bounds: Rectangle): Display {
  const { x, y, width, height } = bounds;
  return only<Display>('Display', {
    id,
    label: `Display ${id}`,
    bounds,
    workArea: { x, y: y + PANEL, width, height: height - PANEL },
    size: { width, height },
    workAreaSize: { width, height: height - PANEL },
    scaleFactor: 1,
    rotation: 0,
    internal: true,
    detected: true,
  });
}

const contains = (area: Rectangle, { x, y }: Point): boolean =>
  x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** https://www.electronjs.org/docs/latest/api/screen: one display of 1920 by 1080, unless a test says otherwise. */
class ScreenDouble extends PartialEmitter {
  #displays = [display(1, { x: 0, y: 0, width: 1920, height: 1080 })];

  getAllDisplays(): Display[] {
    return [...this.#displays];
  }
  getPrimaryDisplay(): Display {
    const [first] = this.#displays;
    if (!first) throw new Error('There is no display.');
    return first;
  }
  getDisplayMatching(rect: Rectangle): Display {
    const byOverlap = this.#displays.toSorted(
      (one, other) => overlap(other.bounds, rect) - overlap(one.bounds, rect),
    );
    return byOverlap[0] ?? this.getPrimaryDisplay();
  }
  getDisplayNearestPoint(point: Point): Display {
    return this.#displays.find(({ bounds }) => contains(bounds, point)) ?? this.getPrimaryDisplay();
  }
  getCursorScreenPoint(): Point {
    return { x: 0, y: 0 };
  }

  change(bounds: readonly Rectangle[]): void {
    this.#displays = bounds.map((each, index) => display(index + 1, each));
    this.emit('display-metrics-changed', {}, this.getPrimaryDisplay(), ['bounds', 'workArea']);
  }
}

const double = new ScreenDouble('screen');

export const screen: Screen = double as unknown as Screen;

/** For tests: the displays that there are, the first being the primary one. */
export const setDisplays = (bounds: readonly Rectangle[]): void => double.change(bounds);
