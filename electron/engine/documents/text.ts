import type { BoilerplateReason } from '../../api/index.ts';
import { boilerplateReason } from './boilerplate.ts';
import { datelineAgency, parseByline, parseCredit } from './credits.ts';
import { parseDateLine } from './dates.ts';
import { findHeadings } from './headings.ts';
import { readPieces } from './lines.ts';
import { noMetadata, readLabelledHead, type Metadata } from './metadata.ts';
import type { Piece } from './pieces.ts';
import type { RawBlock, RawDocument } from './raw.ts';
import { isRecapHeading, markRecaps } from './recap.ts';
import { isSameLine, isTitle } from './title.ts';

/** Bylines and dates stand near the head; credits and dates near the end. In pieces. */
const HEAD = 8;
const TAIL = 4;
/** Pieces after the title within which a line that repeats it is furniture of the page. */
const REPEATED_NEAR = 5;

/** What a piece turned out to be. */
type Part =
  | { readonly role: 'title' | 'block' | 'credit'; readonly piece: Piece }
  | { readonly role: BoilerplateReason; readonly piece: Piece };

interface Found extends Metadata {
  updatedAt: string | null;
}

/** What a piece other than prose of the article is; notes what it says of source, author and date. */
function asideRole(
  piece: Piece,
  fromStart: number,
  fromEnd: number,
  found: Found,
): BoilerplateReason | 'credit' | null {
  if (piece.kind === 'rule') return 'markup';
  if (piece.kind !== 'prose' && piece.kind !== 'list-item') return null;
  const reason = boilerplateReason(piece.text);
  if (reason) return reason;
  if (piece.kind !== 'prose' || (fromStart >= HEAD && fromEnd >= TAIL)) return null;
  const date = parseDateLine(piece.text);
  if (date) {
    if (date.updated) found.updatedAt ??= date.date;
    else found.publishedAt ??= date.date;
    return 'markup';
  }
  const byline = parseByline(piece.text);
  if (byline) {
    found.byline ??= byline;
    return 'credit';
  }
  const credit = fromEnd < TAIL || fromStart < HEAD ? parseCredit(piece.text) : null;
  if (!credit) return null;
  found.source ??= credit.source;
  return 'credit';
}

/** Where a title would stand: first of all, or after a list of key points that is put before it. */
function titlePlace(parts: readonly Part[]): number {
  const first = parts.findIndex(({ role }) => role === 'block');
  const next = parts[first + 1]?.piece.kind;
  if (!isRecapHeading(parts[first]?.piece.text ?? '') || next !== 'list-item') return first;
  return parts.findIndex(({ role, piece }, i) => i > first && role === 'block' && piece.kind !== 'list-item');
}

function sortPieces(pieces: readonly Piece[], found: Found): Part[] {
  const parts = pieces.map((piece, i): Part => {
    const role = asideRole(piece, i, pieces.length - 1 - i, found);
    return { role: role ?? 'block', piece };
  });
  const isBlock = ({ role }: Part) => role === 'block';
  const first = titlePlace(parts);
  const title = parts[first]?.piece;
  if (!title) return parts;
  const rest = parts.slice(first + 1).filter(isBlock);
  const hasTitle =
    found.title === null &&
    isTitle(
      title,
      rest.map(({ piece }) => piece),
    );
  const line = hasTitle ? title.text : found.title;
  if (hasTitle) parts[first] = { role: 'title', piece: title };
  if (line === null) return parts;
  return parts.map((part, i) =>
    // In the midst of a text the same words are said again: a refrain, or somebody quoted.
    i <= first + REPEATED_NEAR &&
    isBlock(part) &&
    part.piece.kind === 'prose' &&
    isSameLine(part.piece.text, line)
      ? { role: 'repeated-title', piece: part.piece }
      : part,
  );
}

const SECTION_LEVEL = 2;

function blockOf(piece: Piece, headings: ReadonlySet<Piece>): RawBlock {
  const { kind, text, marker, level } = piece;
  if (kind === 'list-item') {
    return {
      type: 'list-item',
      text,
      ...(level === undefined ? {} : { level }),
      ...(marker === undefined ? {} : { marker }),
    };
  }
  if (headings.has(piece)) return { type: 'heading', text, level: SECTION_LEVEL };
  return { type: kind === 'quote' || kind === 'preformatted' ? kind : 'paragraph', text };
}

/**
 * Plain text to a document: its title line, headings, paragraphs, lists, quotations and tables; what is not
 * the article is set aside with its reason. Nothing is lost but white space and the ">" of quoted lines.
 */
export function readText(text: string): RawDocument {
  const lines = text.split('\n');
  const found: Found = { ...noMetadata(), updatedAt: null };
  const head = readLabelledHead(lines, found);
  const labelled = lines.slice(0, head).filter((line) => line.trim());
  const parts = sortPieces(readPieces(lines.slice(head).join('\n')), found);
  const pieces = parts.filter(({ role }) => role === 'block').map(({ piece }) => piece);
  const headings = findHeadings(pieces);
  const title = parts.find(({ role }) => role === 'title')?.piece.text ?? null;
  const opening = pieces.filter((piece) => !headings.has(piece)).slice(0, 2);
  return {
    title: found.title ?? title,
    titleOrigin: found.title === null ? 'heading' : 'stated',
    source:
      found.source ??
      opening.map((piece) => datelineAgency(piece.text)).find((name) => name !== null) ??
      null,
    byline: found.byline,
    publishedAt: found.publishedAt ?? found.updatedAt,
    language: found.language,
    blocks: markRecaps(pieces.map((piece) => blockOf(piece, headings))),
    boilerplate: [
      ...labelled.map((line) => ({ text: line.trim(), reason: 'markup' as const })),
      ...parts.flatMap(({ role, piece }) =>
        role === 'block' || role === 'title' || role === 'credit'
          ? []
          : [{ text: withMarker(piece), reason: role }],
      ),
    ],
    credits: parts.filter(({ role }) => role === 'credit').map(({ piece }) => piece.text),
  };
}

function withMarker({ marker, text }: Piece): string {
  return marker === undefined ? text : `${marker} ${text}`;
}
