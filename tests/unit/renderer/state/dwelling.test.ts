import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../../electron/api/index.ts';
import { Dwelling } from '../../../../renderer/state/dwelling.ts';

const A = 'aaaa' as ArticleId;
const B = 'bbbb' as ArticleId;

function dwelling() {
  const stayed: ArticleId[] = [];
  let timer: (() => void) | null = null;
  const at = new Dwelling(
    (id) => stayed.push(id),
    (_milliseconds, work) => {
      timer = work;
      return () => (timer = null);
    },
  );
  return { at, stayed, pass: () => timer?.() };
}

describe('Dwelling', () => {
  it('notes an article that the reader stays with, once', () => {
    const { at, stayed, pass } = dwelling();
    at.at(A);
    pass();
    at.at(A);
    expect(stayed).toEqual([A]);
  });

  it('notes nothing that is left before, or while nobody looks', () => {
    const { at, stayed, pass } = dwelling();
    at.at(A);
    at.at(B);
    at.at(null);
    pass();
    expect(stayed).toEqual([]);
  });

  it('leaves what the reader says of the article as it was said', () => {
    const { at, stayed, pass } = dwelling();
    at.at(A);
    at.settle(B);
    at.settle(A);
    pass();
    expect(stayed).toEqual([]);
  });
});
