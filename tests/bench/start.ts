import type { QualityTable } from '../quality/table.ts';
import {
  emptyInBrowser,
  emptyWithBrowser,
  openBrowser,
  startInBrowser,
  startOnDouble,
  type Marks,
  type Run,
} from './start-runs.ts';

/** Besides the first, which finds caches cold and does not count. */
const RUNS = 9;

/** What goes on in one process from one of its marks to the next. */
type Phase = readonly [title: string, process: 'node' | 'page', from: string, to: string];

const PAGE: readonly Phase[] = [
  ['page: its files are there and compiled', 'page', 'origin', 'synoptic:page-script'],
  ['page: what is there without the engine', 'page', 'synoptic:page-script', 'synoptic:page-mounted'],
  ['page: a channel to the engine', 'page', 'synoptic:page-mounted', 'synoptic:engine-channel'],
  ['page: the library is known', 'page', 'synoptic:engine-channel', 'synoptic:library-known'],
  ['page: the story and its first article', 'page', 'synoptic:library-known', 'synoptic:story-shown'],
];

const BROWSER_HOST: readonly Phase[] = [
  ['server: Node starts', 'node', 'origin', 'node:bootstrapped'],
  ['server: the program is loaded', 'node', 'node:bootstrapped', 'synoptic:engine-start'],
  ['server: the library is opened', 'node', 'synoptic:engine-start', 'synoptic:engine-ready'],
  ['server: the page’s files are read, a port is had', 'node', 'synoptic:engine-ready', 'synoptic:listening'],
  ...PAGE,
];

const DOUBLE: readonly Phase[] = [
  ['main: Node starts', 'node', 'origin', 'node:bootstrapped'],
  ['main: the double and the program are loaded', 'node', 'node:bootstrapped', 'synoptic:main-start'],
  ['main: Chromium starts', 'node', 'synoptic:main-start', 'synoptic:ready'],
  ['main: the window is made', 'node', 'synoptic:ready', 'synoptic:window-created'],
  ...PAGE,
];

/** What goes on meanwhile, by the mark that ends it. */
const MEANWHILE: readonly (readonly [string, string])[] = [
  ['engine: begins', 'synoptic:engine-start'],
  ['engine: library opened', 'synoptic:library-opened'],
  ['engine: first article read', 'synoptic:first-article-read'],
  ['engine: all five read', 'synoptic:library-read'],
  ['main: engine forked', 'synoptic:engine-forked'],
  ['main: engine connected', 'synoptic:engine-connected'],
  ['main: window shown', 'synoptic:window-shown'],
  ['page: first paint of anything', 'first-contentful-paint'],
];

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

const total = ({ begun, page }: Run): number => (page.get('synoptic:story-shown') ?? NaN) - begun;

/** When a mark came, in milliseconds after the start; NaN where no process has it. */
function at({ begun, page, others }: Run, name: string): number {
  for (const marks of [...others, page]) if (marks.has(name)) return (marks.get(name) ?? NaN) - begun;
  return NaN;
}

function length(run: Run, [, process, from, to]: Phase): number {
  const has = (marks: Marks) => marks.has(from) && marks.has(to);
  const marks = process === 'page' ? run.page : run.others.find(has);
  return (marks?.get(to) ?? NaN) - (marks?.get(from) ?? NaN);
}

interface Measured {
  readonly title: string;
  readonly phases: readonly Phase[];
  readonly runs: readonly Run[];
  readonly peer: readonly [title: string, readonly number[]];
}

function tableOf({ title, phases, runs, peer: [peerTitle, peers] }: Measured): QualityTable {
  const whole = median(runs.map(total));
  const accounted = median(
    runs.map((run) => phases.reduce((sum, phase) => sum + length(run, phase), 0) / total(run)),
  );
  const peer = median(peers);
  const meanwhile = MEANWHILE.map(
    ([what, name]) => [what, median(runs.map((run) => at(run, name)))] as const,
  );
  return {
    title,
    columns: ['from one mark to the next, median', 'takes', 'of all'],
    rows: [
      ...phases.map((phase) => {
        const taken = median(runs.map((run) => length(run, phase)));
        return [phase[0], ms(taken), percent(taken / whole)];
      }),
      ['start to first article', ms(whole), ''],
      ['of it between two marks of one process', '', percent(accounted)],
      [peerTitle, ms(peer), `${(whole / peer).toFixed(1)} × as long`],
      ...meanwhile
        .filter(([, when]) => !Number.isNaN(when))
        .map(([what, when]) => [`  ${what}`, `at ${ms(when)}`, '']),
    ],
    note: 'The rest is the way from one process to the next: starting it, or the browser hearing of the address.',
  };
}

/** Start to first article on the sample library. Runs and their peer take turns, so that both have the same weather. */
export async function startBench(): Promise<QualityTable[]> {
  const browser = await openBrowser();
  const served: Run[] = [];
  const empty: number[] = [];
  try {
    for (let run = 0; run <= RUNS; run++) {
      served.push(await startInBrowser(browser));
      empty.push(await emptyInBrowser(browser));
    }
  } finally {
    await browser.close();
  }
  const shells: Run[] = [];
  const bare: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    shells.push(await startOnDouble());
    bare.push(await emptyWithBrowser());
  }
  return [
    tableOf({
      title: `Start to first article, browser host, the browser running already (${RUNS} runs)`,
      phases: BROWSER_HOST,
      runs: served.slice(1),
      peer: ['an empty page of a bare Node server, painted', empty.slice(1)],
    }),
    tableOf({
      title: `Start to first article, the shell on the double of Electron (${RUNS} runs)`,
      phases: DOUBLE,
      runs: shells.slice(1),
      peer: ['Chromium started with an empty page, painted', bare.slice(1)],
    }),
  ];
}
