import { expect, it } from 'vitest';
import { Memory, PREFERENCES, type SetMemory } from '../../../../renderer/state/reading-memory.ts';
import { articleId, fakeStorage, sentenceId } from './reading-fake.ts';

const left: SetMemory = {
  open: [articleId('b'), articleId('a')],
  weights: { a: 1.5 },
  places: { a: { sentenceId: sentenceId('a', 3), offset: 42.5 } },
  selection: { articleId: articleId('a'), sentenceId: sentenceId('a', 3) },
  panel: 'timeline',
  letters: { a: 1, b: 0 },
};

it('gives back what was left, by set', () => {
  const storage = fakeStorage();
  new Memory(storage).remember('story', left);
  const memory = new Memory(storage);
  expect(memory.of('story')).toEqual(left);
  expect(memory.of('another')).toBeNull();
});

it('keeps preferences beside the sets', () => {
  const storage = fakeStorage();
  const memory = new Memory(storage);
  memory.remember('story', left);
  memory.prefer({ ...PREFERENCES, lines: false });
  expect(new Memory(storage).preferences.lines).toBe(false);
  expect(new Memory(storage).of('story')).toEqual(left);
});

it('forgets the sets longest unseen', () => {
  const memory = new Memory(fakeStorage());
  for (let index = 0; index < 60; index += 1) memory.remember(`set ${index}`, left);
  expect(memory.of('set 0')).toBeNull();
  expect(memory.of('set 59')).not.toBeNull();
});

it.each(['', 'not json', '[]', '{"sets":[["story",{"open":7}]]}', 'null'])(
  'starts afresh from %j',
  (text) => {
    const memory = new Memory({ getItem: () => text, setItem: () => undefined });
    expect(memory.preferences).toEqual(PREFERENCES);
    expect(memory.of('story')).toBeNull();
  },
);

it('bears a storage that refuses', () => {
  const refuse = () => {
    throw new Error('full');
  };
  const memory = new Memory({ getItem: refuse, setItem: refuse });
  memory.remember('story', left);
  expect(memory.of('story')).toEqual(left);
});
