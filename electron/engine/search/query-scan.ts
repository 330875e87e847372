import { isStopword } from '../language/stopwords.ts';
import { FIELDS, type Field } from './fields.ts';
import { editDistance } from './edit-distance.ts';
import type { Atom, Presence } from './query.ts';
import { termsOf } from './lexicon.ts';
import { fold } from './terms.ts';

/** What is wrong with a part of a query: [start, end). */
export interface Fault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What would mend it: [from, to) replaced by a text, which may be empty. */
  readonly repair?: { readonly from: number; readonly to: number; readonly by: string };
}

export interface Scanned {
  readonly atoms: Atom[];
  readonly faults: Fault[];
  /** The parts of the query that could be read, as written. */
  readonly used: string[];
}

const LARGEST_EDIT_DISTANCE = 2;
const LARGEST_BOOST = 100;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };
const LIST = `${FIELDS.slice(0, -1).join(', ')} and ${FIELDS.at(-1)}`;

const OTHER_NAMES: Readonly<Record<string, Field>> = {
  headline: 'title',
  body: 'text',
  outlet: 'source',
  publisher: 'source',
  people: 'person',
  name: 'person',
  location: 'place',
  year: 'date',
};

/** The field nearest to a mistyped one, if one is near. */
function nearestField(name: string): Field | undefined {
  const other = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined;
  if (other) return other;
  const begun = name.length >= 2 ? FIELDS.find((field) => field.startsWith(name)) : undefined;
  if (begun) return begun;
  const ranked = FIELDS.map((field) => ({ field, distance: editDistance(name, field) }));
  ranked.sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.min(2, Math.floor(name.length / 2)) ? best.field : undefined;
}

/** A part of the query between white space (or with a quotation in it), cut into what the language knows. */
interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly presence: Presence;
  readonly field: { readonly name: string; readonly start: number; readonly end: number } | null;
  readonly body: string;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** `open` where the closing mark is missing. */
  readonly quoted: 'no' | 'yes' | 'open';
  readonly suffixes: readonly { readonly sign: string; readonly value: string }[];
}

function readChunk(query: string, from: number): Chunk {
  let at = from;
  const skipSpace = () => {
    while (/\s/.test(query[at] ?? '')) at++;
  };
  let presence: Presence = 'plain';
  if (query[at] === '+' || query[at] === '-') presence = query[at++] === '+' ? 'required' : 'prohibited';
  let field: Chunk['field'] = null;
  const name = /^(\p{L}[\p{L}_]*):(?!\/\/)/u.exec(query.slice(at, at + 100))?.[1];
  if (name !== undefined) {
    field = { name, start: at, end: at + name.length };
    at += name.length + 1;
    skipSpace();
  }
  const bodyStart = at;
  let body = '';
  let quoted: Chunk['quoted'] = 'no';
  const closing = CLOSING[query[at] ?? ''];
  if (closing !== undefined) {
    quoted = 'yes';
    at++;
    const close = Array.from(query.slice(at)).findIndex((sign) => sign === closing || sign === '"');
    const length =
      close < 0 ? query.length - at : Array.from(query.slice(at)).slice(0, close).join('').length;
    body = query.slice(at, at + length);
    at += length;
    if (close < 0) quoted = 'open';
    else at++;
  } else {
    for (; at < query.length; at++) {
      const sign = query[at] ?? '';
      if (/\s/.test(sign) || sign === '~' || sign === '^' || sign in CLOSING) break;
      if (sign === '\\' && at + 1 < query.length) body += query[++at] ?? '';
      // An escaped star is a character; one that is not becomes a mark that no text has.
      else body += sign === '*' ? '\ue000' : sign;
    }
  }
  const bodyEnd = at;
  const suffixes: { sign: string; value: string }[] = [];
  while (query[at] === '~' || query[at] === '^') {
    const sign = query[at++] ?? '';
    const value = /^[^\s~^]*/.exec(query.slice(at))?.[0] ?? '';
    suffixes.push({ sign, value });
    at += value.length;
  }
  return { start: from, end: at, presence, field, body, bodyStart, bodyEnd, quoted, suffixes };
}

function fault(message: string, start: number, end: number, by?: string, from = start, to = end): Fault {
  return { message, start, end, ...(by === undefined ? {} : { repair: { from, to, by } }) };
}

function fieldFault(chunk: Chunk, { name, start, end }: NonNullable<Chunk['field']>): Fault {
  const message = `There is no field “${name}”. The fields are ${LIST}.`;
  const nearest = nearestField(name.toLowerCase());
  if (nearest) return fault(message, start, end, nearest);
  // The colon was only punctuation.
  return fault(message, start, end, chunk.body === '' ? name : `${name} `, start, end + 1);
}

function emptyFault(query: string, chunk: Chunk): Fault {
  const { start, end, quoted, field } = chunk;
  const suffix = chunk.suffixes[0];
  if (quoted === 'yes') return fault('There is nothing between the quotation marks.', start, end, '');
  if (suffix) {
    const { sign, value } = suffix;
    const message = `“${sign}” goes after a word and before a number: “talks${sign}2”.`;
    return fault(message, start, end, /^\p{L}/u.test(value) ? `${value}${sign}${sign === '~' ? 1 : 2}` : '');
  }
  if (field) return fault(`“${field.name}:” needs a word after it.`, start, end, '');
  const sign = query.slice(start, end);
  const message = `“${sign}” needs a word straight after it.`;
  const space = /^\s+(?=[^\s+-])/u.exec(query.slice(end))?.[0].length ?? 0;
  // A plus with a space was meant for the next word; a minus with one is as often a dash.
  return sign === '+' && space > 0
    ? fault(message, start, end, sign, start, end + space)
    : fault(message, start, end, '');
}

function faultOf(query: string, chunk: Chunk, field: Field | undefined): Fault | undefined {
  const { end, bodyStart, bodyEnd } = chunk;
  const body = chunk.body.trim();
  if (chunk.field && !field) return fieldFault(chunk, chunk.field);
  if (chunk.quoted === 'open') {
    return fault('The quotation mark is not closed.', bodyStart, end, body === '' ? '' : `"${body}"`);
  }
  if (body === '') return emptyFault(query, chunk);
  for (const { sign, value } of chunk.suffixes) {
    const number = /^\d{1,6}$/.test(value) ? Number(value) : undefined;
    const edits = sign === '~';
    const largest = edits ? LARGEST_EDIT_DISTANCE : LARGEST_BOOST;
    if (number !== undefined && number <= largest && (edits || number > 0)) continue;
    const message = edits
      ? 'After “~” comes how many letters may differ, 1 or 2: “talks~1”.'
      : `After “^” comes how much more a word counts, 1 to ${LARGEST_BOOST}: “talks^2”.`;
    const meant = number === undefined ? (edits ? 1 : 2) : Math.max(1, Math.min(number, largest));
    return fault(message, bodyEnd, end, `${sign}${meant}`);
  }
  return undefined;
}

function atomsOf(chunk: Chunk, field: Field | null, open: boolean): Atom[] {
  const { body, presence } = chunk;
  const suffix = (sign: string) =>
    Number(chunk.suffixes.find((each) => each.sign === sign)?.value ?? Number.NaN);
  const boost = suffix('^') >= 1 ? Math.min(suffix('^'), LARGEST_BOOST) : 1;
  const edits = suffix('~') >= 0 ? Math.min(suffix('~'), LARGEST_EDIT_DISTANCE) : 0;
  const common = { presence, field, boost };
  const words = (text: string, last: boolean): Atom[] => {
    const terms = field === 'date' ? [{ form: fold(text.trim()), end: text.length }] : termsOf(text, 'und');
    return terms.map(({ form, end }, i) => ({
      ...common,
      kind: 'word',
      form,
      editDistance: edits,
      open: last && i === terms.length - 1 && end === text.length,
      minor: presence === 'plain' && field === null && isStopword(form) && text === text.toLowerCase(),
    }));
  };
  if (chunk.quoted === 'yes') {
    const forms = field === 'date' ? [fold(body.trim())] : termsOf(body, 'und').map(({ form }) => form);
    return forms.length > 1 ? [{ ...common, kind: 'phrase', forms }] : words(body, false);
  }
  const pieces = field === 'date' ? [body] : body.split(/[-‐‑]/);
  return pieces.flatMap((piece, i) => {
    const last = open && i === pieces.length - 1;
    if (!piece.includes('\ue000')) return words(piece, last);
    const pattern = fold(piece)
      .replace(/[^\p{L}\p{M}\p{N}\ue000.'-]/gu, '')
      .replace(/\ue000+/g, '*');
    return pattern === '' ? [] : [{ ...common, kind: 'pattern' as const, pattern }];
  });
}

/** Cuts a query into atoms, leaving out and noting what is at fault. */
export function scan(query: string, typing: boolean): Scanned {
  const text = query.replaceAll('\ue000', ' ');
  const scanned: Scanned = { atoms: [], faults: [], used: [] };
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text[at] ?? '')) {
      at++;
      continue;
    }
    const chunk = readChunk(text, at);
    at = Math.max(at + 1, chunk.end);
    const name = chunk.field?.name.toLowerCase();
    const field = FIELDS.find((each) => each === name);
    const found = faultOf(text, chunk, field);
    if (found) scanned.faults.push(found);
    // A wrong number or a missing mark leaves words that can be read; the rest leaves none.
    const readable = (!chunk.field || field) && chunk.body.trim() !== '';
    if (!readable) continue;
    const open = typing && at >= text.length && chunk.suffixes.length === 0 && chunk.quoted !== 'yes';
    const atoms = atomsOf(found ? { ...chunk, suffixes: [] } : chunk, field ?? null, open);
    if (atoms.length === 0) continue;
    scanned.atoms.push(...atoms);
    const usedEnd = found ? chunk.bodyEnd : chunk.end;
    const bare = chunk.quoted === 'open' ? text.slice(chunk.bodyStart + 1, chunk.end).trim() : null;
    scanned.used.push(
      bare === null ? text.slice(chunk.start, usedEnd) : text.slice(chunk.start, chunk.bodyStart) + bare,
    );
  }
  return scanned;
}
