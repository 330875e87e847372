import { describe, expect, it } from 'vitest';
import { Columns } from '../../../../renderer/state/reading-columns.svelte.ts';
import { articleId } from './reading-fake.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(articleId);
const id = articleId;

function columns(width: number, all = ids): Columns {
  const made = new Columns(
    () => all,
    () => undefined,
  );
  made.fit(width, { least: 400, spine: 28, spines: false });
  return made;
}

describe('at first', () => {
  it.each([
    [900, 'abc', 'ab'],
    [1252, 'abc', 'abc'],
    [1000, 'abc', 'ab'],
    [2100, 'abcde', 'abcde'],
    [4000, 'abcdef', 'abcdef'],
    [300, 'abc', 'a'],
  ])('%i pixels hold these columns open, of which some fold', (width, open, unfolded) => {
    expect(columns(width).open.join('')).toBe(open);
    expect(columns(width).unfolded.join('')).toBe(unfolded);
  });

  it('closed columns stand as spines only where there is room for them', () => {
    const made = columns(1472, ids.slice(0, 5));
    expect(made.spines(true).join('')).toBe('de');
    expect(made.spines(false)).toEqual([]);
  });
});

describe('opening', () => {
  it('puts a column where its letter belongs', () => {
    const made = columns(2000);
    made.remove(id('b'));
    made.add(id('b'));
    expect(made.open.join('')).toBe('abcde');
  });

  it('puts it last where the reader ordered the columns', () => {
    const made = columns(1252);
    made.moveTo(id('c'), 0);
    made.add(id('d'));
    expect(made.open.join('')).toBe('cabd');
  });

  it('folds the column used longest ago where there is no room', () => {
    const made = columns(1252);
    made.use(id('b'));
    made.use(id('a'));
    made.add(id('d'));
    expect(made.unfolded.join('')).toBe('abd');
    expect(made.spines(false).join('')).toBe('c');
    expect(made.active).toBe(id('d'));
  });

  it('closes the one used longest ago beyond six', () => {
    const made = columns(4000);
    made.add(id('a'));
    made.add(id('g'));
    expect(made.open).toHaveLength(6);
    expect(made.open).toContain(id('g'));
    expect(made.open).toContain(id('a'));
  });

  it('passes over an article that is not of the set', () => {
    const made = columns(1252);
    made.add(id('z'));
    expect(made.open.join('')).toBe('abc');
  });
});

it('the last column stays open', () => {
  const made = columns(1252, ids.slice(0, 1));
  made.remove(id('a'));
  expect(made.open).toEqual([id('a')]);
});

describe('widths', () => {
  it('are equal until the line between two is moved, which leaves the others alone', () => {
    const made = columns(1252);
    made.resize(id('a'), id('b'), 0.1);
    expect(made.shareOf(id('a'))).toBeCloseTo(1 / 3 + 0.1);
    expect(made.shareOf(id('b'))).toBeCloseTo(1 / 3 - 0.1);
    expect(made.shareOf(id('c'))).toBeCloseTo(1 / 3);
    made.equalise();
    expect(made.shareOf(id('a'))).toBeCloseTo(1 / 3);
  });

  it('never shrink a column to nothing', () => {
    const made = columns(1252);
    made.resize(id('a'), id('b'), 1);
    expect(made.shareOf(id('b'))).toBeGreaterThan(0.1);
    made.resize(id('a'), id('b'), -1);
    expect(made.shareOf(id('a'))).toBeGreaterThan(0.1);
  });
});

it('moves a column among those that stand with their text, and stops at the ends', () => {
  const made = columns(1252);
  made.move(id('a'), 1);
  expect(made.unfolded.join('')).toBe('bac');
  made.move(id('c'), 1);
  made.move(id('b'), -1);
  expect(made.unfolded.join('')).toBe('bac');
});
