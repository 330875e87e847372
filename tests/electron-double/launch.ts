import type * as Electron from 'electron';
import { chromium, type Browser, type Page } from '@playwright/test';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Outside, Question, Told } from './control.ts';

export interface LaunchOptions {
  /** Switches, the folder of the app, its arguments: as one would give them to `electron`. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** How long a window may be on its way, on a machine that does other things. */
const START_MS = 30_000;

/** What a function that is run in main gets, and what it may give: it is sent as its source. */
type InMain<Module, R, A> = (module: Module, argument: A) => R | Promise<R>;

/** An app on the double, in the shape of Playwright's `ElectronApplication`. */
export class DoubleApplication {
  readonly #child: ChildProcess;
  readonly #browser: Promise<Browser>;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #last = 0;
  #output = '';

  constructor(options: LaunchOptions) {
    this.#child = fork(path.join(import.meta.dirname, 'run.ts'), [...options.args], {
      // Node says of some that we use that they may change; that is not what the app has to say.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
      ...(options.env && { env: options.env }),
      ...(options.cwd !== undefined && { cwd: options.cwd }),
    });
    const hear = (text: string) => (this.#output += text);
    this.#child.stdout?.setEncoding('utf8').on('data', hear);
    this.#child.stderr?.setEncoding('utf8').on('data', hear);
    const address = Promise.withResolvers<string>();
    this.#child.on('message', (told: Told) => {
      if (told.kind === 'chromium') address.resolve(told.address);
      else if (told.kind === 'answer') this.#take(told.id)?.resolve(told.value);
      else this.#take(told.id)?.reject(new Error(told.message));
    });
    this.#child.on('exit', (code, signal) => {
      const reason = new Error(`The app ended (${signal ?? code}).\n${this.#output}`);
      address.reject(reason);
      for (const { reject } of this.#waiting.values()) reject(reason);
      this.#waiting.clear();
    });
    this.#browser = address.promise.then((url) =>
      chromium.connectOverCDP(url).catch(async (cause: unknown) => {
        // An app that ends while one connects says why.
        if (this.#child.exitCode === null)
          await once(this.#child, 'exit', { signal: AbortSignal.timeout(1000) }).catch(() => undefined);
        throw new Error(`The app’s Chromium cannot be reached.\n${this.#output}`, { cause });
      }),
    );
    // Whoever asks for a window hears of it.
    this.#browser.catch(() => undefined);
  }

  process(): ChildProcess {
    return this.#child;
  }

  /** What it has printed so far. */
  output(): string {
    return this.#output;
  }

  /** Runs a function in main, with Electron's module and the argument. */
  evaluate<R, A = undefined>(work: InMain<typeof Electron, R, A>, argument?: A): Promise<R> {
    return this.#ask<R>(String(work), argument, false);
  }

  /** Does what a person or the system would do to the app. */
  outside<R, A = undefined>(work: InMain<Outside, R, A>, argument?: A): Promise<R> {
    return this.#ask<R>(String(work), argument, true);
  }

  /** The first window that was opened, whether or not it is shown yet. */
  async firstWindow(): Promise<Page> {
    const [context] = (await this.#browser).contexts();
    if (!context) throw new Error('Chromium has no context of its own.');
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: START_MS }));
    // Electron's windows are empty too until they have loaded something; what is asked for is on its way.
    await page.waitForURL((url) => url.href !== 'about:blank', { waitUntil: 'commit', timeout: START_MS });
    return page;
  }

  /** Pages that are open, the hidden ones too. */
  async windows(): Promise<Page[]> {
    const [context] = (await this.#browser).contexts();
    return context?.pages() ?? [];
  }

  /** Quits as its user would; resolves when its process has ended. */
  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    // It may be gone before it answers.
    await this.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await ended;
  }

  #ask<R>(source: string, argument: unknown, ofOutside: boolean): Promise<R> {
    const id = ++this.#last;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    const question: Question = { id, source, argument, ofOutside };
    this.#child.send(question, (error) => error && this.#take(id)?.reject(error));
    return answer.promise as Promise<R>;
  }

  #take(id: number): PromiseWithResolvers<unknown> | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
