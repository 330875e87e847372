import { app } from 'electron';
import type { SettingsFile } from './settings.ts';

/** How many are offered. */
const MOST = 10;

/** Systems that keep such a list for every program: in the Dock, or on the button of the task bar. */
const hasSystemList = () => process.platform === 'darwin' || process.platform === 'win32';

/** The libraries opened last, the newest first. */
export class Recents {
  readonly #settings: SettingsFile;
  readonly #onChange: () => void;

  constructor(settings: SettingsFile, onChange: () => void) {
    this.#settings = settings;
    this.#onChange = onChange;
  }

  get paths(): readonly string[] {
    return this.#settings.current.recent;
  }

  /** The library opened just now; it is also the one to come back to. */
  opened(library: string): void {
    const recent = [library, ...this.paths.filter((each) => each !== library)].slice(0, MOST);
    this.#settings.update({ library, recent });
    if (hasSystemList()) app.addRecentDocument(library);
    this.#onChange();
  }

  remove(library: string): void {
    this.#settings.update({ recent: this.paths.filter((each) => each !== library) });
    this.#onChange();
  }

  clear(): void {
    this.#settings.update({ recent: [] });
    if (hasSystemList()) app.clearRecentDocuments();
    this.#onChange();
  }
}
