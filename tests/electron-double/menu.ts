import type {
  BaseWindow,
  BrowserWindow,
  KeyboardEvent,
  Menu as RealMenu,
  MenuItemConstructorOptions,
  WebContents,
} from 'electron';
import { parseAccelerator } from './accelerator.ts';
import { carryOut, labelOf, roleOf, type Role } from './menu-roles.ts';
import { record } from './records.ts';
import { heedOnly, PartialEmitter, unimplemented } from './unimplemented.ts';

type Template = readonly (MenuItemConstructorOptions | MenuItem)[];

const HEEDED = [
  ...[
    'click',
    'role',
    'type',
    'label',
    'sublabel',
    'toolTip',
    'accelerator',
    'enabled',
    'visible',
    'checked',
  ],
  ...['submenu', 'id', 'registerAccelerator', 'acceleratorWorksWhenHidden'],
];

/** https://www.electronjs.org/docs/latest/api/menu-item */
export class MenuItem {
  readonly id: string;
  readonly role: Role | undefined;
  readonly type: NonNullable<MenuItemConstructorOptions['type']>;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  readonly click: (event?: KeyboardEvent, window?: BaseWindow, contents?: WebContents) => void;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    heedOnly('a menu item', options, HEEDED);
    const { role, click, submenu } = options;
    const known = role === undefined ? undefined : roleOf(role);
    const items = submenu ?? known?.submenu?.();
    this.id = options.id ?? '';
    this.role = role;
    this.submenu = items && (items instanceof Menu ? items : Menu.buildFromTemplate(items as Template));
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
    if (this.type === 'submenu' && !this.submenu) throw new Error('Invalid submenu');
    this.label = options.label ?? (known ? labelOf(known) : '');
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.accelerator = options.accelerator ?? known?.accelerator ?? undefined;
    if (this.accelerator !== undefined) parseAccelerator(this.accelerator, process.platform);
    this.click = (event, window, contents) => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
      // An item with a role does what the role says; its own `click` is for where that does nothing.
      const done = role && carryOut(role, (window as BrowserWindow) ?? null, contents ?? null);
      if (!done) click?.(this as never, window, event ?? ({} as KeyboardEvent));
    };
  }
}

/** https://www.electronjs.org/docs/latest/api/menu */
export class Menu extends PartialEmitter {
  readonly items: MenuItem[] = [];

  constructor() {
    super('Menu');
  }

  static buildFromTemplate(template: Template): Menu {
    const menu = new Menu();
    for (const options of template) {
      menu.append(options instanceof MenuItem ? options : new MenuItem(options));
    }
    return menu;
  }

  /** @throws where two items have the same keys: only one of them would hear of them. */
  static setApplicationMenu(menu: Menu | null): void {
    if (menu) checkAccelerators(menu);
    current = menu;
  }

  static getApplicationMenu(): Menu | null {
    return current;
  }

  static sendActionToFirstResponder(): void {
    throw unimplemented('Menu.sendActionToFirstResponder');
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }

  /** Looks in the submenus, too. */
  getMenuItemById(id: string): MenuItem | null {
    return this.#all().find((item) => item.id === id) ?? null;
  }

  popup(options: Parameters<RealMenu['popup']>[0] = {}): void {
    record(
      'menu.popup',
      this.items.map(({ label }) => label),
      options.x,
      options.y,
    );
    setPopped(this);
    this.emit('menu-will-show', {});
  }

  closePopup(): void {
    setPopped(null);
    this.emit('menu-will-close', {});
  }

  #all(): MenuItem[] {
    return everyItem(this);
  }
}

let current: Menu | null = null;
let popped: Menu | null = null;
const setPopped = (menu: Menu | null): void => void (popped = menu);

/** For tests: the context menu that was opened last and not closed. */
export const openPopup = (): Menu | null => popped;

const everyItem = (menu: Menu): MenuItem[] =>
  menu.items.flatMap((item) => [item, ...(item.submenu ? everyItem(item.submenu) : [])]);

function checkAccelerators(menu: Menu): void {
  const taken = new Map<string, string>();
  for (const { accelerator, label } of everyItem(menu)) {
    if (accelerator === undefined) continue;
    const keys = parseAccelerator(accelerator, process.platform);
    const other = taken.get(keys);
    if (other !== undefined) {
      throw new Error(`electron double: “${other}” and “${label}” have the same keys, ${keys}`);
    }
    taken.set(keys, label);
  }
}
