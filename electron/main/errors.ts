import { app, dialog } from 'electron';
import { SynopticError } from '../api/index.ts';
import { logError } from './log.ts';

/** An error of the shell itself, which no page is there to show. Before the window opens it is shown too. */
export function showError(thrown: unknown): void {
  const known = thrown instanceof SynopticError;
  const message = known ? thrown.message : 'Something went wrong inside Synoptic.';
  const hint = known ? thrown.hint : String(thrown);
  logError('shell', thrown);
  dialog.showErrorBox(message, hint);
}

/** An error that nobody caught ends Synoptic, after saying so; files are never half-written by main. */
export function setupErrors(): void {
  const fatal = (thrown: unknown) => {
    showError(thrown);
    app.exit(1);
  };
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);
  // Whoever started Synoptic may be gone, and nobody reads what it prints: no reason to end.
  process.stderr.on('error', () => undefined);
}
