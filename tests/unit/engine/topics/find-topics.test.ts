import { describe, expect, it } from 'vitest';
import { findTopics } from '../../../../electron/engine/topics/find-topics.ts';
import { analysed } from '../articles.ts';
import { analysedSeeds } from '../seeds.ts';

const seeds = await analysedSeeds();
const found = findTopics(seeds);
const topicLabels = found.topics.map(({ label }) => label);

const about = (path: string, ...sentences: string[]) => analysed(path, sentences);
const topicsOf = (...articles: ReturnType<typeof about>[]) =>
  findTopics(articles).topics.map(({ label }) => label);

describe('findTopics on the sample library', () => {
  it.each([
    'NATO membership',
    'Security guarantees',
    'Frozen Russian assets',
    'Territorial concessions',
    'European Union',
  ])('finds “%s”', (topic) => {
    expect(topicLabels).toContain(topic);
  });

  it('gives between 8 and 15 of them, each in at least two articles', () => {
    expect(topicLabels.length).toBeGreaterThanOrEqual(8);
    expect(topicLabels.length).toBeLessThanOrEqual(15);
    for (const { articleIds } of found.topics) expect(articleIds.length).toBeGreaterThanOrEqual(2);
  });

  it('keeps people and places apart, under their full names', () => {
    const people = found.people.map(({ label }) => label);
    const places = found.places.map(({ label }) => label);
    expect(people.slice(0, 4).sort()).toEqual([
      'Jared Kushner',
      'Rustem Umerov',
      'Steve Witkoff',
      'Volodymyr Zelensky',
    ]);
    expect(people).not.toContain('Zelensky');
    expect(places).toEqual(expect.arrayContaining(['Ukraine', 'Berlin', 'Donbas', 'Kyiv', 'United States']));
    expect(places).not.toContain('Kiev');
    for (const name of [...people, ...places]) expect(topicLabels).not.toContain(name);
  });

  it('shows no people, verbs or words of reporting as topics', () => {
    const surnames = found.people.map(({ label }) => label.split(' ').at(-1) ?? label);
    for (const topic of topicLabels) {
      for (const surname of surnames) expect(topic).not.toContain(surname);
      expect(topic).not.toMatch(/\b(said|says|stated|described|insisted|week|time|officials|leaders)\b/i);
    }
  });

  it('writes values in lower case and labels with a capital', () => {
    for (const { value, label } of [...found.topics, ...found.people, ...found.places]) {
      expect(value).toBe(label.toLowerCase());
      expect(label).toMatch(/^[\p{Lu}\p{N}]/u);
    }
  });

  it('gives the same topics for the articles in another order', () => {
    const sorted = (index: ReturnType<typeof findTopics>) => index.topics.map(({ label }) => label).sort();
    expect(sorted(findTopics([...seeds].reverse()))).toEqual(sorted(found));
  });
});

describe('findTopics', () => {
  it.each([
    [
      'merges singular and plural',
      ['A security guarantee is wanted.', 'The security guarantees are wanted.'],
      /^Security guarantees?$/,
    ],
    [
      'merges a phrase with its form with “in”',
      ['They want NATO membership.', 'They want membership in NATO, the NATO membership.'],
      /^NATO membership$/,
    ],
    [
      'leaves determiners and idle adjectives out',
      ['The new tax reform failed.', 'A major tax reform failed.'],
      /^Tax reform$/,
    ],
    [
      'names organisations',
      ['They sued the Supreme Court.', 'They praised the Supreme Court.'],
      /^Supreme Court$/,
    ],
  ])('%s', (_what, [first = '', second = ''], wanted) => {
    const topics = topicsOf(about('a', first, first), about('b', second, second));
    expect(topics.some((topic) => wanted.test(topic))).toBe(true);
  });

  it('leaves generic phrases, offices and media out', () => {
    const text = 'Last week senior officials told Reuters that the prime minister had a long time to think.';
    expect(topicsOf(about('a', text), about('b', text))).toEqual([]);
  });

  it('prefers the longer phrase where its part is always inside it', () => {
    const text = 'The frozen assets fund is large. They discussed the frozen assets fund.';
    expect(topicsOf(about('a', text), about('b', text))).toEqual(['Frozen assets fund']);
  });

  it('finds topics in a single article', () => {
    const article = about(
      'a',
      'The harbour tunnel is late.',
      'Critics of the harbour tunnel want ferry subsidies.',
    );
    expect(topicsOf(article)).toContain('Harbour tunnel');
  });

  it.each(['de', 'ja', 'ar', 'und'])('reads articles in %s without topics that make no sense', (language) => {
    const texts: Record<string, string> = {
      de: 'Die Regierung hat die Sicherheitsgarantien der NATO in Berlin begrüßt.',
      ja: '首相は東京で安全保障について会談した。',
      ar: 'اجتمع الرئيس في المدينة مع الوفد',
      und: '— 12 % —',
    };
    const text = texts[language] ?? '';
    const index = findTopics([analysed('a', [text], { language }), analysed('b', [text], { language })]);
    expect(index.topics.map(({ label }) => label)).toEqual(language === 'de' ? ['NATO'] : []);
  });

  it('has nothing to say of an empty library', () => {
    expect(findTopics([])).toEqual({ topics: [], people: [], places: [] });
  });
});
