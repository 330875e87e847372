import * as v from 'valibot';
import { SynopticError } from '../../api/index.ts';
import { LIMITS, articleId, dateCorrection, dismissal, storyCorrection, tagName } from '../../api/schemas.ts';

/**
 * The file in which annotations leave one library and come into another: JSON, UTF-8. Fields are only ever added;
 * the number at its head grows when one changes its meaning. Described for others in docs/decisions/020.
 */

export const VERSION = 1;

const text = v.pipe(v.string(), v.maxLength(LIMITS.textLength));
const moment = v.pipe(v.string(), v.isoTimestamp());

const highlight = v.object({
  quote: v.object({
    exact: v.pipe(text, v.minLength(1)),
    prefix: v.optional(text, ''),
    suffix: v.optional(text, ''),
  }),
  /** The words that were marked, where the file has others now. */
  former: v.optional(v.nullable(text), null),
  note: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.noteLength)), ''),
  madeAt: moment,
  changedAt: moment,
});

const article = v.object({
  /** What the lists below call it. */
  id: articleId,
  /** Below the library, forward slashes. */
  path: v.pipe(v.string(), v.maxLength(4096)),
  /** SHA-256 of the file, hex. */
  contentHash: v.pipe(v.string(), v.maxLength(128)),
  title: v.optional(text, ''),
  tags: v.optional(v.array(tagName), []),
  starred: v.optional(v.boolean(), false),
  read: v.optional(v.boolean(), false),
  highlights: v.optional(v.array(highlight), []),
});

const file = v.object({
  synopticAnnotations: v.literal(VERSION),
  /** The folder's name. */
  library: v.optional(v.string(), ''),
  madeAt: v.optional(v.string(), ''),
  articles: v.array(article),
  dismissals: v.optional(v.array(dismissal), []),
  dates: v.optional(v.array(dateCorrection), []),
  storyCorrections: v.optional(v.array(storyCorrection), []),
});

export type AnnotationFile = v.InferOutput<typeof file>;
export type FileArticle = AnnotationFile['articles'][number];
export type FileHighlight = FileArticle['highlights'][number];

const HINT = 'Choose a file that Synoptic exported.';

/** @throws SynopticError `invalid-argument` where it is none of ours, of a newer version, or damaged */
export function parseFile(json: string): AnnotationFile {
  const data = jsonIn(json);
  const version = (data as { synopticAnnotations?: unknown } | null)?.synopticAnnotations;
  if (typeof version === 'number' && version > VERSION)
    throw new SynopticError(
      'invalid-argument',
      'This file was exported by a newer version of Synoptic.',
      'Import it with that version, or a later one.',
    );
  if (version !== VERSION)
    throw new SynopticError('invalid-argument', 'This is no file of highlights, notes and tags.', HINT);
  const { success, output, issues } = v.safeParse(file, data);
  if (success) return output;
  const where = issues[0].path?.map(({ key }) => String(key)).join('.');
  throw new SynopticError(
    'invalid-argument',
    `This file of highlights, notes and tags is damaged${where ? `, at “${where}”` : ''}. Nothing was imported.`,
    HINT,
  );
}

function jsonIn(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    throw new SynopticError('invalid-argument', 'This file is not JSON. Nothing was imported.', HINT);
  }
}
