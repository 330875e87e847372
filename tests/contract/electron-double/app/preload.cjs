// A sandboxed preload is no ES module, in Electron and here.
/* eslint-disable @typescript-eslint/no-require-imports */
const { contextBridge, ipcRenderer, webUtils } = require('electron');

ipcRenderer.on('port', (event, message) => {
  window.postMessage({ port: true, message }, window.location.origin, event.ports);
});

contextBridge.exposeInMainWorld('bridge', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  pathOf: (file) => webUtils.getPathForFile(file),
  heard: (listener) => ipcRenderer.on('told', (_event, ...args) => listener(...args)),
  required: (name) => {
    try {
      return typeof require(name);
    } catch (error) {
      return error.message;
    }
  },
});
