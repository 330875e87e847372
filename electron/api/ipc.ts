/** Names of the messages between the preload and Electron's main process. No other ones are listened to. */
export const IPC = {
  /** Asks for a port to the engine. */
  connect: 'synoptic:connect',
  importPaths: 'synoptic:import-paths',
  chooseFiles: 'synoptic:choose-files',
  chooseLibrary: 'synoptic:choose-library',
  saveBrief: 'synoptic:save-brief',
  printBrief: 'synoptic:print-brief',
  savePicture: 'synoptic:save-picture',
  saveNotes: 'synoptic:save-notes',
  showInFolder: 'synoptic:show-in-folder',
  trash: 'synoptic:trash',
  undoTrash: 'synoptic:undo-trash',
  openSample: 'synoptic:open-sample',
  setTheme: 'synoptic:set-theme',
  /** The page listens to what was imported on the system's behalf. */
  takeImported: 'synoptic:take-imported',
  /** To the page: a port to the engine. */
  port: 'synoptic:port',
  /** To the page: a command of the menu. */
  command: 'synoptic:command',
  /** To the page: outcomes of files that the system handed over. */
  imported: 'synoptic:imported',
} as const;
