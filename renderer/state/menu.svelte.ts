/** Something that a menu of the page offers. */
export interface MenuItem {
  readonly label: string;
  /** As shown beside it: "S". */
  readonly keys?: string | undefined;
  run(): void;
}

/** Pixels from the window's top left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface OpenMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly spot: Spot;
}

/** The one menu of the page that is open. */
export class Menus {
  #open = $state.raw<OpenMenu | null>(null);

  get current(): OpenMenu | null {
    return this.#open;
  }

  show(menu: OpenMenu): void {
    this.#open = menu;
  }

  close(): void {
    this.#open = null;
  }
}

/** Where a menu belongs that was asked for by the pointer, or by a key at an element. */
export function spotOf(event: MouseEvent | null, element: Element): Spot {
  if (event && (event.clientX !== 0 || event.clientY !== 0) && event.detail !== 0) {
    return { x: event.clientX, y: event.clientY };
  }
  const box = element.getBoundingClientRect();
  return { x: box.left, y: box.bottom };
}
