import { expect, test, vi } from 'vitest';
import { Menu } from '../../../electron-double/menu.ts';

test('items are found by their id in submenus too, and clicked', () => {
  const click = vi.fn();
  const menu = Menu.buildFromTemplate([{ label: 'File', submenu: [{ id: 'open', label: 'Open', click }] }]);
  menu.getMenuItemById('open')?.click();
  expect(click).toHaveBeenCalledOnce();
  expect(menu.getMenuItemById('close')).toBeNull();
});

test('a role brings its label and keys, and does its own work instead of the item’s', () => {
  const click = vi.fn();
  const copied = vi.fn();
  const { items } = Menu.buildFromTemplate([{ role: 'copy', click }]);
  expect(items[0]?.label).toBe('Copy');
  expect(items[0]?.accelerator).toBe('CommandOrControl+C');
  items[0]?.click(undefined, undefined, { copy: copied } as never);
  expect(copied).toHaveBeenCalledOnce();
  expect(click).not.toHaveBeenCalled();
});

test('a checkbox changes when it is clicked', () => {
  const { items } = Menu.buildFromTemplate([{ type: 'checkbox', label: 'Lines', checked: true }]);
  items[0]?.click();
  expect(items[0]?.checked).toBe(false);
});

test.each([
  ['a role that the double does not know', { role: 'speech' as never }, /not implemented/],
  ['an option that nobody heeds', { label: 'A', icon: 'a.png' }, /“icon” of a menu item/],
  ['keys that Electron does not know', { label: 'A', accelerator: 'Ctrl+Del' }, /does not know/],
])('%s is an error', (_what, item, message) => {
  expect(() => Menu.buildFromTemplate([item])).toThrow(message);
});

test('two items of the application’s menu with the same keys are an error', () => {
  const twice = Menu.buildFromTemplate([
    { label: 'Copy', role: 'copy' },
    { label: 'Other', submenu: [{ label: 'Copy Summary', accelerator: 'Cmd+C' }] },
    { label: 'More', submenu: [{ label: 'Copy All', accelerator: 'CmdOrCtrl+C' }] },
  ]);
  expect(() => Menu.setApplicationMenu(twice)).toThrow(/have the same keys/);
});
