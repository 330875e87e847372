import { registerHooks } from 'node:module';

const ELECTRON = new URL('./electron.ts', import.meta.url).href;

/** From here on, whoever imports `electron` gets the double. */
export function giveElectron(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'electron' || specifier === 'electron/main' || specifier === 'electron/common') {
        return { url: ELECTRON, format: 'module-typescript', shortCircuit: true };
      }
      return next(specifier, context);
    },
  });
}
