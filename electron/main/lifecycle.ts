import { app } from 'electron';
import type { EngineHost } from './engine-host.ts';
import { logEvent } from './log.ts';

/** What a prompt, a service manager and a terminal that closes send. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Windows close, programs quit: as each system has it. */
export function setupLifecycle(
  engine: Pick<EngineHost, 'stop'>,
  open: () => void,
  isOpen: () => boolean,
): void {
  app.on('activate', () => {
    if (!isOpen()) open();
  });
  app.on('window-all-closed', () => {
    // On macOS a program lives on without windows.
    if (process.platform !== 'darwin') app.quit();
  });
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void engine.stop().finally(() => {
      stopped = true;
      logEvent('info', 'shell', 'quit');
      app.quit();
    });
  });
  for (const signal of SIGNALS) process.on(signal, () => app.quit());
}
