import type { WebContents } from 'electron';
import type { AppCommand, ImportOutcome } from '../api/index.ts';
import { IPC } from '../api/ipc.ts';

/** What the shell tells the page unasked. Nothing of it is lost while there is no page to hear it. */
export class ToPage {
  #page: WebContents | null = null;
  #loaded = false;
  /** Whether the page has taken the outcomes from before, and so hears new ones. */
  #listening = false;
  #commands: AppCommand[] = [];
  #outcomes: ImportOutcome[] = [];

  /** From now on this is the page. */
  attach(page: WebContents): void {
    this.#page = page;
    this.#loaded = false;
    this.#listening = false;
    page.on('did-finish-load', () => this.#ready(page));
    page.on('render-process-gone', () => this.#gone(page));
    page.on('destroyed', () => this.#gone(page));
  }

  command(command: AppCommand): void {
    if (this.#page && this.#loaded) this.#page.send(IPC.command, command);
    else this.#commands.push(command);
  }

  /** What became of files that nobody in the page asked for. */
  imported(outcomes: readonly ImportOutcome[]): void {
    if (outcomes.length === 0) return;
    if (this.#page && this.#listening) this.#page.send(IPC.imported, outcomes);
    else this.#outcomes.push(...outcomes);
  }

  /** The page begins to listen to {@link imported}: what it has missed. */
  takeImported(): readonly ImportOutcome[] {
    this.#listening = true;
    return this.#outcomes.splice(0);
  }

  #ready(page: WebContents): void {
    if (this.#page !== page) return;
    this.#loaded = true;
    for (const command of this.#commands.splice(0)) page.send(IPC.command, command);
  }

  #gone(page: WebContents): void {
    if (this.#page !== page) return;
    this.#loaded = false;
    this.#listening = false;
  }
}
