import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../../electron/api/index.ts';
import { SketchSupply } from '../../../../electron/engine/derived/sketch-supply.ts';
import type { Library } from '../../../../electron/engine/library/library.ts';
import type { ArticleRecord } from '../../../../electron/engine/library/record.ts';
import type { WorkerPool } from '../../../../electron/engine/pool/pool.ts';

const COUNT = 1300;
const idOf = (number: number) => `a${number}` as ArticleId;
const records = Array.from({ length: COUNT }, (_, number) => ({ id: idOf(number) }) as ArticleRecord);
const sketchOf = (text: string) => new TextEncoder().encode(`sketch of ${text}`);

/** Every third article has its sketch kept, and every hundredth has no text any more. */
function supply({ broken = false } = {}) {
  const kept = new Map<ArticleId, Uint8Array>();
  for (let number = 0; number < COUNT; number += 3) kept.set(idOf(number), sketchOf(idOf(number)));
  const made: ArticleId[] = [];
  const library = {
    sketchOf: (id: ArticleId) => kept.get(id) ?? null,
    putSketch: (id: ArticleId, sketch: Uint8Array) => {
      made.push(id);
      kept.set(id, sketch);
    },
    bodyOf: (id: ArticleId) => (/00$/.test(id) ? null : id),
    article: () => Promise.reject(new Error('It cannot be read.')),
  };
  const pool = {
    size: 2,
    run: (_kind: string, input: readonly { body: string }[]) =>
      broken
        ? Promise.reject(new Error('out of memory'))
        : Promise.resolve(input.map(({ body }) => sketchOf(body))),
  };
  return {
    made,
    kept,
    supply: new SketchSupply(library as unknown as Library, pool as unknown as WorkerPool),
  };
}

const expected = records
  .map(({ id }, number) => ({ id, number }))
  .filter(({ id, number }) => number % 3 === 0 || !/00$/.test(id))
  .map(({ id }) => [id, `sketch of ${id}`]);
const told = ({ id, sketch }: { id: ArticleId; sketch: Uint8Array }) => [
  id,
  new TextDecoder().decode(sketch),
];

describe('the sketches of many articles', () => {
  it('come in order, those that are missing made and kept, without what has no text any more', async () => {
    const { supply: sketches, made, kept } = supply();
    expect((await sketches.all(records)).map(told)).toEqual(expected);
    expect(made).toHaveLength(expected.length - Math.ceil(COUNT / 3));
    expect(kept.get(idOf(1))).toEqual(sketchOf(idOf(1)));
  });

  it('lie together, apart from those that are kept', async () => {
    const { supply: sketches, kept } = supply();
    const all = await sketches.all(records);
    expect(new Set(all.map(({ sketch }) => sketch.buffer)).size).toBeLessThan(10);
    const memories = new Set([...kept.values()].map(({ buffer }) => buffer));
    expect(all.some(({ sketch }) => memories.has(sketch.buffer))).toBe(false);
  });

  it('come one by one, too', async () => {
    const { supply: sketches } = supply();
    const each: string[][] = [];
    for await (const sketched of sketches.each(records)) each.push(told(sketched));
    expect(each).toEqual(expected);
  });

  it('are those that are kept where no others can be made, and all of them cannot be had', async () => {
    const { supply: sketches } = supply({ broken: true });
    await expect(sketches.all(records)).rejects.toThrow('out of memory');
    let count = 0;
    for await (const { id } of sketches.each(records)) {
      expect(Number(id.slice(1)) % 3).toBe(0);
      count++;
    }
    expect(count).toBe(Math.ceil(COUNT / 3));
  });
});
