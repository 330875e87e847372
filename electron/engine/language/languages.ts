import lunr from 'lunr';

/** A stemmer and a list of grammar words by the lunr-languages package (Snowball algorithms), on plain strings. */
interface LanguageParts {
  readonly stem: (word: string) => string;
  readonly isStopword: (word: string) => boolean;
}

type Plugin = (on: typeof lunr) => void;
/** What a plugin leaves on lunr under its language's name. Its filters take a string as well as a token. */
interface Installed {
  readonly stemmer?: (word: string) => string;
  readonly stopWordFilter?: (word: string) => string | undefined;
}

// Not Arabic: its plugin keeps its state in the global object, and fails where there is none to be had, as in a
// bundle, which is strict.
const PLUGINS: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  da: () => import('lunr-languages/lunr.da.js'),
  de: () => import('lunr-languages/lunr.de.js'),
  el: () => import('lunr-languages/lunr.el.js'),
  es: () => import('lunr-languages/lunr.es.js'),
  fi: () => import('lunr-languages/lunr.fi.js'),
  fr: () => import('lunr-languages/lunr.fr.js'),
  hu: () => import('lunr-languages/lunr.hu.js'),
  it: () => import('lunr-languages/lunr.it.js'),
  nl: () => import('lunr-languages/lunr.nl.js'),
  no: () => import('lunr-languages/lunr.no.js'),
  pt: () => import('lunr-languages/lunr.pt.js'),
  ro: () => import('lunr-languages/lunr.ro.js'),
  ru: () => import('lunr-languages/lunr.ru.js'),
  sv: () => import('lunr-languages/lunr.sv.js'),
  tr: () => import('lunr-languages/lunr.tr.js'),
};

const loaded = new Map<string, LanguageParts>();

/** Makes a language's stemmer and grammar words available; does nothing for English and unknown languages. */
export async function loadLanguage(language: string): Promise<void> {
  const plugin = Object.hasOwn(PLUGINS, language) ? PLUGINS[language] : undefined;
  if (!plugin || loaded.has(language)) return;
  const support = await import('lunr-languages/lunr.stemmer.support.js');
  (support.default as unknown as Plugin)(lunr);
  ((await plugin()).default as Plugin)(lunr);
  const { stemmer, stopWordFilter } = (lunr as unknown as Record<string, Installed>)[language] ?? {};
  if (!stemmer) return;
  loaded.set(language, {
    stem: (word) => stemmer(word),
    isStopword: (word) => stopWordFilter?.(word) === undefined,
  });
}

/** The parts of a language that was loaded before, else null. */
export function languageParts(language: string): LanguageParts | null {
  return loaded.get(language) ?? null;
}
