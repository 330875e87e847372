import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../electron/engine/language/detect.ts';

describe('detectLanguage', () => {
  it.each<[string, 'ltr' | 'rtl', string]>([
    ['en', 'ltr', 'The council met on Monday to discuss the budget, and it will vote next week.'],
    [
      'en',
      'ltr',
      'Volodymyr Zelensky said that Bundestag Speaker Julia Klöckner was at the talks with Friedrich Merz.',
    ],
    ['en', 'ltr', 'He said this is it.'],
    ['de', 'ltr', 'Der Bundeskanzler traf am Montag die Vertreter der beiden Länder in der Hauptstadt.'],
    [
      'fr',
      'ltr',
      'Les négociations ont pris fin lundi dans la capitale, a déclaré le ministre des affaires étrangères.',
    ],
    [
      'es',
      'ltr',
      'Las negociaciones terminaron el lunes en la capital, según dijo el ministro de Asuntos Exteriores.',
    ],
    [
      'cs',
      'ltr',
      'Jednání skončilo v pondělí a příští týden budou účastníci pokračovat v Ženevě, řekl mluvčí vlády.',
    ],
    [
      'pl',
      'ltr',
      'Rozmowy zakończyły się w poniedziałek, a w przyszłym tygodniu strony spotkają się ponownie w Genewie.',
    ],
    [
      'ru',
      'ltr',
      'Переговоры завершились в понедельник, и стороны договорились продолжить работу на следующей неделе.',
    ],
    [
      'uk',
      'ltr',
      'Переговори завершилися в понеділок, і сторони домовилися продовжити роботу наступного тижня в Женеві.',
    ],
    ['el', 'ltr', 'Οι συνομιλίες ολοκληρώθηκαν τη Δευτέρα.'],
    ['ar', 'rtl', 'انتهت المحادثات يوم الاثنين واتفق الطرفان على مواصلة العمل الأسبوع المقبل.'],
    ['fa', 'rtl', 'گفتگوها روز دوشنبه به پایان رسید و دو طرف توافق کردند که هفته آینده ادامه دهند.'],
    ['ur', 'rtl', 'مذاکرات پیر کو ختم ہوئے اور دونوں فریقوں نے اگلے ہفتے کام جاری رکھنے پر اتفاق کیا۔'],
    ['he', 'rtl', 'השיחות הסתיימו ביום שני'],
    ['zh', 'ltr', '会谈结束了，双方同意下周继续。'],
    ['ja', 'ltr', '会談は月曜日に終わりました。'],
    ['ko', 'ltr', '회담이 월요일에 끝났다.'],
    ['th', 'ltr', 'การเจรจาสิ้นสุดลงเมื่อวันจันทร์'],
    ['und', 'ltr', 'Berlin 2025'],
    ['und', 'ltr', '12 : 30 — 14 : 00'],
    ['und', 'ltr', ''],
  ])('finds %s, %s', (language, direction, text) => {
    expect(detectLanguage(text)).toEqual({ language, direction });
  });

  it('finds English in spite of names and quotations of other languages', () => {
    const text =
      'The chancellor, speaking in German, said: „Wir sind bereit.“ It was the first time that the government had said so, the Süddeutsche Zeitung reported.';
    expect(detectLanguage(text).language).toBe('en');
  });
});
