import { describe, expect, it } from 'vitest';
import {
  decodeSketch,
  decodeStoryPart,
  encodeSketch,
  sketchAnalysis,
  sketchOf,
} from '../../../../electron/engine/derived/sketch.ts';
import { article, analysed } from '../articles.ts';
import { analysedSeeds } from '../seeds.ts';

const seeds = await analysedSeeds();

describe('the sketch of an article', () => {
  it('is what topics, names and stories are found from, when it has been read again', () => {
    for (const seed of seeds) {
      const sketch = sketchAnalysis(seed);
      expect(sketch.phrases.length).toBeGreaterThan(20);
      expect(sketch.names.uses.length).toBeGreaterThan(5);
      expect(decodeSketch(encodeSketch(sketch))).toEqual(sketch);
    }
  });

  it('keeps how names are used and what acronyms stand for', () => {
    const text =
      'The Tariff Board Office (TBO) met in Karsholm. Mr. Anton Brekke of the TBO spoke in Karsholm.';
    const { names } = decodeSketch(encodeSketch(sketchAnalysis(analysed('a', [text]))));
    expect(names.explained).toContainEqual(['TBO', 'Tariff Board Office']);
    expect(names.uses).toContainEqual(expect.objectContaining({ text: 'Karsholm', located: true, count: 2 }));
    expect(names.uses).toContainEqual(
      expect.objectContaining({ text: 'Anton Brekke', kind: 'person', certain: true }),
    );
  });

  it('keeps that a title was made of the opening words', () => {
    const made = sketchAnalysis(analysed('a', ['The ferry sank.'], { title: 'The ferry sank.' }));
    expect(decodeStoryPart(encodeSketch(made)).opening).toEqual(made.opening);
    expect(made.opening.made).toBe(true);
  });

  it.each([
    ['without text', []],
    ['with a recap only', [{ role: 'recap' as const, sentences: ['The ferry sank.'] }]],
    ['in another script', ['渡し船が沈没した。', '—']],
  ])('is there for an article %s', (_what, blocks) => {
    const sketch = sketchAnalysis(analysed('a', blocks, { language: blocks.length > 1 ? 'ja' : 'en' }));
    expect(decodeSketch(encodeSketch(sketch))).toEqual(sketch);
  });

  it('is no larger than the text of the article', () => {
    const text = seeds[0]?.sentences.map((sentence) => sentence.text).join(' ') ?? '';
    expect(seeds[0] && encodeSketch(sketchAnalysis(seeds[0])).length).toBeLessThan(text.length);
  });

  it('is the same each time', () => {
    const each = article('a', ['Herring prices in Karsholm doubled within a week, traders said on Friday.']);
    expect(sketchOf(each)).toEqual(sketchOf(each));
  });

  it('is refused when it is cut off or of another version', () => {
    const bytes = sketchOf(article('a', ['The ferry sank off Karsholm.']));
    expect(() => decodeSketch(bytes.subarray(0, bytes.length - 3))).toThrow();
    expect(() => decodeSketch(new Uint8Array())).toThrow();
  });
});
