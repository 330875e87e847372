import { decode as decodeWith, encodingExists } from 'iconv-lite';
import { guessEncoding } from './encoding-guess.ts';

/** Well-formed text with LF line ends and no control characters but tab and LF, or why there is none. */
export type Decoded =
  | { readonly text: string; readonly encoding: string }
  | { readonly failure: 'binary-content' | 'undecodable' };

const SAMPLE_BYTES = 64 * 1024;

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) {
    return c === 0 && d === 0 ? { encoding: 'utf-32le', length: 4 } : { encoding: 'utf-16le', length: 2 };
  }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-8 with some damage: a file cut in the middle of a character, or spoilt in a few places. Text of an
 * 8-bit encoding is told from it by having hardly any valid sequence.
 */
function damagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let broken = 0;
  let valid = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) valid++;
  }
  return valid >= 4 * broken && broken <= text.length / 50 ? text : null;
}

/** Control characters that no text has: everything below space but tab, line ends, form feed and escape. */
function isStrayControl(code: number): boolean {
  return code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b;
}

function strayControls(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte < 0x20 && isStrayControl(byte)) count++;
  return count;
}

const IMPLAUSIBLE = /[\p{Cn}\p{Co}\p{Cs}]/gu;

/** Latin text has a zero byte in nearly each character. */
const MIN_ZEROS = 0.2;

/** Characters that texts are made of nearly throughout, whichever their language. */
const USUAL =
  /[\t\n\r -~\u00a0-\u024f\u2010-\u2044\u20ac\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const USUAL_SHARE = 0.95;

/** UTF-16 without a mark and with hardly a zero byte, as of East Asia: the order of bytes that reads as text. */
function denseUtf16(bytes: Uint8Array): string | null {
  let best: { encoding: string; share: number } | null = null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const sample = decodeWith(bytes.subarray(0, SAMPLE_BYTES), encoding);
    const share = (sample.match(USUAL)?.length ?? 0) / Math.max(1, sample.length);
    if (share >= USUAL_SHARE && share > (best?.share ?? 0)) best = { encoding, share };
  }
  return best?.encoding ?? null;
}

/** UTF-16 without a mark: its zero bytes all stand on one side, and what it says is made of real characters. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  if (!bytes.includes(0)) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2) odd++;
    else even++;
  }
  const zeros = even + odd;
  // Of scripts whose characters have no zero byte, the few that there are tell nothing.
  if (zeros <= bytes.length * MIN_ZEROS || Math.min(even, odd) > zeros * 0.02) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const sample = decodeWith(bytes.subarray(0, SAMPLE_BYTES), encoding);
  let strays = 0;
  for (let i = 0; i < sample.length; i++) if (isStrayControl(sample.charCodeAt(i))) strays++;
  const implausible = sample.match(IMPLAUSIBLE)?.length ?? 0;
  // One half character at the end of the sample is no sign of anything.
  return sample.length > 0 && strays + implausible <= 1 + sample.length / 100 ? encoding : null;
}

/** NULs and other stray controls above this share of the bytes mean that this is no text. */
const MAX_STRAY_SHARE = 0.01;

function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

// eslint's no-control-regex: built from code points so that no control character stands in the source.
const CONTROLS = new RegExp(
  `[\\u{0}-\\u{8}\\u{e}-\\u{1f}\\u{7f}]`.replace(/\\u\{(\w+)\}/g, (_, hex: string) =>
    String.fromCodePoint(parseInt(hex, 16)),
  ),
  'g',
);

/** One form for every text: well-formed, LF line ends, no control characters but tab and LF. */
export function normaliseText(text: string): string {
  return text
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(CONTROLS, '');
}

/**
 * Bytes to text. A byte order mark decides, then valid UTF-8 wins, then `declared` (what the markup says),
 * then detection. NULs in small number and NUL padding at the end are dropped; lone surrogates become U+FFFD.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark) {
    const body = bytes.subarray(mark.length);
    return { text: normaliseText(decodeWith(body, mark.encoding)), encoding: mark.encoding };
  }
  const utf16 = unmarkedUtf16(bytes);
  if (utf16) return { text: normaliseText(decodeWith(bytes, utf16)), encoding: utf16 };

  const body = withoutPadding(bytes);
  if (strayControls(body) > body.length * MAX_STRAY_SHARE) {
    const dense = denseUtf16(bytes);
    if (!dense) return { failure: 'binary-content' };
    return { text: normaliseText(decodeWith(bytes, dense)), encoding: dense };
  }
  const utf8 = strictUtf8(body) ?? damagedUtf8(body);
  if (utf8 !== null) return { text: normaliseText(utf8), encoding: 'utf-8' };

  if (declared && encodingExists(declared) && !/^utf-?(8|16)/i.test(declared)) {
    const text = decodeWith(body, declared);
    if (!text.includes('\uFFFD')) return { text: normaliseText(text), encoding: declared.toLowerCase() };
  }
  const encoding = guessEncoding(sampleAroundText(body));
  if (!encoding) return { failure: 'undecodable' };
  return { text: normaliseText(decodeWith(body, encoding)), encoding };
}

/** The part of a file that tells most about its encoding: from shortly before the first non-ASCII byte. */
function sampleAroundText(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 1024);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}
