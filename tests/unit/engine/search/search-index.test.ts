import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../../../electron/engine/search/search-index.ts';
import { document, id, indexOf, put } from './documents.ts';

const ids = (index: SearchIndex, query: string, typing = false) =>
  index.search(query, { typing }).hits.map((hit) => hit.id);
const sorted = (index: SearchIndex, query: string, typing = false) => ids(index, query, typing).sort();

const harbour = indexOf(
  document('ferry', 'The ferry left the harbour at dawn.\nKlöckner negotiated for hours.', {
    title: 'Ferry strike ends',
    source: 'Coast Courier',
    labels: {
      topics: ['ferry strike', 'harbour wages'],
      people: ['Anna Klöckner'],
      places: ['Port Elsin'],
      tags: ['to quote', 'port'],
      notes: ['Ask the union.\nWho paid?'],
    },
    date: '2025-03-04T08:00Z',
  }),
  document(
    'dock',
    'Dock workers’ negotiations with the port ended. A ferry waited, carrying 12,000 crates.',
    {
      title: 'Dockers agree wages',
      labels: { topics: ['docker wages'] },
      date: '2025-03-05',
    },
  ),
  document('storm', 'A storm closed the harbour. The harbour master, who is US-trained, told us little.', {
    title: 'Storm over Elsin',
    date: '2024-11-30',
  }),
  document('chinese', '乌克兰和平谈判在柏林结束。', { title: '柏林谈判' }, 'zh'),
);

describe('SearchIndex', () => {
  it.each([
    ['a word by its stem', 'negotiating', ['dock', 'ferry']],
    ['a word without its accents', 'klockner', ['ferry']],
    ['a word with accents it has not', 'stòrm', ['storm']],
    ['a possessive', 'worker', ['dock']],
    ['a part of a hyphenated word', 'trained', ['storm']],
    ['a number however its digits are grouped', '12000', ['dock']],
    ['a field', 'title:ferry', ['ferry']],
    ['a label', 'topic:wages', ['dock', 'ferry']],
    ['a person', 'person:anna', ['ferry']],
    ['a source', 'source:courier', ['ferry']],
    ['a tag', 'tag:quote', ['ferry']],
    ['a tag of two words', 'tag:"to quote"', ['ferry']],
    ['no phrase across tags', 'tag:"quote port"', []],
    ['a note', 'note:unions', ['ferry']],
    ['no phrase across the lines of a note', '"union who"', []],
    ['a year', 'date:2025', ['dock', 'ferry']],
    ['a month', 'date:2025-03', ['dock', 'ferry']],
    ['a day', 'date:2025-03-05', ['dock']],
    ['no day for a month', 'date:03', []],
    ['the beginning of a word', 'negot*', ['dock', 'ferry']],
    ['the end of a word', '*our', ['ferry', 'storm']],
    ['the middle of a word', 'h*rb*r', ['ferry', 'storm']],
    ['everything', '*', ['chinese', 'dock', 'ferry', 'storm']],
    ['a word with a letter wrong', 'harbuor~2', ['ferry', 'storm']],
    ['both words', 'ferry harbour', ['ferry']],
    ['any of the words where none has all', 'storm crates', ['dock', 'storm']],
    ['the word that is required, whatever else is wished', '+storm ferry', ['storm']],
    ['two words that are required', '+ferry +wages', ['dock', 'ferry']],
    ['what does not have a word', 'harbour -storm', ['ferry']],
    ['what does not have a word anywhere', '-harbour', ['chinese', 'dock']],
    ['what does not have a label', 'ferry -topic:strike', ['dock']],
    ['a phrase', '"the harbour master"', ['storm']],
    ['no phrase in another order', '"master harbour"', []],
    ['no phrase across paragraphs', '"dawn klockner"', []],
    ['no phrase across labels', '"strike harbour wages"', []],
    ['a phrase with a possessive', '"dock workers negotiations"', ['dock']],
    ['a phrase in a field', 'title:"dockers agree"', ['dock']],
    ['what does not have a phrase', 'harbour -"harbour master"', ['ferry']],
    ['Chinese words', '柏林', ['chinese']],
    ['a sentence with words that only carry grammar', 'the wages of a docker', ['dock']],
    ['nothing for a word nobody wrote', 'zeppelin', []],
    ['nothing for nothing', '', []],
    ['the readable part of a query', 'storm titel:x', ['storm']],
    ['names of the language’s own objects', 'constructor __proto__ toString', []],
  ])('finds %s', (_, query, expected) => {
    expect(sorted(harbour, query)).toEqual(expected);
  });

  it('finds what begins with the last word while it is typed', () => {
    for (const query of ['ne', 'neg', 'negoti', 'negotia', 'negotiatio', 'negotiation']) {
      expect(sorted(harbour, query, true)).toContain('dock');
    }
    expect(sorted(harbour, 'negotiatio', false)).toEqual([]);
    expect(sorted(harbour, 'negotiatio ', true)).toEqual([]);
  });

  it('puts titles before texts, many before few, rare words before common ones, boosted words first', () => {
    const index = indexOf(
      document('in-text', 'There is word of a quarry in the north, it was said.'),
      document('in-title', 'Something else was said of the north.', { title: 'The quarry' }),
      document('twice', 'A quarry here and a quarry there in the north, it is said.'),
      document('north', 'The north is north of here.'),
    );
    expect(ids(index, 'quarry')).toEqual(['in-title', 'twice', 'in-text']);
    expect(ids(index, '+quarry word^50')[0]).toBe('in-text');
    const [best] = index.search('quarry').hits;
    expect(best?.score).toBeGreaterThan(0);
  });

  it('gives the same results and scores however the documents came in', () => {
    const documents = Array.from({ length: 150 }, (_, i) =>
      document(
        `d${i}`,
        `Report ${i} about the river ${i % 3 === 0 ? 'flood' : 'level'} ${'and its banks '.repeat(i % 5)}`,
      ),
    );
    const atOnce = indexOf(...documents);
    const oneByOne = new SearchIndex();
    for (const each of documents.toReversed()) {
      put(oneByOne, document(each.id, 'Something else before.'));
      oneByOne.search('river');
      put(oneByOne, each);
      oneByOne.search('river');
    }
    for (const query of ['flood', 'river banks', 'report 77', 'ban*']) {
      const expected = atOnce.search(query).hits;
      const actual = oneByOne.search(query).hits;
      expect(new Set(actual.map((hit) => hit.id))).toEqual(new Set(expected.map((hit) => hit.id)));
      const score = new Map(actual.map((hit) => [hit.id, hit.score]));
      for (const hit of expected) {
        const ratio = (score.get(hit.id) ?? 0) / hit.score;
        // Lengths are weighed against those of the segment, so scores differ a little, not in kind.
        expect(ratio).toBeGreaterThan(0.7);
        expect(ratio).toBeLessThan(1.4);
      }
    }
  });

  it('forgets what was replaced or removed', () => {
    const index = indexOf(document('a', 'An old lighthouse.'), document('b', 'Another lighthouse.'));
    index.search('lighthouse');
    put(index, document('a', 'A new bridge.'));
    expect(ids(index, 'lighthouse')).toEqual(['b']);
    expect(ids(index, 'bridge')).toEqual(['a']);
    index.remove(id('a'));
    expect(ids(index, 'bridge')).toEqual([]);
    expect(index.size).toBe(1);
  });

  it('takes new labels without the text', () => {
    const index = indexOf(document('a', 'A lighthouse.', { labels: { topics: ['coast'] } }));
    expect(ids(index, 'topic:coast lighthouse')).toEqual(['a']);
    put(index, document('a', 'A lighthouse.', { labels: { topics: ['shore'] } }));
    expect(ids(index, 'topic:coast')).toEqual([]);
    expect(ids(index, 'topic:shore lighthouse')).toEqual(['a']);
  });

  it('counts the places it found in title and text', () => {
    const places = (query: string) => harbour.search(query).places(id('storm'));
    expect(places('harbour')).toBe(2);
    expect(places('storm')).toBe(2);
    expect(places('title:storm')).toBe(1);
    expect(places('"harbour master"')).toBe(1);
    expect(places('the storm')).toBe(2);
    expect(places('topic:wages')).toBe(0);
  });

  it('marks in a text what was found', () => {
    const marks = (query: string, text: string) =>
      harbour
        .search(query, { typing: true })
        .finder.find(text, 'en')
        .map(({ start, end }) => text.slice(start, end));
    const text = 'The harbour’s ferry, and Klöckner’s negotiations.';
    expect(marks('harbour', text)).toEqual(['harbour’s']);
    expect(marks('negotiate klockner', text)).toEqual(['Klöckner’s', 'negotiations']);
    expect(marks('fer', text)).toEqual(['ferry']);
    expect(marks('the ferry', text)).toEqual(['ferry']);
    expect(marks('"ferry waited"', 'A ferry waited. A ferry left.')).toEqual(['ferry waited']);
    expect(marks('-ferry', text)).toEqual([]);
  });

  it('gives no more hits than asked for, the best', () => {
    expect(harbour.search('ferry', { limit: 1 }).hits).toEqual(harbour.search('ferry').hits.slice(0, 1));
  });

  const word = fc.constantFrom('red', 'green', 'blue', 'reds', 'grey', 'black');
  const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

  it('agrees with looking through every text', () => {
    fc.assert(
      fc.property(
        texts,
        fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
        word,
        (all, wanted, unwanted) => {
          const index = indexOf(...all.map((words, i) => document(`d${i}`, words.join(' '))));
          const has = (words: readonly string[], sought: string) =>
            words.some((each) => each.replace(/s$/, '') === sought.replace(/s$/, ''));
          const expected = all.flatMap((words, i) =>
            wanted.every((each) => has(words, each)) && !has(words, unwanted) ? [`d${i}`] : [],
          );
          const query = `${wanted.map((each) => `+${each}`).join(' ')} -${unwanted}`;
          expect(sorted(index, query)).toEqual(expected.sort());
        },
      ),
    );
  });

  it('answers any query', () => {
    const pieces = fc.constantFrom('+', '-', '~', '^', '*', ':', '"', ' ', '2', 'title', 'ferry', 'é', '和');
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(query, fc.boolean(), (text, typing) => {
        for (const hit of harbour.search(text, { typing }).hits)
          expect(Number.isFinite(hit.score)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

it('takes patterns of many stars in its stride', () => {
  const word = 'na'.repeat(40);
  const index = indexOf(document('long', `They sang ${word} all night.`));
  expect(ids(index, `${'n*'.repeat(30)}x`)).toEqual([]);
  expect(ids(index, `${'n*'.repeat(30)}a`)).toEqual(['long']);
});

it.each(['constructor', 'hasOwnProperty', 'toString', 'valueOf', '__proto__'])(
  'finds “%s” as any word, and only where it is',
  (word) => {
    const index = indexOf(document('with', `The ${word} was late.`), document('without', 'Nobody was late.'));
    expect(ids(index, word)).toEqual(['with']);
    expect(ids(index, `text:${word}`)).toEqual(['with']);
    expect(ids(index, `late -${word}`)).toEqual(['without']);
  },
);

it('keeps of a word what people write, so that two million letters without a space are one term', () => {
  const letters = 'x'.repeat(2_000_000);
  const index = indexOf(document('letters', `The harbour ${letters} reopened.`));
  expect(ids(index, 'reopened')).toEqual(['letters']);
  expect(ids(index, `${'x'.repeat(300)}`)).toEqual(['letters']);
  expect(JSON.stringify(index.search('harbour', {})).length).toBeLessThan(10_000);
});
