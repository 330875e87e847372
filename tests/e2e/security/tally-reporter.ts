import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Tally } from './fixtures.ts';

/** Adds up what became of hostile inputs, as the tests of this folder note it, and says it in one line a host. */
export default class TallyReporter implements Reporter {
  readonly #hosts = new Map<string, Tally>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const host = test.parent.project()?.name ?? '';
    for (const { type, description } of result.annotations) {
      if (type !== 'hostile' || description === undefined) continue;
      const one = JSON.parse(description) as Tally;
      const all = this.#hosts.get(host) ?? { tried: 0, executed: 0, leaked: 0, escaped: 0 };
      for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += one[key];
      this.#hosts.set(host, all);
    }
  }

  onEnd(): void {
    for (const [host, { tried, executed, leaked, escaped }] of this.#hosts) {
      if (tried === 0) continue;
      process.stdout.write(
        `\n${host}: tried ${tried} hostile inputs; executed ${executed}, leaked ${leaked}, escaped ${escaped}\n`,
      );
    }
  }

  printsToStdio(): boolean {
    return false;
  }
}
