import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../../../electron/engine/search/dictionary.ts';
import { finish } from '../../../../electron/engine/search/merge.ts';
import { mergeDictionaries } from '../../../../electron/engine/search/merge-dictionaries.ts';

const strings = (dictionary: Dictionary) =>
  Array.from({ length: dictionary.size }, (_, number) => dictionary.at(number));
const byUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Words that often begin alike, so that many are the same and many nearly are. */
const word = fc.oneof(
  fc.stringMatching(/^(?:con|conv|e)?[a-c]{0,3}$/),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const list = fc.uniqueArray(word, { maxLength: 12 }).map((words) => words.sort(byUnits));

describe.each([
  ['a few dictionaries', 1, 6],
  ['many dictionaries', 33, 60],
] as const)('%s as one', (_name, minLength, maxLength) => {
  it('have every string that is wanted once, in order, under its number', () => {
    const lists = fc.array(fc.tuple(list, fc.boolean(), fc.infiniteStream(fc.boolean())), {
      minLength,
      maxLength,
    });
    fc.assert(
      fc.property(lists, (given) => {
        const sources = given.map(([words]) => Dictionary.of(words));
        const used = given.map(([words, all, wanted]) =>
          all ? null : Uint8Array.from(words, () => Number(wanted.next().value === true)),
        );
        const { dictionary, numbers } = finish(mergeDictionaries(sources, used));
        const isWanted = (d: number, i: number) => used[d]?.[i] !== 0;
        const wanted = given.flatMap(([words], d) => words.filter((_, i) => isWanted(d, i)));
        expect(strings(dictionary)).toEqual([...new Set(wanted)].sort(byUnits));
        given.forEach(([words], d) =>
          words.forEach((each, i) => {
            if (isWanted(d, i)) expect(dictionary.at(numbers[d]?.[i] ?? -1)).toBe(each);
          }),
        );
      }),
    );
  });
});
