import { app, BrowserWindow, Menu, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron';

type Item = MenuItemConstructorOptions;

/** What there is to do with the text under the pointer; null where there is nothing. */
function itemsFor({ editFlags, isEditable, selectionText }: ContextMenuParams): Item[] | null {
  if (isEditable) {
    return [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  if (selectionText.trim() === '') return null;
  return [{ role: 'copy', enabled: editFlags.canCopy }, { type: 'separator' }, { role: 'selectAll' }];
}

/** The menu of the right mouse button, which Electron leaves to programs. */
export function setupContextMenu(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_menuEvent, params) => {
      const window = BrowserWindow.fromWebContents(contents);
      const items = itemsFor(params);
      if (!window || !items) return;
      // Where the key of the menu was pressed, not where the mouse happens to be.
      Menu.buildFromTemplate(items).popup({ window, x: params.x, y: params.y });
    });
  });
}
