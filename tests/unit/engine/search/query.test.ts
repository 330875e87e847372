import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, type Atom } from '../../../../electron/engine/search/query.ts';

/** An atom as a reader of the test would write it. */
function shown(atom: Atom): string {
  const sign = { plain: '', required: '+', prohibited: '-' }[atom.presence];
  const field = atom.field === null ? '' : `${atom.field}:`;
  const boost = atom.boost === 1 ? '' : `^${atom.boost}`;
  switch (atom.kind) {
    case 'phrase':
      return `${sign}${field}"${atom.forms.join(' ')}"${boost}`;
    case 'pattern':
      return `${sign}${field}${atom.pattern}${boost}`;
    case 'word':
      return `${sign}${field}${atom.form}${atom.editDistance ? `~${atom.editDistance}` : ''}${boost}`;
  }
}

const FIELDS = 'The fields are title, text, source, topic, person, place, date, tag and note.';

describe('parseQuery', () => {
  it.each([
    ['nato donbas', ['nato', 'donbas']],
    ['title:NATO', ['title:nato']],
    ['Title: nato', ['title:nato']],
    ['+nato -berlin talks', ['+nato', '-berlin', 'talks']],
    ['+title:nato', ['+title:nato']],
    ['zelen* *ation t*lks', ['zelen*', '*ation', 't*lks']],
    ['thier~1 talks~2^5 nato^3', ['thier~1', 'talks~2^5', 'nato^3']],
    ['"security guarantees"', ['"security guarantees"']],
    ['-“peace talks” title:"peace plan"^2', ['-"peace talks"', 'title:"peace plan"^2']],
    ['"nato"', ['nato']],
    ['Klöckner', ['klockner']],
    ['Ukraine’s', ['ukraine']],
    ['Ukrainian-American', ['ukrainian', 'american']],
    ['800,000', ['800000']],
    ['date:2025-12', ['date:2025-12']],
    ['U.S.', ['us']],
    ['10:30', ['10:30']],
    ['https://example.org', ['https', 'example', 'org']],
    ['a\\*b title\\:x', ['a', 'b', 'title', 'x']],
    ['乌克兰和平', ['乌克兰', '和平']],
    ['', []],
    ['  ,;.  ', []],
  ])('reads %s', (query, atoms) => {
    const parsed = parseQuery(query);
    expect(parsed.problem).toBeUndefined();
    expect(parsed.atoms.map(shown)).toEqual(atoms);
  });

  it.each([
    ['donbas titel:NATO', `There is no field “titel”. ${FIELDS}`, 'titel', 'donbas title:NATO', 'donbas'],
    ['people:merz', `There is no field “people”. ${FIELDS}`, 'people', 'person:merz', ''],
    ['constructor:x', `There is no field “constructor”. ${FIELDS}`, 'constructor', 'constructor x', ''],
    [
      'Breaking:talks held',
      `There is no field “Breaking”. ${FIELDS}`,
      'Breaking',
      'Breaking talks held',
      'held',
    ],
    [
      'nato "security guar',
      'The quotation mark is not closed.',
      '"security guar',
      'nato "security guar"',
      'nato security guar',
    ],
    ['nato +', '“+” needs a word straight after it.', '+', 'nato', 'nato'],
    ['+ nato', '“+” needs a word straight after it.', '+', '+nato', 'nato'],
    ['peace - talks', '“-” needs a word straight after it.', '-', 'peace talks', 'peace talks'],
    ['title:', '“title:” needs a word after it.', 'title:', undefined, ''],
    ['nato title:', '“title:” needs a word after it.', 'title:', 'nato', 'nato'],
    ['nato ""', 'There is nothing between the quotation marks.', '""', 'nato', 'nato'],
    ['~x', '“~” goes after a word and before a number: “talks~2”.', '~x', 'x~1', ''],
    ['^', '“^” goes after a word and before a number: “talks^2”.', '^', undefined, ''],
    ['nato~ x', 'After “~” comes how many letters may differ, 1 or 2: “talks~1”.', '~', 'nato~1 x', 'nato x'],
    ['nato~9', 'After “~” comes how many letters may differ, 1 or 2: “talks~1”.', '~9', 'nato~2', 'nato'],
    ['nato^x', 'After “^” comes how much more a word counts, 1 to 100: “talks^2”.', '^x', 'nato^2', 'nato'],
    ['titel:x sorce:y', `There is no field “titel”. ${FIELDS}`, 'titel', 'title:x source:y', ''],
  ])('says what is wrong with %s', (query, message, at, suggestion, used) => {
    const { problem } = parseQuery(query);
    expect(problem?.message).toBe(message);
    expect(query.slice(problem?.start, problem?.end)).toBe(at);
    expect(problem?.suggestion).toBe(suggestion);
    expect(problem?.used).toBe(used);
  });

  it('takes the last word as open only while it is typed and nothing follows it', () => {
    const open = (query: string, typing: boolean) =>
      parseQuery(query, typing).atoms.map((atom) => atom.kind === 'word' && atom.open);
    expect(open('peace tal', true)).toEqual([false, true]);
    expect(open('peace tal ', true)).toEqual([false, false]);
    expect(open('peace tal', false)).toEqual([false, false]);
    expect(open('tal~1', true)).toEqual([false]);
  });

  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '+',
          '-',
          '~',
          '^',
          '*',
          ':',
          '"',
          '“',
          '\\',
          ' ',
          '1',
          'title',
          'x',
          'é',
          '和',
          '\u0000',
        ),
        {
          maxLength: 15,
        },
      )
      .map((pieces) => pieces.join('')),
  );

  it('reads any text without throwing, and points at a part of it', () => {
    fc.assert(
      fc.property(typed, fc.boolean(), (query, typing) => {
        const { problem } = parseQuery(query, typing);
        if (!problem) return;
        expect(problem.start).toBeGreaterThanOrEqual(0);
        expect(problem.end).toBeGreaterThan(problem.start);
        expect(problem.end).toBeLessThanOrEqual(query.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('only suggests what it can read, and uses what it can read', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const { atoms, problem } = parseQuery(query);
        if (!problem) return;
        if (problem.suggestion !== undefined) {
          expect(problem.suggestion).not.toBe('');
          expect(parseQuery(problem.suggestion).problem).toBeUndefined();
        }
        expect(problem.used === '').toBe(atoms.length === 0);
      }),
      { numRuns: 2000 },
    );
  });
});
