import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, normaliseText } from '../../../../electron/engine/documents/decode.ts';

const ENGLISH = 'Officials met on Monday. “We are close,” the envoy said — a café in Zürich was the place.';
const RUSSIAN =
  'Переговоры завершились в понедельник. Стороны договорились продолжить работу на следующей неделе, сообщил представитель.';
const CZECH =
  'Jednání skončilo v pondělí. Příští týden budou účastníci pokračovat v Ženevě, řekl mluvčí vlády a dodal, že výsledek je nejistý.';
const GREEK = 'Οι συνομιλίες ολοκληρώθηκαν τη Δευτέρα και θα συνεχιστούν την επόμενη εβδομάδα στη Γενεύη.';
const HEBREW = 'השיחות הסתיימו ביום שני והצדדים הסכימו להמשיך בשבוע הבא, כך אמר דובר הממשלה לעיתונאים.';
const ARABIC =
  'انتهت المحادثات يوم الاثنين واتفق الطرفان على مواصلة العمل الأسبوع المقبل كما قال المتحدث باسم الحكومة.';
const JAPANESE = '会談は月曜日に終わりました。来週も続けると報道官が述べました。';
const FRENCH =
  'Les négociations ont pris fin lundi. « Nous sommes prêts à continuer », a déclaré le ministre après la réunion.';

function text(bytes: Uint8Array, declared?: string): string {
  const decoded = decode(bytes, declared);
  return 'failure' in decoded ? decoded.failure : decoded.text;
}

describe('decode', () => {
  it.each([
    ['utf-8', ENGLISH],
    ['utf-16le', ENGLISH],
    ['utf-16be', RUSSIAN],
    ['utf-32le', ENGLISH],
  ])('takes the byte order mark of %s at its word', (encoding, original) => {
    expect(text(encode(original, encoding, { addBOM: true }))).toBe(original);
  });

  it.each([
    ['utf-8', ENGLISH],
    ['utf-8', JAPANESE],
    ['utf-16le', ENGLISH],
    ['utf-16be', ENGLISH],
    ['utf-16le', RUSSIAN],
    ['utf-16be', RUSSIAN],
    ['utf-16le', `東京 ${JAPANESE}\n2025`],
    ['windows-1252', ENGLISH],
    ['windows-1252', FRENCH],
    ['iso-8859-1', FRENCH],
    ['windows-1250', CZECH],
    ['iso-8859-2', CZECH],
    ['windows-1251', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['windows-1253', GREEK],
    ['iso-8859-7', GREEK],
    ['windows-1255', HEBREW],
    ['windows-1256', ARABIC],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
  ])('finds out that unmarked bytes are %s', (encoding, original) => {
    expect(text(encode(original, encoding))).toBe(original);
  });

  it('reads any valid UTF-8 as UTF-8, whatever the markup declares', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (original) => {
        fc.pre(!/[\p{Cc}]|^\uFEFF/u.test(original));
        expect(text(encode(original, 'utf-8'), 'windows-1251')).toBe(normaliseText(original));
      }),
    );
  });

  it('trusts the declared encoding of bytes that are not UTF-8', () => {
    expect(text(encode('Žluť', 'windows-1250'), 'windows-1250')).toBe('Žluť');
    expect(text(encode(FRENCH, 'windows-1252'), 'no-such-encoding')).toBe(FRENCH);
  });

  it('keeps UTF-8 that is damaged in one place or cut in the middle of a character', () => {
    const bytes = encode(RUSSIAN, 'utf-8');
    expect(text(bytes.subarray(0, -2)).slice(0, -1)).toBe(RUSSIAN.slice(0, -2));
    const spoilt = Uint8Array.from(bytes);
    spoilt[20] = 0xff;
    expect(text(spoilt)).toContain('завершились в понедельник');
  });

  it.each([
    ['CRLF and CR line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
    ['a NUL and other controls', 'a\0b\u0007c\td', 'abc\td'],
    ['a byte order mark left at the start', '\ufeffa', 'a'],
  ])('normalises %s', (_, original, expected) => {
    expect(normaliseText(original)).toBe(expected);
  });

  it('drops a few NULs and NUL padding at the end', () => {
    const bytes = Buffer.concat([encode(`${ENGLISH}\0${ENGLISH.repeat(3)}`, 'utf-8'), Buffer.alloc(500)]);
    expect(text(bytes)).toBe(ENGLISH + ENGLISH.repeat(3));
  });

  it.each([
    ['many NULs', Buffer.from('a\0\0b\0c\0\0\0d'.repeat(50))],
    ['control characters throughout', Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 32)],
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 17) % 256)],
  ])('refuses %s as binary', (_, bytes) => {
    expect(decode(bytes)).toEqual({ failure: 'binary-content' });
  });

  it('says so where no encoding makes text of the bytes', () => {
    const noise = Uint8Array.from(
      { length: 2000 },
      (_, i) => [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xff][i % 6] ?? 0,
    );
    expect(decode(noise)).toEqual({ failure: 'undecodable' });
  });

  it('gives well-formed text without controls for any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const decoded = decode(bytes);
        if ('failure' in decoded) return;
        expect(decoded.text.isWellFormed()).toBe(true);
        expect(decoded.text.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}--[\u0080-\u009f]]/v);
      }),
    );
  });
});
