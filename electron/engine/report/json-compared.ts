import type { Account, ArticleId, Dating, DiscrepancyKind, SentenceId, Severity } from '../../api/index.ts';
import type { BriefModel, Passage } from './model.ts';

/** Words of one sentence, verbatim: `text` is the sentence's text between the offsets (UTF-16, end exclusive). */
interface ExcerptJson {
  readonly letter: string;
  readonly articleId: ArticleId;
  readonly sentenceId: SentenceId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What comparing gives, all of it: what the other formats leave out for length is here. */
export interface ComparedJson {
  /** Articles that rewrite one underlying text, with the reason. */
  readonly accounts: readonly (Account & { readonly letters: readonly string[] })[];
  /** The date of each article and how it is known. */
  readonly datings: readonly (Dating & { readonly letter: string })[];
  /** Sentences that only one account has, the weightiest. Present when asked for and there are several accounts. */
  readonly onlyOne?: readonly {
    readonly letter: string;
    readonly articleId: ArticleId;
    readonly sentenceId: SentenceId;
    readonly text: string;
  }[];
  /** Present when asked for and there are several articles. */
  readonly differences?: {
    /** How many the reader has put aside: they are left out. */
    readonly dismissed: number;
    /** The gravest and best supported first. */
    readonly items: readonly {
      readonly id: string;
      readonly kind: DiscrepancyKind;
      readonly severity: Severity;
      readonly about: string;
      readonly what: string;
      /** Claims that agree with one another make one reading, the best worded first. */
      readonly readings: readonly (readonly {
        readonly value: ExcerptJson;
        /** The part of the sentence to show the value in. */
        readonly context: { readonly start: number; readonly end: number };
      }[])[];
    }[];
  };
  /** In the order of the articles and of their text. Present when asked for. */
  readonly quotations?: readonly (ExcerptJson & {
    readonly sentences: readonly SentenceId[];
    readonly whole: string;
    readonly speaker: string | null;
    readonly speakerKey: string | null;
    readonly cue: string | null;
    readonly fragment: boolean;
    /** The same for one utterance, also where it is worded differently. */
    readonly group: string;
  })[];
  /** By date. Present when asked for. */
  readonly timeline?: readonly {
    /** ISO 8601 to the precision known. */
    readonly date: string;
    readonly end: string | null;
    readonly approximate: boolean;
    readonly expression: ExcerptJson;
    readonly event: ExcerptJson;
    /** The same for one event. */
    readonly group: string;
  }[];
  /** What several articles report first. Present when asked for and there are several articles. */
  readonly facts?: readonly {
    readonly excerpt: ExcerptJson;
    readonly independent: number;
    readonly reports: readonly {
      readonly letter: string;
      readonly articleId: ArticleId;
      readonly sentenceId: SentenceId;
      readonly differs: boolean;
    }[];
  }[];
  /** Every sentence that this document names, verbatim, in the order of the articles and of their text. */
  readonly sentences: readonly {
    readonly sentenceId: SentenceId;
    readonly letter: string;
    readonly articleId: ArticleId;
    readonly text: string;
  }[];
}

type Lettered = <T extends { readonly articleId: ArticleId }>(
  value: T,
) => readonly (T & { letter: string })[];

/** Gives what is of an article its letter, and leaves out what is of no article of the brief. */
function lettering({ sources }: BriefModel): Lettered {
  const letters = new Map(sources.map(({ article, letter }) => [article.id, letter]));
  return (value) => {
    const letter = letters.get(value.articleId);
    return letter === undefined ? [] : [{ letter, ...value }];
  };
}

interface ExcerptLike {
  readonly articleId: ArticleId;
  readonly sentenceId: SentenceId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function excerptsWith(lettered: Lettered) {
  return ({ articleId, sentenceId, start, end, text }: ExcerptLike): readonly ExcerptJson[] =>
    lettered({ articleId, sentenceId, start, end, text });
}

function differences({ input }: BriefModel, lettered: Lettered): NonNullable<ComparedJson['differences']> {
  const excerpts = excerptsWith(lettered);
  const open = input.discrepancies.filter(({ dismissed }) => !dismissed);
  return {
    dismissed: input.discrepancies.length - open.length,
    items: open.map(({ id, kind, severity, about, what, readings }) => ({
      id,
      kind,
      severity,
      about,
      what,
      readings: readings.map(({ claims }) =>
        claims.flatMap(({ value, context: { start, end } }) =>
          excerpts(value).map((excerpt) => ({ value: excerpt, context: { start, end } })),
        ),
      ),
    })),
  };
}

function quotations({ input }: BriefModel, lettered: Lettered): NonNullable<ComparedJson['quotations']> {
  const excerpts = excerptsWith(lettered);
  return input.quotations.flatMap(
    ({ sentences, whole, speaker, speakerKey, cue, fragment, group, ...excerpt }) =>
      excerpts(excerpt).map((words) => ({
        ...words,
        sentences,
        whole,
        speaker,
        speakerKey,
        cue,
        fragment,
        group,
      })),
  );
}

function timeline({ input }: BriefModel, lettered: Lettered): NonNullable<ComparedJson['timeline']> {
  const excerpts = excerptsWith(lettered);
  return input.timeline.flatMap(({ date, end, approximate, expression, event, group }) => {
    const [dated] = excerpts(expression);
    const [happened] = excerpts(event);
    return dated && happened ? [{ date, end, approximate, expression: dated, event: happened, group }] : [];
  });
}

function facts({ input }: BriefModel, lettered: Lettered): NonNullable<ComparedJson['facts']> {
  const excerpts = excerptsWith(lettered);
  return input.facts.flatMap(({ excerpt, independent, reports }) =>
    excerpts(excerpt).map((words) => ({
      excerpt: words,
      independent,
      reports: reports.flatMap(({ articleId, sentenceId, differs }) =>
        lettered({ articleId, sentenceId, differs }),
      ),
    })),
  );
}

/** Every id of a sentence in a value, however deep: of what the document names, none can be forgotten. */
function collect(value: unknown, known: ReadonlyMap<SentenceId, string>, into: Set<SentenceId>): void {
  if (typeof value === 'string') {
    if (known.has(value as SentenceId)) into.add(value as SentenceId);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) collect(each, known, into);
  }
}

function onlyOne(passages: readonly Passage[]): NonNullable<ComparedJson['onlyOne']> {
  return passages.map(({ sentence: { articleId, sentenceId, text }, source }) => ({
    letter: source.letter,
    articleId,
    sentenceId,
    text,
  }));
}

/** `besides`: the rest of the document, whose sentences are listed too. */
export function comparedJson(model: BriefModel, besides: unknown): ComparedJson {
  const { input, sources, texts } = model;
  const lettered = lettering(model);
  const letters = new Map(sources.map(({ article, letter }) => [article.id, letter]));
  const compared: Omit<ComparedJson, 'sentences'> = {
    accounts: input.accounts.map(({ id, articleIds, reason }) => ({
      id,
      articleIds,
      letters: articleIds.flatMap((articleId) => letters.get(articleId) ?? []),
      reason,
    })),
    datings: input.datings.flatMap(lettered),
    ...(model.onlyOne && { onlyOne: onlyOne(model.onlyOne) }),
    ...(model.differences && { differences: differences(model, lettered) }),
    ...(model.quotations && { quotations: quotations(model, lettered) }),
    ...(model.timeline && { timeline: timeline(model, lettered) }),
    ...(model.facts && { facts: facts(model, lettered) }),
  };
  const named = new Set<SentenceId>();
  collect([compared, besides], texts, named);
  const sentences = sources.flatMap(({ article, letter }) =>
    article.blocks
      .flatMap((block) => block.sentences)
      .filter(({ id }) => named.has(id))
      .map(({ id, text }) => ({ sentenceId: id, letter, articleId: article.id, text })),
  );
  return { ...compared, sentences };
}
