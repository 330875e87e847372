import { createHash } from 'node:crypto';
import { LIMITS, type Article, type ArticleId, type Failure, type FailureCode } from '../../api/index.ts';
import { loadLanguage } from '../language/languages.ts';
import { assemble } from './assemble.ts';
import { decode } from './decode.ts';
import { declaredCharset } from './html-charset.ts';
import { slim } from './html/strip.ts';
import { binaryType, extensionOf, kindOf, unsupportedMessage, type Kind } from './kinds.ts';
import type { RawDocument } from './raw.ts';
import { readText } from './text.ts';

export { READABLE_EXTENSIONS } from './kinds.ts';

export type ReadResult = { readonly article: Article } | { readonly failure: Failure };

interface DocumentFile {
  readonly id: ArticleId;
  /** Below the library's folder, with forward slashes; its ending says how the bytes are read. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Characters of one article: twice as many as the longest novels have. Longer files are data, not reading. */
const LONGEST = 5_000_000;
/** The same for markup, of which a good part is tags. */
const LONGEST_MARKUP = 10_000_000;

/** The parsers of markup are loaded with the first file that needs them: a library of texts starts without. */
async function parse(kind: Kind, text: string): Promise<RawDocument> {
  if (kind === 'html') return (await import('./html/extract.ts')).extractHtml(text);
  if (kind === 'markdown') return (await import('./markdown.ts')).readMarkdown(text);
  return readText(text);
}

async function read({ id, path, bytes }: DocumentFile): Promise<Article | [FailureCode, string]> {
  const kind = kindOf(path);
  if (!kind) return ['unsupported-type', unsupportedMessage(path)];
  if (bytes.length === 0) return ['empty-file', 'This file is empty.'];
  if (bytes.length > LIMITS.fileBytes) {
    return ['too-large', 'This file is larger than 50 MB. Synoptic reads files up to that size.'];
  }
  const type = binaryType(bytes);
  if (type) {
    return [
      'binary-content',
      `This file is named ${extensionOf(path)} but is ${type}, which cannot be read as text.`,
    ];
  }
  const decoded = decode(bytes, kind === 'html' ? declaredCharset(bytes) : undefined);
  if ('failure' in decoded) {
    return decoded.failure === 'binary-content'
      ? ['binary-content', `This file is named ${extensionOf(path)} but does not contain text.`]
      : ['undecodable', 'The characters of this file could not be made out. Save it as UTF-8 and try again.'];
  }
  if (decoded.text.trim() === '') return ['empty-file', 'This file contains nothing but blank space.'];
  const text = kind === 'html' ? slim(decoded.text, LONGEST_MARKUP) : decoded.text;
  if (text.length > (kind === 'html' ? LONGEST_MARKUP : LONGEST)) {
    return [
      'too-large',
      'This file holds more text than one article can have, which is five million characters.',
    ];
  }
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const article = assemble(await parse(kind, text), { id, path, contentHash });
  // Whoever analyses the article does so at once, and cannot wait for a stemmer.
  if (article) await loadLanguage(article.language);
  return article ?? ['no-article', 'No article text was found in this file.'];
}

/** A file's bytes to an article, or why there is none. Never throws. */
export async function readDocument(input: DocumentFile): Promise<ReadResult> {
  const fail = (code: FailureCode, message: string): ReadResult => ({
    failure: { path: input.path, code, message },
  });
  try {
    const result = await read(input);
    return Array.isArray(result) ? fail(...result) : { article: result };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('unreadable', `This file could not be read: ${reason}`);
  }
}
