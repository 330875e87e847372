import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../electron/api/index.ts';
import { articleIdOf } from '../../../../electron/engine/documents/ids.ts';
import { readDocument } from '../../../../electron/engine/documents/read.ts';

const FOLDER = new URL('../../../../seeds/', import.meta.url);

async function readSeed(prefix: string): Promise<Article> {
  const name = readdirSync(FOLDER).find((file) => file.startsWith(prefix)) ?? '';
  const result = await readDocument({
    id: articleIdOf(name),
    path: name,
    bytes: readFileSync(new URL(name, FOLDER)),
  });
  if ('failure' in result) throw new Error(result.failure.message);
  return result.article;
}

interface Expected {
  readonly title: string;
  readonly titleOrigin: Article['titleOrigin'];
  readonly source: string | null;
  readonly credits: readonly string[];
  readonly boilerplate: Article['boilerplate'];
  readonly headings: readonly string[];
  readonly recaps: readonly string[];
  readonly first: string;
  readonly last: string;
}

const doubled =
  'Ukraine and United States Conclude Two Days of Intense Peace Negotiations in Berlin While Key Security Guarantees Remain Unresolved';

const seeds: Record<string, Expected> = {
  '000': {
    title: doubled,
    titleOrigin: 'heading',
    source: null,
    credits: [],
    boilerplate: [
      { text: doubled, reason: 'repeated-title' },
      {
        text: 'Share on Facebook «||» Share on Twitter «||» Share on Reddit «||» Share on LinkedIn',
        reason: 'share-links',
      },
    ],
    headings: [
      'Key Players at the Table',
      'Two Rounds of Lengthy Discussions',
      'Security Guarantees Remain a Flashpoint',
      'NATO Membership Sparks Debate',
      'Reactions From Moscow',
      'Positive Yet Cautious Reflections',
      'Looking Ahead',
    ],
    recaps: [],
    first:
      'Berlin became the center of attention this week as senior officials from Ukraine and the United States met for two days of intensive negotiations.',
    last: 'While the negotiations have been constructive, the path to a comprehensive settlement is still uncertain, suggesting that more rounds of talks will be required before any lasting peace can be achieved.',
  },
  '001': {
    title: 'Ongoing Peace Discussions between Ukraine and the US',
    titleOrigin: 'heading',
    source: null,
    credits: [],
    boilerplate: [],
    headings: [
      'Shifting Goals for Ukrainian NATO Membership',
      'Key Participants and Context of the Discussions',
      'Core Issues and Peace Proposal',
      'Concerns Over Security Guarantees',
      'Complexities of Sovereignty and Territorial Issues',
      'Future Steps and Economic Support for Ukraine',
      'Conclusion',
    ],
    recaps: [
      'Discussions on peace between Ukraine and the US are ongoing in Berlin.',
      'Zelensky is willing to compromise on NATO membership for security guarantees.',
      'Focus is on a new Ukrainian peace proposal countering earlier American plans.',
      'EU nations will vote on reallocating frozen Russian assets to support Ukraine’s economy.',
    ],
    first:
      'Discussions aimed at establishing a peace agreement between Ukraine and Russia are taking place in Berlin, entering their second day.',
    last: 'EU nations will vote on reallocating frozen Russian assets to support Ukraine’s economy.',
  },
  '002': {
    title: 'The United States just concluded two days of discussions with Ukrainian…',
    titleOrigin: 'made',
    source: null,
    credits: [],
    boilerplate: [],
    headings: [
      'What transpired at the Berlin talks?',
      'What measures did European leaders define?',
      'Will Russia consent?',
      'What are the subsequent steps?',
    ],
    recaps: [],
    first:
      'The United States just concluded two days of discussions with Ukrainian and European negotiators in Berlin, followed by further talks between European leaders—all concluding with favorable indicators about a future peace settlement.',
    last: 'So we need them to be on the same page.”',
  },
  '003': {
    title:
      'The Berlin negotiations have made progress. NATO is no longer a condition for Ukraine, but territory is',
    titleOrigin: 'heading',
    source: 'Reuters, TASR',
    credits: ['(reuters, tasr, pir)'],
    boilerplate: [],
    headings: [
      'Difficult but productive discussions',
      'The aim is to find a path to a lasting agreement, the US side says',
      "Ukraine considers concession on NATO, but won't hand over territories",
      'Territory only after security guarantees',
      "Ukraine's defence funding and frozen Russian assets",
    ],
    recaps: [],
    first:
      'The second round of key Ukrainian-American negotiations to shape the basis of a possible peace deal between Kiev and Moscow ended in the German capital on Monday.',
    last: 'Negotiations will continue, probably later this week.',
  },
  '004': {
    title: 'Ukraine and US Continue Peace Talks in Berlin, NATO Membership Remains a Key Issue',
    titleOrigin: 'heading',
    source: null,
    credits: [],
    boilerplate: [
      { text: 'Back', reason: 'navigation' },
      { text: 'Source Article', reason: 'navigation' },
      { text: 'Generated on:', reason: 'generator' },
    ],
    headings: [
      'Negotiations Overview',
      "Ukraine's Position on NATO and Security",
      'Peace Plan Proposals',
      'International Perspectives',
    ],
    recaps: [],
    first:
      'Talks between Ukraine and the United States regarding a potential peace agreement with Russia have continued in Berlin for a second consecutive day.',
    last: 'Ukraine, conversely, has expressed concerns that a peace agreement lacking comprehensive security guarantees may not deter future Russian attacks.',
  },
};

describe('the sample library', () => {
  it.each(Object.entries(seeds))('reads article %s as a reader would', async (prefix, expected) => {
    const article = await readSeed(prefix);
    const texts = (blocks: Article['blocks']) =>
      blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect({
      title: article.title,
      titleOrigin: article.titleOrigin,
      source: article.source,
      credits: article.credits,
      boilerplate: article.boilerplate,
      headings: texts(article.blocks.filter(({ type }) => type === 'heading')),
      recaps: texts(article.blocks.filter(({ role }) => role === 'recap')),
      first: texts(article.blocks)[0],
      last: texts(article.blocks).at(-1),
    }).toEqual(expected);
    expect(article).toMatchObject({ language: 'en', direction: 'ltr', byline: null, publishedAt: null });
  });

  it('gives every article, block and sentence an id of its own, the same on every reading', async () => {
    const idsOf = (article: Article) => [
      article.id,
      ...article.blocks.flatMap((block) => [block.id, ...block.sentences.map(({ id }) => id)]),
    ];
    const ids: string[] = [];
    for (const prefix of Object.keys(seeds)) ids.push(...idsOf(await readSeed(prefix)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(idsOf(await readSeed('000'))).toEqual(ids.slice(0, idsOf(await readSeed('000')).length));
  });
});
