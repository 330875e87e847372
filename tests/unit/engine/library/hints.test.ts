import { describe, expect, it } from 'vitest';
import { Hints } from '../../../../electron/engine/library/hints.ts';

function many(hints: Hints, count: number): string[] {
  const paths = Array.from({ length: count }, (_, i) => `folder-${i}`);
  for (const path of paths) hints.add(path, 0);
  return paths;
}

describe('hints', () => {
  it('are given when their time has come, each once', () => {
    const hints = new Hints();
    hints.add('late.txt', 20);
    hints.add('early.txt', 10);
    hints.add('early.txt', 30);
    expect(hints.take(15)).toEqual(['early.txt']);
    expect(hints.next()).toBe(20);
    expect(hints.take(25)).toEqual(['late.txt']);
    expect(hints.size).toBe(0);
  });

  it('become a look at the whole folder where they are many', () => {
    const hints = new Hints();
    many(hints, 60);
    expect(hints.take(1)).toEqual(['']);
    expect(hints.size).toBe(0);
  });

  it('are taken some at a time, and none is lost, while the whole folder was just looked at', () => {
    const hints = new Hints();
    hints.spare(1000);
    const paths = many(hints, 120);
    const taken: string[] = [];
    while (hints.size > 0) taken.push(...hints.take(5));
    expect(taken.sort()).toEqual(paths.sort());
  });
});
