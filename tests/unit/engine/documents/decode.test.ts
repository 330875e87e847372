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
const CHINESE = '会谈于周一结束。发言人表示，双方将于下周在日内瓦继续谈判。';
const TAIWANESE = '會談於週一結束。發言人表示，雙方將於下週在日內瓦繼續談判。';
const KOREAN = '회담은 월요일에 끝났다. 대변인은 다음 주 제네바에서 협상을 이어 간다고 말했다.';
const UKRAINIAN =
  'Перемовини завершилися в понеділок. Сторони домовилися продовжити їх наступного тижня в Женеві, сказав речник уряду.';
const BULGARIAN = 'Преговорите приключиха в понеделник и ще продължат следващата седмица в Женева.';
const LITHUANIAN = 'Derybos baigėsi pirmadienį, o šalys susitarė jas tęsti kitą savaitę Ženevoje.';
const LATVIAN = 'Sarunas beidzās pirmdien, un puses vienojās tās turpināt nākamnedēļ Ženēvā.';
const TURKISH =
  'Görüşmeler pazartesi günü sona erdi; taraflar gelecek hafta Cenevre’de sürdürmeyi kararlaştırdı.';
const POUNDS = 'The port lost £5m in May, £6m in June and £7m in July, and under §4 it owes £12m more.';
const DEGREES = 'It was 5°C on Monday, 6°C on Tuesday and 7°C on Friday, the office said. © 2020, ½ a page.';
const EUROS = 'The café takes 5 € a head, the owner said, and 12 € on Sundays.';
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
    ['windows-1251', UKRAINIAN],
    ['koi8-u', UKRAINIAN],
    ['windows-1251', UKRAINIAN.slice(0, 30)],
    ['koi8-r', RUSSIAN.slice(0, 24)],
    ['windows-1251', BULGARIAN],
    ['windows-1257', LITHUANIAN],
    ['windows-1257', LATVIAN],
    ['windows-1254', TURKISH],
    ['windows-1252', POUNDS],
    ['iso-8859-1', POUNDS.repeat(40)],
    ['windows-1252', DEGREES],
    ['iso-8859-15', EUROS],
    ['gb18030', CHINESE.slice(0, 8)],
    ['big5', TAIWANESE],
    ['euc-kr', KOREAN],
    ['utf-16le', CHINESE],
    ['utf-16be', CHINESE.repeat(50)],
    ['utf-16le', TAIWANESE],
    ['utf-16be', TAIWANESE.slice(0, 8)],
    ['utf-16be', JAPANESE],
    ['utf-16le', KOREAN],
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
