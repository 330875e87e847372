import * as v from 'valibot';
import type { StoryCorrection } from './annotations.ts';
import type { BriefRequest } from './brief.ts';
import type { Dismissal } from './compare.ts';
import type { NotesRequest, PictureRequest, SaveRequest } from './host.ts';
import type { ArticleId, HighlightId, SentenceId, StoryId } from './ids.ts';
import type { Filters } from './library.ts';
import type { Budget } from './summary.ts';

/** Limits of what crosses the contract. Larger arguments are refused before anything is done with them. */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 50 * 1024 * 1024,
  /** Characters of pasted text or markup. */
  textLength: 10_000_000,
  /** Articles in one summary, comparison or brief. */
  articles: 200,
  queryLength: 1000,
  /** Claims of one discrepancy. */
  claims: 1000,
  /** Characters of a note, of a tag, and of a file of annotations. */
  noteLength: 20_000,
  tagLength: 100,
  annotationsLength: 50_000_000,
  /** Results in one window of a list. */
  window: 500,
} as const;

const id = v.pipe(v.string(), v.regex(/^[0-9a-z][0-9a-z.-]{3,63}$/, 'This is not an identifier.'));
export const articleId = v.pipe(
  id,
  v.transform((text) => text as ArticleId),
);
export const storyId = v.pipe(
  id,
  v.transform((text) => text as StoryId),
);
export const articleIds = v.pipe(
  v.array(articleId),
  v.minLength(1),
  v.maxLength(LIMITS.articles),
  v.transform((ids) => [...new Set(ids)]),
);

const sentenceId = v.pipe(
  id,
  v.transform((text) => text as SentenceId),
);
/** Why two sentences of the articles, compared with all of these, are aligned. */
export const evidence = v.strictObject({ articleIds, a: sentenceId, b: sentenceId });
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.textLength));
export const dismissal: v.GenericSchema<unknown, Dismissal> = v.pipe(
  v.strictObject({
    kind: v.picklist([
      'number',
      'date',
      'duration',
      'attribution',
      'title',
      'status',
      'quotation',
      'place',
      'participants',
    ]),
    sentenceIds: v.pipe(v.array(sentenceId), v.minLength(1), v.maxLength(LIMITS.claims)),
    spans: v.optional(
      v.pipe(v.array(v.strictObject({ start: offset, end: offset })), v.maxLength(LIMITS.claims)),
    ),
  }),
  v.check(
    ({ sentenceIds, spans }) => spans === undefined || spans.length === sentenceIds.length,
    'There must be as many spans as sentences.',
  ),
);
export const highlightId = v.pipe(
  id,
  v.transform((text) => text as HighlightId),
);
/** Those of these articles, or of the whole library, articles that are gone included. */
export const someArticles = v.strictObject({ articleIds: v.optional(articleIds) });
/** White space is folded; a tag has at least one other character and no comma, which separates tags. */
export const tagName = v.pipe(
  v.string(),
  v.maxLength(LIMITS.tagLength),
  v.transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()),
  v.minLength(1),
  v.regex(/^[^,\p{Cc}]+$/u, 'A tag has no comma.'),
);
export const tagging = v.strictObject({ articleIds, tag: tagName, on: v.boolean() });
/** Where there is one of the new name, both become one. */
export const tagRenaming = v.strictObject({ from: tagName, to: tagName });
const note = v.pipe(v.string(), v.maxLength(LIMITS.noteLength));
export const highlighting = v.strictObject({ sentenceId, note: v.optional(note) });
export const noting = v.strictObject({ id: highlightId, note });
export const storyCorrection: v.GenericSchema<unknown, StoryCorrection> = v.pipe(
  v.strictObject({ kind: v.picklist(['together', 'apart']), articleIds }),
  v.check(
    ({ kind, articleIds: ids }) => (kind === 'apart' ? ids.length === 1 : ids.length > 1),
    'One article stands apart; two or more belong together.',
  ),
);
export const annotationsText = v.strictObject({
  json: v.pipe(v.string(), v.maxLength(LIMITS.annotationsLength)),
});
export const dateCorrection = v.strictObject({
  articleId,
  /** ISO 8601 calendar date; null takes a correction back. */
  date: v.nullable(v.pipe(v.string(), v.isoDate())),
});

export const budget: v.GenericSchema<unknown, Budget> = v.union([
  v.strictObject({ words: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)) }),
  v.strictObject({ sentences: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)) }),
  v.strictObject({ ratio: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)) }),
]);

const chosen = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200)));
export const filters: v.GenericSchema<unknown, Filters> = v.strictObject({
  values: v.strictObject({
    topic: chosen,
    person: chosen,
    place: chosen,
    source: chosen,
    language: chosen,
    year: chosen,
    tag: chosen,
    mark: chosen,
  }) as unknown as v.GenericSchema<unknown, Filters['values']>,
  match: v.picklist(['all', 'any']),
  storyId: v.optional(storyId),
});

const briefFields = {
  articleIds,
  title: v.optional(v.pipe(v.string(), v.maxLength(300))),
  budget,
  parts: v.strictObject({
    summary: v.boolean(),
    onlyOne: v.boolean(),
    differences: v.boolean(),
    quotations: v.boolean(),
    timeline: v.boolean(),
    facts: v.boolean(),
    articleSummaries: v.boolean(),
    fullText: v.boolean(),
    notes: v.optional(v.boolean()),
  }),
  paper: v.picklist(['A4', 'Letter']),
};
export const briefRequest: v.GenericSchema<unknown, BriefRequest> = v.strictObject({
  ...briefFields,
  format: v.picklist(['html', 'markdown', 'json']),
});
/** Characters of a picture that the page has drawn: thousands of facts across 200 articles stay below. */
const PICTURE_LENGTH = 20_000_000;
export const pictureRequest: v.GenericSchema<unknown, PictureRequest> = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(300)),
  svg: v.pipe(
    v.string(),
    v.maxLength(PICTURE_LENGTH),
    v.regex(/^(<\?xml [^>]*\?>\s*)?<svg[\s>]/u, 'This is not an SVG document.'),
  ),
});

export const notesRequest: v.GenericSchema<unknown, NotesRequest> = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(300)),
  json: v.pipe(v.string(), v.maxLength(LIMITS.annotationsLength)),
});

export const saveRequest: v.GenericSchema<unknown, SaveRequest> = v.strictObject({
  ...briefFields,
  format: v.picklist(['html', 'markdown', 'json', 'pdf']),
});

/** A path below the library as a host gives it: forward slashes, made safe by the engine before use. */
const relativePath = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((data) => data.byteLength <= LIMITS.fileBytes, 'The file is larger than 50 MB.'),
);

export const browse = v.strictObject({
  query: v.pipe(v.string(), v.maxLength(LIMITS.queryLength)),
  filters,
  offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
  limit: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.window)),
});
export const importFile = v.strictObject({ relativePath, bytes });
export const importText = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(LIMITS.textLength)),
  /** The selection's markup where the clipboard or the drag had it; preferred to `text`. */
  html: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.textLength))),
});
const absolutePath = v.pipe(v.string(), v.minLength(1), v.maxLength(32_767));
export const openLibrary = v.strictObject({ path: absolutePath });
export const importPaths = v.strictObject({ paths: v.pipe(v.array(absolutePath), v.maxLength(100_000)) });
