import { contentStems, type Analysis } from '../language/analysis.ts';
import { leadOf } from './leads.ts';
import { placedPhrases, type PlacedPhrase } from './title-phrase.ts';

/** What the title of a story is made of, of one article. */
export interface Opening {
  readonly title: string;
  /** Whether the title is made of the article's opening words, since it has none. */
  readonly made: boolean;
  readonly titleStems: readonly string[];
  /** Stems of the first sentences and of the article's own title. */
  readonly lead: ReadonlySet<string>;
  readonly phrases: readonly PlacedPhrase[];
}

export function openingOf(analysis: Analysis): Opening {
  const { title, language, titleStems } = analysis;
  const made = titleStems.length === 0;
  const lead = new Set(titleStems);
  for (const sentence of leadOf(analysis)) for (const stem of sentence.stems) if (stem) lead.add(stem);
  return {
    title,
    made,
    titleStems: made ? contentStems(title, language) : titleStems,
    lead,
    phrases: placedPhrases(analysis),
  };
}
