import type {
  Annotations,
  Article,
  ArticleId,
  BriefParts,
  Budget,
  Comparison,
  Paper,
  SentenceId,
  Summary,
  SummarySentence,
} from '../../api/index.ts';
import { differencesOf, type DifferencesView } from './differences.ts';
import { factsByArticle, type FactsView } from './facts.ts';
import { marked, type Marked } from './marks.ts';
import { notesOf, type NotesOfArticle } from './notes.ts';
import { textsOf } from './pieces.ts';
import { quotationsBySpeaker, type QuotationsView } from './quotations.ts';
import { sourcesOf, type Source, type Sources } from './sources.ts';
import { timelineByDate, type TimelineView } from './timeline.ts';

/** Sentences of one account alone that a reader goes through: the list comes with the most telling first. */
const ONLY_ONE = 6;

const NO_ANNOTATIONS: Annotations = { marks: [], highlights: [] };

/** What comparing the articles gave, as far as a brief tells of it. */
type Found = Pick<Comparison, 'accounts' | 'facts' | 'discrepancies' | 'quotations' | 'datings' | 'timeline'>;

export interface BriefInput extends Found {
  /** Of the brief. Empty: the first article's title stands in. */
  readonly title: string;
  /** In the order in which they get their letters. */
  readonly articles: readonly Article[];
  /** Null where neither a summary nor what only one account says is asked for. */
  readonly summary: Summary | null;
  readonly articleSummaries: ReadonlyMap<ArticleId, Summary>;
  /** What the reader made of these articles; none where it is absent. */
  readonly annotations?: Annotations | undefined;
  readonly budget: Budget;
  readonly parts: BriefParts;
  readonly paper: Paper;
  /** ISO date-time of making. */
  readonly made: string;
}

export interface Passage extends Marked {
  readonly sentence: SummarySentence;
}

/** What every format of a brief is written from. A part is null when the brief does not have it. */
export interface BriefModel {
  readonly input: BriefInput;
  readonly title: string;
  readonly sources: readonly Source[];
  readonly accountCount: number;
  /** The text of every sentence, verbatim. */
  readonly texts: ReadonlyMap<SentenceId, string>;
  /** The summary of all articles. */
  readonly passages: readonly Passage[] | null;
  readonly onlyOne: readonly Passage[] | null;
  readonly differences: DifferencesView | null;
  readonly quotations: QuotationsView | null;
  readonly timeline: TimelineView | null;
  readonly facts: FactsView | null;
  readonly notes: readonly NotesOfArticle[] | null;
}

function passagesOf(sentences: readonly SummarySentence[], sources: Sources): Passage[] {
  return sentences.flatMap((sentence) => {
    const view = marked(sentence, sentence.supportedBy, sources);
    return view ? [{ ...view, sentence }] : [];
  });
}

export function briefModel(input: BriefInput): BriefModel {
  const { parts } = input;
  const sources = sourcesOf(input.articles, input.accounts, input.datings);
  const texts = textsOf(sources);
  // Of one article there is nothing to compare, and of one account nobody who could have said more.
  const articles = sources.list.length > 1;
  const accounts = sources.accountCount > 1;
  return {
    input,
    title: input.title.trim() || (input.articles[0]?.title ?? '').trim() || 'Brief',
    sources: sources.list,
    accountCount: sources.accountCount,
    texts,
    passages: parts.summary ? passagesOf(input.summary?.sentences ?? [], sources) : null,
    onlyOne:
      parts.onlyOne && accounts ? passagesOf(input.summary?.onlyOne.slice(0, ONLY_ONE) ?? [], sources) : null,
    differences: parts.differences && articles ? differencesOf(input.discrepancies, sources, texts) : null,
    quotations: parts.quotations ? quotationsBySpeaker(input.quotations, sources, texts) : null,
    timeline: parts.timeline ? timelineByDate(input.timeline, sources, texts) : null,
    facts: parts.facts && articles ? factsByArticle(input.facts, sources) : null,
    notes: parts.notes ? notesOf(input.annotations ?? NO_ANNOTATIONS, sources, texts) : null,
  };
}
