import type { AnalysedSentence } from './analysis.ts';
import { foldName } from './name-persons.ts';
import { ORGANISATION_NAMES, ORGANISATIONS } from './names-words.ts';

const SMALL = /^(of|the|and|for|in|on|de|&)$/i;

const known = new Map<string, readonly string[]>();
const CACHE_SIZE = 20_000;

/** The initials of a name of several words, small words left out and counted: "Ministry of Defence", md and mod. */
function initialsOf(name: string): readonly string[] {
  const cached = known.get(name);
  if (cached) return cached;
  const words = name.split(/[\s-]+/).filter(Boolean);
  const initials = (list: readonly string[]) => list.map((word) => word.slice(0, 1).toLowerCase()).join('');
  const result =
    words.length > 1 ? [initials(words.filter((word) => !SMALL.test(word))), initials(words)] : [];
  if (known.size >= CACHE_SIZE) known.clear();
  known.set(name, result);
  return result;
}

function abbreviates(letters: string, name: string): boolean {
  return initialsOf(name).includes(letters.replaceAll('.', '').toLowerCase());
}

/** An acronym and the name that it stands for, as an article writes them. */
export type Explained = readonly [letters: string, full: string];

/**
 * Acronyms that a text explains itself: "World Health Organization (WHO)". After A. S. Schwartz, M. A. Hearst, "A
 * simple algorithm for identifying abbreviation definitions in biomedical text" (2003), with initials only.
 */
export function explainedIn(sentences: readonly AnalysedSentence[]): readonly Explained[] {
  const found: Explained[] = [];
  const explain = (letters: string, full: string) => {
    if (abbreviates(letters, full)) found.push([letters, full]);
  };
  for (const { text, names } of sentences) {
    names.forEach((name, i) => {
      const next = names[i + 1];
      if (!next || !/^\s\($/.test(text.slice(name.end, next.start)) || text[next.end] !== ')') return;
      explain(next.text, name.text.replace(/\s+/g, ' '));
    });
  }
  // Used side by side without an explanation: "the Internal Revenue Service … the I.R.S.".
  const names = [...new Set(sentences.flatMap((sentence) => sentence.names.map(({ text }) => text)))];
  const long = names.filter((name) => /\s\S+\s/.test(name));
  for (const letters of names.filter((name) => /^(\p{Lu}\.?){3,6}$/u.test(name))) {
    const fitting = long.filter((name) => abbreviates(letters, name));
    if (fitting.length === 1 && fitting[0]) explain(letters, fitting[0].replace(/\s+/g, ' '));
  }
  return found;
}

export interface Expansions {
  /** Folded acronym to the key of its full name; the other way round where the acronym is better known. */
  readonly keys: ReadonlyMap<string, string>;
  /** Key to the full name as published. */
  readonly labels: ReadonlyMap<string, string>;
}

/** What a set of articles explains. An acronym that is explained in two ways is left alone. */
export class Explanations {
  private readonly keys = new Map<string, string>();
  private readonly labels = new Map<string, string>();
  private readonly unclear = new Set<string>();

  add([letters, full]: Explained): void {
    const acronym = foldName(letters).replaceAll('.', '');
    if (ORGANISATION_NAMES.has(acronym)) return;
    const key = foldName(full);
    // Readers know these by their letters.
    if (ORGANISATIONS.has(acronym)) {
      this.keys.set(key, acronym);
      return;
    }
    if ((this.keys.get(acronym) ?? key) !== key) this.unclear.add(acronym);
    this.keys.set(acronym, key);
    if (!this.labels.has(key)) this.labels.set(key, full);
  }

  result(): Expansions {
    const keys = new Map(this.keys);
    for (const acronym of this.unclear) keys.delete(acronym);
    return { keys, labels: new Map([...this.labels, ...KNOWN]) };
  }
}

const KNOWN: readonly (readonly [string, string])[] = [
  ['nato', 'NATO'],
  ['european union', 'European Union'],
  ['united nations', 'United Nations'],
];
