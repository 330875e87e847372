import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findNames } from '../../../../electron/engine/language/names.ts';
import { tokenise } from '../../../../electron/engine/language/tokens.ts';
import { analysed } from '../articles.ts';

/** "p Volodymyr Zelensky": the first letter of the kind, then the name. */
const named = (text: string) =>
  findNames(text, tokenise(text)).map((name) => `${name.kind.slice(0, 1)} ${name.text}`);
const titled = (text: string) =>
  findNames(text, tokenise(text))
    .filter((name) => name.kind === 'person')
    .map((name) => [name.title ?? '', name.text]);

describe('findNames', () => {
  it.each([
    ['The talks were led by President Volodymyr Zelensky.', 'President', 'Volodymyr Zelensky'],
    ['He met Ukrainian President Volodymyr Zelensky in May.', 'Ukrainian President', 'Volodymyr Zelensky'],
    ['It was German Chancellor Friedrich Merz who called.', 'German Chancellor', 'Friedrich Merz'],
    ['The meeting included General Alexus Grynkewich.', 'General', 'Alexus Grynkewich'],
    ['Then Mr. Braley spoke.', 'Mr.', 'Braley'],
    ['Then Mrs Brown spoke.', 'Mrs', 'Brown'],
    ['A letter from Sen. Kirsten Gillibrand arrived.', 'Sen.', 'Kirsten Gillibrand'],
    ['It angered House Speaker Nancy Pelosi.', 'House Speaker', 'Nancy Pelosi'],
    ['It angered Bundestag Speaker Julia Klöckner.', 'Bundestag Speaker', 'Julia Klöckner'],
    ['It angered Attorney General William Barr.', 'Attorney General', 'William Barr'],
    ['It angered Deputy Attorney General Rod Rosenstein.', 'Deputy Attorney General', 'Rod Rosenstein'],
    ['She wrote to Secretary of State Hillary Clinton.', 'Secretary of State', 'Hillary Clinton'],
    ['She wrote to Vice President Mike Pence.', 'Vice President', 'Mike Pence'],
    ['She wrote to FBI Director James Comey.', 'FBI Director', 'James Comey'],
    [
      'So said European Commission President Ursula von der Leyen.',
      'European Commission President',
      'Ursula von der Leyen',
    ],
    ['Congressman Michael Grimm asserts his innocence.', 'Congressman', 'Michael Grimm'],
  ])('takes the title off the name in “%s”', (text, title, name) => {
    expect(titled(text)).toEqual([[title, name]]);
  });

  it.each([
    // Persons: particles, hyphens, initials, accents, given names that are common words elsewhere.
    ['They greeted Frank-Walter Steinmeier warmly.', ['p Frank-Walter Steinmeier']],
    ['They greeted Ursula von der Leyen warmly.', ['p Ursula von der Leyen']],
    ['They greeted Charles de Gaulle warmly.', ['p Charles de Gaulle']],
    ['They greeted Linda T. Sánchez warmly.', ['p Linda T. Sánchez']],
    ['They greeted Beto O’Rourke warmly.', ['p Beto O’Rourke']],
    ['They greeted Kim Jong-un warmly.', ['p Kim Jong-un']],
    ['They greeted Gordon Brown warmly.', ['p Gordon Brown']],
    ['It was Theresa May who resigned.', ['p Theresa May']],
    ['A spokesman for Donald Trump Jr. declined.', ['p Donald Trump Jr']],
    ['The singer Dua Lipa performed.', ['p Dua Lipa']],
    ['The adviser Dmytro Lytvyn agreed.', ['p Dmytro Lytvyn']],
    ['They saw Pope Francis there.', ['p Pope Francis']],
    ['They saw King Charles there.', ['p King Charles']],
    ['Steve Witkoff and Jared Kushner came.', ['p Steve Witkoff', 'p Jared Kushner']],
    // Possessives.
    ['It was Ukraine’s Rustem Umerov who spoke.', ['p Ukraine', 'p Rustem Umerov']],
    ["It was Trump's decision.", ['o Trump']],
    ['They cited NATO’s Article 5 again.', ['o NATO', 'o Article 5']],
    // Places.
    ['They met in New York and Rio de Janeiro.', ['p New York', 'p Rio de Janeiro']],
    ['They met in The Hague on Tuesday.', ['p The Hague']],
    ['They met in St. Petersburg again.', ['p St. Petersburg']],
    ['They met near Lake Geneva again.', ['p Lake Geneva']],
    ['They met in South Korea again.', ['p South Korea']],
    ['They sailed the Gulf of Mexico again.', ['p Gulf of Mexico']],
    ['They landed at Heathrow Airport again.', ['p Heathrow Airport']],
    ['Berlin became the centre of attention.', ['p Berlin']],
    ['The U.S. and the UK agreed.', ['p U.S.', 'p UK']],
    // Organisations.
    ['It joined NATO and the EU.', ['o NATO', 'o EU']],
    ['It joined the European Union.', ['o European Union']],
    ['It sued the Bank of England.', ['o Bank of England']],
    ['It sued the Department of Justice.', ['o Department of Justice']],
    ['It sued the Justice Department.', ['o Justice Department']],
    ['It sued the Republican National Committee.', ['o Republican National Committee']],
    ['It sued the National Security and Defense Council.', ['o National Security and Defense Council']],
    ['It sued the White House.', ['o White House']],
    ['It sued The New York Times.', ['o New York Times']],
    ['It praised the Coalition of the Willing.', ['o Coalition of the Willing']],
    ['It praised the F.B.I. again.', ['o F.B.I.']],
    ['It praised the raid on Al Qaeda again.', ['o Al Qaeda']],
    // Offices alone, demonyms, days and months, common words with a capital are no names.
    ['The Prime Minister and the President met.', []],
    ['The Americans and a Ukrainian met.', []],
    ['The German-Ukrainian talks went on.', []],
    ['A US-led and European-style force was named.', []],
    ['They met on Monday, in March and at Christmas.', []],
    ['However, that was all.', []],
    ['Negotiations will continue.', []],
    ['Speaking of peace, he left.', []],
    ['“Security matters,” she said. “Every detail counts.”', []],
    ['I said that I’m ready.', []],
    ['UPDATE: The strike goes on.', []],
    ['Mr. Speaker rose.', []],
    // Offices with an organisation inside.
    ['She is President of the European Commission.', ['o European Commission']],
    ['He is NATO Supreme Allied Commander Europe, the General said.', ['o NATO']],
    ['According to Reuters, it ended.', ['o Reuters']],
    ['After Hurricane Sandy, it ended.', ['o Hurricane Sandy']],
  ])('finds the names of “%s”', (text, wanted) => {
    expect(named(text)).toEqual(wanted);
  });

  it('marks a place and a person by their own kinds', () => {
    const text = 'It was Florida Governor Ron DeSantis who spoke.';
    expect(findNames(text, tokenise(text)).map(({ kind, text: name }) => [kind, name])).toEqual([
      ['place', 'Florida'],
      ['person', 'Ron DeSantis'],
    ]);
  });

  it('gives the characters of the text, in order and without overlap', () => {
    const words = [
      'President',
      'Zelensky',
      'said',
      'of',
      'the',
      'New',
      'York',
      'NATO’s',
      'von',
      'Bank',
      'U.S.',
      'May',
      'and',
      ',',
      '“',
      '.',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }), (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const name of findNames(text, tokenise(text))) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(name.start, name.end)).toBe(name.text);
          end = name.end;
        }
      }),
    );
  });

  it.each([
    ['de', 'Die Regierung will den Haushalt kürzen, sagte Olaf Scholz in Berlin.', ['Olaf Scholz', 'Berlin']],
    ['fr', 'Le président a rencontré Emmanuel Macron à Paris.', ['Emmanuel Macron', 'Paris']],
    ['ar', 'اجتمع الرئيس في المدينة', []],
    ['ja', '首相は東京で会談した。', []],
  ])('finds in %s what capitals and lists tell', (language, text, wanted) => {
    const names = analysed('a', [text], { language }).sentences.flatMap((sentence) => sentence.names);
    expect(names.map((name) => name.text)).toEqual(wanted);
  });
});

describe('names in an article', () => {
  it('takes the word that opens a sentence for a name where the article uses it as one', () => {
    const { sentences } = analysed('a', [
      'Clay won. Everybody cheered for Clay.',
      'Clay is a soft material, clay experts say.',
    ]);
    expect(sentences[0]?.names.map(({ text }) => text)).toContain('Clay');
    const other = analysed('b', ['Clay is soft.', 'They dug up clay.']);
    expect(other.sentences.flatMap(({ names }) => names)).toEqual([]);
  });

  it('takes only words that the text knows as names from a headline', () => {
    const { sentences } = analysed('a', [
      { type: 'heading', sentences: ['NATO Membership Sparks Fierce Debate'] },
      'The debate about NATO membership went on.',
    ]);
    expect(sentences[0]?.names.map(({ text }) => text)).toEqual(['NATO']);
  });
});
