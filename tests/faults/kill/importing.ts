import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportOutcome } from '../../../electron/api/index.ts';
import { articleText, sampleParagraphs } from '../texts.ts';
import type { Action } from './actions.ts';
import { isDeath, note, type Scene } from './scene.ts';

const PARAGRAPHS = sampleParagraphs();

/** An article that is in no library yet; some are long, so that writing them takes a while. */
function fresh(scene: Scene, ending: string): string {
  const count = scene.random.chance(0.2) ? 400 : scene.random.between(1, 4);
  const body = Array.from({ length: count }, () => scene.random.pick(PARAGRAPHS));
  return articleText(`Import ${scene.number++} of the day`, body, ending);
}

async function bring(
  scene: Scene,
  contents: readonly string[],
  request: () => Promise<readonly ImportOutcome[]>,
  contentOf: (outcome: ImportOutcome, index: number) => string | undefined,
): Promise<void> {
  scene.imports.begin(contents);
  try {
    const outcomes = await request();
    const added = new Map<string, string>();
    outcomes.forEach((outcome, index) => {
      const content = contentOf(outcome, index);
      if (outcome.status === 'added' && outcome.path !== undefined && content !== undefined) {
        added.set(outcome.path, content);
      } else if (outcome.status !== 'added') {
        scene.faults.push(`an import was answered “${outcome.status}”: ${outcome.failure?.message ?? ''}`);
      }
    });
    scene.imports.answered(contents, added);
  } catch (thrown) {
    if (!isDeath(thrown)) scene.imports.answered(contents, new Map());
    note(scene, thrown);
  }
}

const file: Action = async (api, scene) => {
  const ending = scene.random.pick(['.txt', '.md', '.html']);
  const content = fresh(scene, ending);
  const relativePath = scene.random.pick([
    `given${ending}`,
    `new/given${ending}`,
    `given ${scene.number}${ending}`,
  ]);
  const bytes = new TextEncoder().encode(content);
  await bring(
    scene,
    [content],
    async () => [await api.importFile({ relativePath, bytes })],
    () => content,
  );
};

const text: Action = async (api, scene) => {
  const content = fresh(scene, '.txt');
  await bring(
    scene,
    [content],
    async () => [await api.importText({ text: content })],
    () => content,
  );
};

const paths: Action = async (api, scene) => {
  const folder = path.join(scene.outside, `folder ${scene.number++}`);
  await mkdir(folder, { recursive: true });
  const contents = new Map<string, string>();
  for (const name of ['one.txt', 'two.md', 'three.html', 'four.txt']) {
    const content = fresh(scene, path.extname(name));
    contents.set(name, content);
    await writeFile(path.join(folder, name), content);
  }
  await bring(
    scene,
    [...contents.values()],
    () => api.importPaths({ paths: [folder] }),
    (outcome) => contents.get(path.basename(outcome.name)),
  );
};

export const IMPORTING: readonly Action[] = [file, file, text, paths];
