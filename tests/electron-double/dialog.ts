import type { BrowserWindow, Dialog } from 'electron';
import { record } from './records.ts';
import { only } from './unimplemented.ts';

type Asked = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox';

const answers = new Map<string, unknown[]>();

/** For tests: what the person answers to the next dialog of a kind, by the name of its function without `Sync`. */
export function answerNext(kind: Asked, answer: unknown): void {
  answers.set(kind, [...(answers.get(kind) ?? []), answer]);
}

/** Dialogs take a window first, or none; what is asked is told last. */
function answered(kind: Asked, name: string, given: readonly unknown[]): unknown {
  const options = given.at(-1) as { title?: string; message?: string } | undefined;
  record(`dialog.${name}`, options);
  const [answer, ...later] = answers.get(kind) ?? [];
  if (answer === undefined) {
    const about = options?.message ?? options?.title ?? '';
    throw new Error(`electron double: no answer scripted for dialog.${name} (“${about}”)`);
  }
  answers.set(kind, later);
  return answer;
}

const later =
  (kind: Asked) =>
  async (...given: [BrowserWindow | object, object?]): Promise<never> =>
    answered(kind, kind, given) as never;

/** https://www.electronjs.org/docs/latest/api/dialog: nobody sees them, so a test says what is answered. */
export const dialog: Dialog = only<Dialog>('dialog', {
  showOpenDialog: later('showOpenDialog'),
  showSaveDialog: later('showSaveDialog'),
  showMessageBox: later('showMessageBox'),
  showMessageBoxSync: (...given: [BrowserWindow | object, object?]) => {
    const answer = answered('showMessageBox', 'showMessageBoxSync', given);
    return (answer as { response: number }).response;
  },
  showErrorBox: (title, content) => record('dialog.showErrorBox', title, content),
});
