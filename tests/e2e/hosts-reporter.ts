import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import path from 'node:path';
import { OF_FOLDER, REASONS } from './hosts/reasons.ts';

/** Says at the end of a run which hosts it used, and what it did not run on one that it ran on another. */
export default class HostsReporter implements Reporter {
  /** Scenarios by their file and title, with their tags and the hosts they ran on. */
  readonly #scenarios = new Map<string, { readonly tags: readonly string[]; readonly hosts: Set<string> }>();
  readonly #counts = new Map<string, { ran: number; failed: number; skipped: number; ms: number }>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const host = test.parent.project()?.name ?? '';
    const [, , ...where] = test.titlePath();
    const name = where.join(' › ');
    const scenario = this.#scenarios.get(name) ?? { tags: tagsOf(test), hosts: new Set() };
    this.#scenarios.set(name, scenario);
    scenario.hosts.add(host);
    const count = this.#counts.get(host) ?? { ran: 0, failed: 0, skipped: 0, ms: 0 };
    this.#counts.set(host, count);
    count.ms += result.duration;
    if (result.status === 'skipped') count.skipped += 1;
    else count.ran += 1;
    if (result.status !== 'skipped' && result.status !== test.expectedStatus) count.failed += 1;
  }

  onEnd(): void {
    if (this.#counts.size === 0) return;
    const lines = [...this.#counts].map(([host, { ran, failed, skipped, ms }]) => {
      const failures = failed > 0 ? `, ${failed} failed` : '';
      const passedOver = skipped > 0 ? `, ${skipped} skipped` : '';
      return `${host}: ${ran} ${ran === 1 ? 'scenario' : 'scenarios'}${failures}${passedOver}, ${Math.round(ms / 1000)} s of test time`;
    });
    for (const host of this.#counts.keys()) lines.push(...this.#notOn(host));
    process.stdout.write(`\nHosts\n${lines.map((line) => `  ${line}\n`).join('')}`);
  }

  /** A line a reason, with how many scenarios it kept from this host. */
  #notOn(host: string): string[] {
    // Alone, it shows no scenarios that only others run.
    if (this.#counts.size === 1) {
      return Object.entries(REASONS)
        .filter(([, { notOn }]) => notOn.some((other) => other === host))
        .map(([tag, { why }]) => `never on the ${host}: ${tag}: ${why}`);
    }
    const kept = new Map<string, number>();
    for (const { tags, hosts } of this.#scenarios.values()) {
      const tag = tags.find((each) => REASONS[each]?.notOn.some((other) => other === host));
      if (!hosts.has(host) && tag !== undefined) kept.set(tag, (kept.get(tag) ?? 0) + 1);
    }
    return [...kept].map(([tag, number]) => `not on the ${host}: ${number} × ${tag}: ${REASONS[tag]?.why}`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

/** Its own, and that of its folder. */
function tagsOf({ tags, location }: TestCase): readonly string[] {
  const ofFolder = OF_FOLDER[path.basename(path.dirname(location.file))];
  return ofFolder === undefined ? tags : [...tags, ofFolder];
}
