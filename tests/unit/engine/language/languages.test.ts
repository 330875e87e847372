import { beforeAll, describe, expect, test } from 'vitest';
import { loadLanguage } from '../../../../electron/engine/language/languages.ts';
import { stem } from '../../../../electron/engine/language/stems.ts';
import { isStopword } from '../../../../electron/engine/language/stopwords.ts';

describe('a language with a stemmer', () => {
  beforeAll(async () => {
    await Promise.all(['de', 'fr', 'ru', 'es'].map(loadLanguage));
  });

  test.each([
    ['de', 'Verhandlungen', 'Verhandlung'],
    ['fr', 'négociations', 'négociation'],
    ['ru', 'переговоры', 'переговорах'],
    ['es', 'negociaciones', 'negociación'],
  ])('brings the forms of a word together: %s', (language, one, other) => {
    expect(stem(one, language)).toBe(stem(other, language));
    expect(stem(one, 'xx')).not.toBe(stem(other, 'xx'));
  });

  test.each([
    ['de', 'nicht', true],
    ['de', 'minister', false],
    ['fr', 'avec', true],
    ['en', 'nicht', false],
    ['xx', 'the', false],
  ])('knows its own grammar words: %s %s', (language, word, grammar) => {
    expect(isStopword(word, language)).toBe(grammar);
  });

  test('leaves nothing in the global object', async () => {
    const before = Object.keys(globalThis);
    for (const language of ['ar', 'da', 'el', 'fi', 'hu', 'it', 'nl', 'no', 'pt', 'ro', 'sv', 'tr']) {
      await loadLanguage(language);
      stem('المحادثات', language);
    }
    expect(Object.keys(globalThis)).toEqual(before);
  });

  test('that is unknown is no error', async () => {
    await expect(loadLanguage('xx')).resolves.toBeUndefined();
    await expect(loadLanguage('constructor')).resolves.toBeUndefined();
    expect(stem('Wort', 'constructor')).toBe('wort');
  });
});
