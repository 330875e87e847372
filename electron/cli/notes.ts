import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { LIMITS, SynopticError, type Annotations, type Highlight } from '../api/index.ts';
import { LibraryAnnotations } from '../engine/annotations/library-annotations.ts';
import { createEngine } from '../engine/engine.ts';
import { escapeMarkdown as escape } from '../engine/report/escape.ts';
import { noteLines } from '../engine/report/markdown-notes.ts';
import { StoreProblem } from '../engine/store/problems.ts';
import { Store } from '../engine/store/store.ts';
import { printJson, type Command, type Terminal } from './command.ts';
import { dataFolder } from './data-folder.ts';
import { theFolder } from './paths.ts';

export const notes: Command = {
  summary: 'Print the highlights, notes and tags of a folder, or import some.',
  usage: 'notes DIR [--import FILE] [--json]',
  details: [
    '--import FILE  add what such a file holds and is not here yet; with --json, print what became of it',
    'With --json everything is printed as a file that --import reads.',
    'The folder in the environment variable SYNOPTIC_DATA keeps what you make, if it is set.',
  ],
  options: { import: { type: 'string' } },
  async run(positionals, values, terminal) {
    const folder = await library(theFolder(positionals));
    const file = values['import'];
    if (typeof file === 'string') await importFrom(file, folder, values['json'] === true, terminal);
    else print(folder, values['json'] === true, terminal);
    return 0;
  },
};

async function library(given: string): Promise<string> {
  try {
    const folder = await realpath(given);
    if ((await stat(folder)).isDirectory()) return folder;
  } catch {
    // Said below.
  }
  throw new SynopticError('library-unavailable', `There is no folder “${given}”.`);
}

/** What is kept, as it was last seen: no article is read for it. */
function print(root: string, json: boolean, terminal: Terminal): void {
  const store = new Store({ folder: dataFolder(), onProblem: tell(terminal) });
  try {
    const annotations = new LibraryAnnotations(store);
    annotations.opened({
      root,
      articles: new Map(),
      article: () => Promise.reject(new SynopticError('unknown-article', 'No article is read here.')),
    });
    if (json) terminal.out(annotations.exportAnnotations());
    else terminal.out(markdown(path.basename(root), annotations.annotations(), annotations.places()));
  } finally {
    store.close();
  }
}

async function importFrom(file: string, folder: string, json: boolean, terminal: Terminal): Promise<void> {
  const text = await contentOf(file);
  const engine = await createEngine({
    library: folder,
    dataFolder: dataFolder(),
    watch: { watch: false },
    onError: (_where, thrown) => tell(terminal)(thrown),
  });
  try {
    // Articles are known by their content, so that all have to have been looked at.
    await engine.rescan();
    const result = await engine.importAnnotations({ json: text });
    if (json) printJson(terminal, result);
    else
      terminal.out(
        `Added ${result.added}; ${result.known} known already; ${result.waiting} kept until their article is in this folder.\n`,
      );
  } finally {
    await engine.close();
  }
}

async function contentOf(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > LIMITS.annotationsLength) throw new Error('Too large.');
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SynopticError('invalid-argument', `${file} cannot be read, or is larger than 50 MB.`, '', {
      cause,
    });
  }
}

function tell(terminal: Terminal): (thrown: unknown) => void {
  return (thrown) => {
    if (thrown instanceof StoreProblem) terminal.err(`synoptic: ${thrown.message}\n`);
  };
}

/** Article by article; a sentence as a quotation, the reader's note below it. */
function markdown(
  name: string,
  { marks, highlights }: Annotations,
  places: ReturnType<LibraryAnnotations['places']>,
): string {
  const marked = new Map(marks.map((each) => [each.articleId, each]));
  const byArticle = Map.groupBy(highlights, ({ articleId }) => articleId);
  const articles = [...places]
    .sort(([, a], [, b]) => (a.path < b.path ? -1 : 1))
    .flatMap(([id, { path: at, title }]) => {
      const { tags = [], starred = false } = marked.get(id) ?? {};
      const own = byArticle.get(id) ?? [];
      if (tags.length === 0 && !starred && own.length === 0) return [];
      const about = [
        escape(at),
        ...(starred ? ['starred'] : []),
        ...(tags.length > 0 ? [`tags: ${tags.map(escape).join(', ')}`] : []),
      ];
      return [`## ${escape(title || at)}`, about.join(' · '), ...own.map(highlight)];
    });
  const content = articles.length > 0 ? articles : ['Nothing is marked, noted or tagged here.'];
  return `${[`# Highlights, notes and tags: ${escape(name)}`, ...content].join('\n\n')}\n`;
}

function highlight({ quote, note, sentenceId }: Highlight): string {
  return [
    `> ${escape(quote.exact)}`,
    ...(sentenceId === null ? ['*The article does not have this sentence any more.*'] : []),
    ...(note.trim() === '' ? [] : [noteLines(note)]),
  ].join('\n\n');
}
