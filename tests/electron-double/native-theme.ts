import type { NativeTheme } from 'electron';
import { PartialEmitter } from './unimplemented.ts';

/** https://www.electronjs.org/docs/latest/api/native-theme */
class NativeThemeDouble extends PartialEmitter {
  #source: NativeTheme['themeSource'] = 'system';
  #systemIsDark = false;

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  /** `nativeTheme.themeSource`: overrides what the system says, in the pages too, and emits `updated`. */
  set themeSource(source: NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Error processing argument: ${source}`);
    if (source === this.#source) return;
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark';
  }

  /** The person changed the system's theme. */
  systemChanged(dark: boolean): void {
    if (dark === this.#systemIsDark) return;
    this.#systemIsDark = dark;
    this.emit('updated');
  }
}

const double = new NativeThemeDouble('nativeTheme');

export const nativeTheme: NativeTheme = double as unknown as NativeTheme;

/** For tests: what the system's own theme is. */
export const setSystemTheme = (theme: 'light' | 'dark'): void => double.systemChanged(theme === 'dark');
