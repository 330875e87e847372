/** The world that Electron gives a preload: it shares the page's document, none of its objects. */
export const WORLD = 'Electron Isolated Context';
/** In that world: the function that calls the double's process. */
export const BINDING = 'synopticElectronDoubleSend';
/** In that world: the function that the double's process calls. */
export const RECEIVER = 'synopticElectronDoubleReceive';
