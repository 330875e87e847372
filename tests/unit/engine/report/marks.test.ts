import { describe, expect, it } from 'vitest';
import { marked } from '../../../../electron/engine/report/marks.ts';
import { sourcesOf } from '../../../../electron/engine/report/sources.ts';
import { accountOf, article, said } from './sample.ts';

const [a, b, c, d] = [article('a'), article('b'), article('c'), article('d')];
const sources = sourcesOf([a, b, c, d], [accountOf(a.id, c.id), accountOf(b.id), accountOf(d.id)], []);
const shown = (view: ReturnType<typeof marked>) =>
  view && [view.marks.map(({ source, kind }) => `${kind} ${source.letter}`), view.independent];

describe('the letters beside some words', () => {
  it('are the own one, independent reports, then those that tell an account already named', () => {
    expect(shown(marked(said('x', b), [said('', d), said('', c), said('', a)], sources))).toEqual([
      ['own B', 'reports A', 'reports D', 'rewrite C'],
      3,
    ]);
    expect(shown(marked(said('x', c), [said('', a)], sources))).toEqual([['own C', 'rewrite A'], 1]);
  });

  it('name each article once, and none that the brief does not have', () => {
    expect(shown(marked(said('x', b), [said('', b), said('', d), said('', d)], sources))).toEqual([
      ['own B', 'reports D'],
      2,
    ]);
    expect(marked(said('x', article('z')), [], sources)).toBeNull();
    expect(shown(marked(said('x', b), [said('', article('z'))], sources))).toEqual([['own B'], 1]);
  });
});

describe('the sources of a brief', () => {
  it('count articles that no account names by themselves, and leave out those it does not have', () => {
    const given = sourcesOf([a, b], [accountOf(article('z').id, b.id)], []);
    expect(given.accountCount).toBe(2);
    expect(given.list.map(({ letter, rewrites, accountSize }) => [letter, rewrites, accountSize])).toEqual([
      ['A', null, 1],
      ['B', null, 1],
    ]);
  });

  it('give the reason of an account once, with its second article', () => {
    expect(sources.list.map(({ reason }) => reason !== '')).toEqual([false, false, true, false]);
  });
});
