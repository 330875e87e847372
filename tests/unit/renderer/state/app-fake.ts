import { rm } from 'node:fs/promises';
import {
  serve,
  type AppCommand,
  type ArticleId,
  type ImportOutcome,
} from '../../../../electron/api/index.ts';
import { createEngine, type Engine } from '../../../../electron/engine/engine.ts';
import type { Host } from '../../../../renderer/host/index.ts';
import { channelPair } from '../../../contract/channels.ts';

/** A shell around the real engine: what the page asked of it, and what the shell can tell the page. */
export interface FakeShell {
  readonly host: Host;
  readonly engine: Engine;
  /** Host methods called so far. */
  readonly asked: string[];
  command(name: AppCommand): void;
  handOver(outcomes: readonly ImportOutcome[]): void;
  /** Breaks the page's channel, as the end of the engine's process does. */
  stopEngine(): void;
  /** What the next calls of a method do instead. */
  readonly answers: Partial<Pick<Host, 'chooseLibrary' | 'trash' | 'undoTrash' | 'openSample'>>;
}

/** `library`: opened at once; none where absent. */
export async function fakeShell(library?: string): Promise<FakeShell> {
  const engine = await createEngine({
    ...(library === undefined ? {} : { library }),
    watch: { watch: false, settleMs: 5, batchMs: 5 },
  });
  const asked: string[] = [];
  const answers: FakeShell['answers'] = {};
  let tell: (command: AppCommand) => void = () => undefined;
  let give: (outcomes: readonly ImportOutcome[]) => void = () => undefined;
  let stop = (): void => undefined;
  const note = <T>(name: string, value: T): Promise<T> => {
    asked.push(name);
    return Promise.resolve(value);
  };
  const host: Host = {
    kind: 'electron',
    platform: 'linux',
    connect: () => {
      const [page, own] = channelPair();
      serve(own, engine, { privileged: false });
      stop = () => own.close();
      return Promise.resolve(page);
    },
    importFiles: () => note('importFiles', []),
    chooseFiles: () => note('chooseFiles', null),
    canChooseLibrary: true,
    chooseLibrary: () => answers.chooseLibrary?.() ?? note('chooseLibrary', false),
    saveBrief: () => note('saveBrief', { saved: false }),
    printBrief: () => note('printBrief', undefined),
    savePicture: () => note('savePicture', { saved: true }),
    canShowInFolder: true,
    showInFolder: () => note('showInFolder', undefined),
    canTrash: true,
    saveNotes: () => note('saveNotes', { saved: true }),
    undoTrash: () => answers.undoTrash?.() ?? note('undoTrash', false),
    trash: async (id: ArticleId) => {
      asked.push('trash');
      if (answers.trash) return answers.trash(id);
      await rm(await engine.absolutePath({ id }));
      return true;
    },
    canOpenSample: true,
    openSample: () => answers.openSample?.() ?? note('openSample', undefined),
    setTheme: () => void asked.push('setTheme'),
    onCommand: (listener) => {
      tell = listener;
      return () => undefined;
    },
    onImported: (listener) => {
      give = listener;
      return () => undefined;
    },
  };
  return {
    host,
    engine,
    asked,
    answers,
    command: (name) => tell(name),
    handOver: (outcomes) => give(outcomes),
    stopEngine: () => stop(),
  };
}
