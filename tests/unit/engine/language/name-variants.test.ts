import { describe, expect, it } from 'vitest';
import { mergeNames } from '../../../../electron/engine/language/name-variants.ts';
import { analysed } from '../articles.ts';

const merged = (...texts: string[]) =>
  mergeNames(texts.map((text, i) => analysed(`article-${String(i)}`, text.split('|'))));
/** "Volodymyr Zelensky 3": the label and in how many articles it is. */
const labels = (kind: string, ...texts: string[]) =>
  merged(...texts)
    .entities.filter((entity) => entity.kind === kind)
    .map(({ label, articleIds }) => `${label} ${String(articleIds.length)}`);

describe('mergeNames', () => {
  it.each([
    [
      'titles, given names and spellings of one person',
      'person',
      [
        'It was President Volodymyr Zelensky.',
        'It was Zelensky who spoke.',
        'They met Volodymyr Zelenskyy and Zelenskiy.',
      ],
      ['Volodymyr Zelensky 3'],
    ],
    [
      'initials, suffixes and short given names',
      'person',
      [
        'It was Joe Biden and Joe Biden.',
        'It was Joseph R. Biden Jr. who spoke.',
        'It was Mr. Biden who spoke.',
      ],
      ['Joe Biden 3'],
    ],
    [
      'not father and son in one article',
      'person',
      ['It was Donald Trump and Donald Trump Jr. who spoke.'],
      ['Donald Trump 1', 'Donald Trump Jr 1'],
    ],
    [
      'not two persons of one surname',
      'person',
      ['It was Tim Ryan who spoke. Then Ryan left.', 'It was Paul Ryan who spoke. Then Ryan left.'],
      ['Paul Ryan 1', 'Tim Ryan 1'],
    ],
    [
      'names of countries',
      'place',
      [
        'They left the United States.',
        'They left the U.S. again.',
        'They left the US again.',
        'They left America again.',
      ],
      ['United States 4'],
    ],
    ['spellings of cities', 'place', ['They left Kiev.', 'They left Kyiv.'], ['Kyiv 2']],
    [
      'a union and its letters',
      'organisation',
      ['It left the EU.', 'It left the European Union.'],
      ['European Union 2'],
    ],
    [
      'letters that a text explains',
      'organisation',
      ['It joined the Federal Election Commission (FEC) early.', 'It joined the FEC.'],
      ['Federal Election Commission 2'],
    ],
    [
      'letters with and without points',
      'organisation',
      ['It sued the F.B.I. again.', 'It sued the FBI.'],
      ['FBI 2'],
    ],
    [
      'datelines in capitals',
      'place',
      ['WASHINGTON — They met again.', 'They met in Washington.'],
      ['Washington 2'],
    ],
  ])('merges %s', (_what, kind, texts, wanted) => {
    expect(labels(kind, ...texts).sort()).toEqual([...wanted].sort());
  });

  it('leaves a surname open that two persons of the article share', () => {
    const article = analysed('a', ['Hillary Clinton met Bill Clinton.', 'Then they saw Clinton leave.']);
    const { entities, entityOf } = mergeNames([article]);
    expect(entities.map(({ label }) => label).sort()).toEqual(['Bill Clinton', 'Hillary Clinton']);
    const surname = article.sentences[1]?.names[0];
    expect(surname && entityOf(article.articleId, surname)).toBeUndefined();
  });

  it('takes a place for a person only where the article names the person in full', () => {
    const person = 'It was Jim Jordan who spoke. Then Jordan left.';
    expect(labels('person', person)).toEqual(['Jim Jordan 1']);
    expect(labels('place', person)).toEqual([]);
    expect(labels('place', person, 'They fled to Jordan.')).toEqual(['Jordan 1']);
  });

  it('says whom a surname means', () => {
    const article = analysed('a', ['It was Angela Merkel who spoke.', 'Then they saw Merkel leave.']);
    const { entityOf } = mergeNames([article]);
    const surname = article.sentences[1]?.names[0];
    expect(surname && entityOf(article.articleId, surname)?.label).toBe('Angela Merkel');
  });

  it('gives the same outcome whatever the order of the articles', () => {
    const texts = [
      'It was Paul Ryan who spoke in Kyiv.',
      'Ryan left Kiev with Donald Trump.',
      'Trump met the EU.',
    ];
    const articles = texts.map((text, i) => analysed(`article-${String(i)}`, [text]));
    const shape = (list: typeof articles) =>
      mergeNames(list).entities.map(({ label, kind, mentions }) => `${kind} ${label} ${String(mentions)}`);
    expect(shape([...articles].reverse())).toEqual(shape(articles));
  });
});
