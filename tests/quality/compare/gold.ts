import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Article,
  ArticleId,
  DiscrepancyKind,
  SentenceId,
  Severity,
} from '../../../electron/api/index.ts';
import { articleIdOf } from '../../../electron/engine/documents/ids.ts';
import { readDocument } from '../../../electron/engine/documents/read.ts';
import { analyse, type Analysis } from '../../../electron/engine/language/analysis.ts';

/** The events that methods are made on, or those that only measure them. */
export type WhichGold = 'ours' | 'held-out';

/** A sentence as the gold names it: the letter of its article and its number from 1, headings included ("A12"). */
export type Ref = string;

export interface GoldDiscrepancy {
  readonly kind: DiscrepancyKind;
  readonly severity: Severity;
  /** An editor would be embarrassed to miss it. */
  readonly mustNotice: boolean;
  readonly what: string;
  readonly claims: readonly { readonly sentence: Ref; readonly value: string }[];
}

export interface GoldQuotation {
  readonly sentence: Ref;
  /** Between the marks; of long ones of texts that are not ours the first and last words, joined by " … ". */
  readonly text: string;
  readonly speaker: string | null;
  readonly cue: string | null;
  readonly fragment: boolean;
  /** The last sentence, where it runs over several. */
  readonly through?: Ref;
  readonly group?: string;
}

export interface GoldDate {
  readonly sentence: Ref;
  readonly expression: string;
  readonly date: string;
  readonly end?: string;
  readonly approximate: boolean;
  readonly event: string;
  readonly group?: string;
}

/** What a reader found in one event; `berlin.json` is the model. */
interface Gold {
  readonly about: string;
  /** Where its articles are: `seeds`, `gold/NAME` beside this file, or `eval:NAME` among the evaluation data. */
  readonly folder?: string;
  readonly articles: Readonly<Record<string, string>>;
  readonly sentences?: Readonly<Record<string, number>>;
  readonly opensWith?: Readonly<Record<Ref, string>>;
  readonly dates: Readonly<Record<string, string | null>>;
  readonly accounts: readonly (readonly string[])[];
  readonly pairs: readonly (readonly [Ref, Ref, 'full' | 'partial'])[];
  readonly discrepancies: readonly GoldDiscrepancy[];
  readonly quotations: readonly GoldQuotation[];
  readonly timeline: readonly GoldDate[];
}

/** An event with its articles read, and the gold's sentences resolved. */
export interface GoldEvent {
  readonly name: string;
  readonly gold: Gold;
  /** In the order of their letters. */
  readonly letters: readonly string[];
  readonly articles: readonly Article[];
  readonly analyses: readonly Analysis[];
  readonly idOf: (ref: Ref) => SentenceId;
  readonly refOf: (id: SentenceId) => Ref;
  readonly letterOf: (id: ArticleId) => string;
}

const OURS = join(import.meta.dirname, '../gold');
/** Labelled when the methods were there, read by nobody who made them, and never fitted on. */
const HELD_OUT = join(OURS, 'held-out');
const SEEDS = join(import.meta.dirname, '../../../seeds');

/** Null where the texts are among evaluation data that are not there. */
function folderOf({ folder = 'seeds' }: Gold, evalDir: string | null): string | null {
  if (folder === 'seeds') return SEEDS;
  if (folder.startsWith('gold/')) return join(OURS, folder.slice('gold/'.length));
  if (!folder.startsWith('eval:')) throw new Error(`“${folder}” is no folder of gold.`);
  const found = evalDir && join(evalDir, folder.slice('eval:'.length));
  return found && existsSync(found) ? found : null;
}

async function read(folder: string, name: string): Promise<Article> {
  const result = await readDocument({
    id: articleIdOf(name),
    path: name,
    bytes: readFileSync(join(folder, name)),
  });
  if ('failure' in result) throw new Error(`${name}: ${result.failure.message}`);
  return result.article;
}

async function loadEvent(below: string, name: string, evalDir: string | null): Promise<GoldEvent | null> {
  const gold = JSON.parse(readFileSync(join(below, name), 'utf8')) as Gold;
  const folder = folderOf(gold, evalDir);
  if (!folder) return null;
  const letters = Object.keys(gold.articles);
  const articles = await Promise.all(Object.values(gold.articles).map((file) => read(folder, file)));
  const ids = new Map<Ref, SentenceId>();
  const refs = new Map<SentenceId, Ref>();
  articles.forEach((article, index) => {
    const letter = letters[index] ?? '';
    const sentences = article.blocks.flatMap((block) => block.sentences);
    const expected = gold.sentences?.[letter];
    if (expected !== undefined && expected !== sentences.length) {
      throw new Error(`${name}: ${letter} has ${sentences.length} sentences, the gold knows ${expected}.`);
    }
    sentences.forEach(({ id, text }, at) => {
      const ref = `${letter}${at + 1}`;
      const opening = gold.opensWith?.[ref];
      if (opening !== undefined && !text.startsWith(opening)) {
        throw new Error(`${name}: ${ref} does not open with “${opening}”.`);
      }
      ids.set(ref, id);
      refs.set(id, ref);
    });
  });
  const letterOf = new Map(articles.map((article, index) => [article.id, letters[index] ?? '']));
  return {
    name: name.replace(/\.json$/, ''),
    gold,
    letters,
    articles,
    analyses: articles.map(analyse),
    idOf(ref) {
      const id = ids.get(ref);
      if (!id) throw new Error(`${name}: there is no sentence ${ref}.`);
      return id;
    },
    refOf: (id) => refs.get(id) ?? id,
    letterOf: (id) => letterOf.get(id) ?? id,
  };
}

/**
 * The events that have gold, by name: our own always, those of the evaluation data where these are there.
 * Throws where a gold no longer fits its texts.
 */
export async function loadEvents(
  evalDir: string | null,
  which: WhichGold = 'ours',
): Promise<readonly GoldEvent[]> {
  const below = which === 'ours' ? OURS : HELD_OUT;
  const names = readdirSync(below)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const events = await Promise.all(names.map((name) => loadEvent(below, name, evalDir)));
  return events.filter((event) => event !== null);
}
