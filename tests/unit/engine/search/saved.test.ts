import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchIndex, type SegmentStore } from '../../../../electron/engine/search/search-index.ts';
import { document, id, put } from './documents.ts';

class MemoryStore implements SegmentStore {
  readonly blobs = new Map<string, Uint8Array>();
  /** Writes still to succeed. */
  left = Infinity;

  list(): string[] {
    return [...this.blobs.keys()];
  }

  load(name: string): Uint8Array | null {
    return this.blobs.get(name) ?? null;
  }

  save(name: string, bytes: Uint8Array): void {
    if (this.left-- <= 0) throw new Error('killed');
    this.blobs.set(name, bytes.slice());
  }

  remove(name: string): void {
    if (this.left-- <= 0) throw new Error('killed');
    this.blobs.delete(name);
  }
}

function restored(store: SegmentStore, version?: string): SearchIndex {
  const index = new SearchIndex(store, version);
  index.restore();
  return index;
}

function filled(store: SegmentStore, count: number): SearchIndex {
  const index = new SearchIndex(store);
  for (let i = 0; i < count; i++) put(index, document(`d${i}`, `Harbour report ${i}.`));
  return index;
}

const found = (index: SearchIndex, query: string) =>
  index
    .search(query)
    .hits.map((hit) => hit.id)
    .sort();

describe('a saved index', () => {
  it('is searched as before', () => {
    const store = new MemoryStore();
    const index = filled(store, 300);
    index.save();
    const again = restored(store);
    for (const query of ['harbour', 'report 77', '"harbour report" -7', '29*']) {
      expect(again.search(query).hits).toEqual(index.search(query).hits);
    }
    expect(again.has(id('d7'), 'Harbour report 7.')).toBe(true);
    expect(again.has(id('d7'), 'Another text.')).toBe(false);
  });

  it('knows what was replaced, renamed and removed', () => {
    const store = new MemoryStore();
    const index = filled(store, 20);
    index.save();
    put(index, document('d1', 'A lighthouse.'));
    index.rename(id('d2'), id('moved'));
    index.remove(id('d3'));
    index.save();
    const again = restored(store);
    expect(found(again, 'lighthouse')).toEqual(['d1']);
    expect(found(again, 'report 2')).toEqual(['moved']);
    expect(found(again, '"report 3"')).toEqual([]);
    expect(again.size).toBe(19);
    expect(again.has(id('d2'), 'Harbour report 2.')).toBe(false);
    expect(again.has(id('moved'), 'Harbour report 2.')).toBe(true);
  });

  it('writes nothing when nothing changed, and removes what was merged', () => {
    const store = new MemoryStore();
    const index = filled(store, 40);
    index.save();
    const before = new Map(store.blobs);
    index.save();
    expect([...store.blobs]).toEqual([...before]);
    for (let i = 0; i < 20; i++) {
      put(index, document(`one ${i}`, 'Ferry.'));
      index.save();
    }
    expect(store.blobs.size).toBeLessThan(2 * 12);
    expect(found(restored(store), 'ferry')).toHaveLength(20);
  });

  it('leaves out what is damaged or of another version, and only that', () => {
    const store = new MemoryStore();
    const index = filled(store, 10);
    index.save();
    put(index, document('new', 'A lighthouse.'));
    index.save();
    const names = [...store.blobs.keys()].filter((name) => name.endsWith('.postings'));
    const damaged = store.blobs.get(names[0] ?? '');
    if (damaged) damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1;
    store.blobs.set('something else', new Uint8Array(3));
    const again = restored(store);
    expect(found(again, '*')).toEqual(['new']);
    expect(again.has(id('d1'), 'Harbour report 1.')).toBe(false);
    expect(store.list()).toHaveLength(2);
    expect(restored(store, 'another').size).toBe(0);
    expect(store.list()).toEqual([]);
  });

  it('survives any byte', () => {
    const whole = new MemoryStore();
    filled(whole, 3).save();
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.nat(1), (at, bits, which) => {
        const store = new MemoryStore();
        [...whole.blobs].forEach(([name, bytes], i) => {
          const copy = bytes.slice();
          if (i === which) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ bits;
          store.blobs.set(name, copy);
        });
        expect(found(restored(store), 'harbour')).toEqual([]);
      }),
    );
  });

  it('loses nothing that was saved before when it is interrupted at any write', () => {
    for (let writes = 0; writes < 40; writes++) {
      const store = new MemoryStore();
      const index = filled(store, 12);
      index.save();
      store.left = writes;
      try {
        for (let i = 0; i < 12; i++) {
          put(index, document(`d${i}`, `Lighthouse ${i}.`));
          index.save();
        }
      } catch {
        // As if killed there.
      }
      store.left = Infinity;
      const again = restored(store);
      for (let i = 0; i < 12; i++) {
        const old = again.has(id(`d${i}`), `Harbour report ${i}.`);
        const fresh = again.has(id(`d${i}`), `Lighthouse ${i}.`);
        expect(old || fresh).toBe(true);
        expect(found(again, 'lighthouse').includes(id(`d${i}`))).toBe(fresh);
      }
    }
  });
});

it('finds the same before, while and after segments are merged, whatever changes meanwhile', () => {
  const index = new SearchIndex();
  for (let i = 0; i < 700; i++) {
    put(index, document(`d${i}`, `Report ${i % 9} of the harbour.`));
    if (i % 70 === 0) index.search('harbour');
  }
  const expected = index.search('report 4').hits;
  const tidying = index.tidy();
  let steps = 0;
  while (!tidying.next().done) {
    if (steps === 1) {
      index.remove(id('d4'));
      put(index, document('d13', 'A lighthouse.'));
      index.rename(id('d22'), id('moved'));
    }
    steps++;
    if (steps === 1) expect(index.search('report 4').hits).toEqual(expected);
    else {
      expect(found(index, 'report 4')).toHaveLength(expected.length - 2);
      expect(found(index, 'lighthouse')).toEqual(['d13']);
      expect(found(index, 'report 4')).toContain('moved');
    }
  }
  expect(steps).toBeGreaterThan(2);
  expect(found(index, 'report 4')).toHaveLength(expected.length - 2);
  expect(found(index, 'lighthouse')).toEqual(['d13']);
});

it('may be left in the middle of merging, and merges anew', () => {
  const index = new SearchIndex();
  for (let i = 0; i < 1100; i++) put(index, document(`d${i}`, `Report ${i}.`));
  const left = index.tidy();
  left.next();
  const tidying = index.tidy();
  while (!tidying.next().done) continue;
  expect(left.next().done).toBe(true);
  expect(found(index, 'report')).toHaveLength(1100);
});
