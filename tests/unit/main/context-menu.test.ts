import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setupContextMenu } from '../../../electron/main/context-menu.ts';
import { BrowserWindow, Menu, popup, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));
beforeEach(() => {
  resetElectron();
  setupContextMenu();
});

const editFlags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true };

function rolesAt(params: Partial<ContextMenuParams>): unknown[] {
  const window = new BrowserWindow();
  window.webContents.emit(
    'context-menu',
    {},
    { x: 3, y: 4, selectionText: '', isEditable: false, editFlags, ...params },
  );
  const template = (Menu.buildFromTemplate.mock.calls.at(-1)?.[0] ?? []) as MenuItemConstructorOptions[];
  return template.flatMap(({ role, enabled }) => (role ? [enabled === false ? `no ${role}` : role] : []));
}

describe('the menu of the right mouse button', () => {
  it('copies what is selected, at its place', () => {
    expect(rolesAt({ selectionText: 'five hours' })).toEqual(['copy', 'selectAll']);
    expect(popup).toHaveBeenCalledWith(expect.objectContaining({ x: 3, y: 4 }));
  });

  it('edits fields, as far as there is something to do', () => {
    expect(rolesAt({ isEditable: true })).toEqual(['cut', 'copy', 'no paste', 'selectAll']);
  });

  it('does not come where there is nothing to do', () => {
    expect(rolesAt({ selectionText: ' ' })).toEqual([]);
    expect(popup).not.toHaveBeenCalled();
  });
});
