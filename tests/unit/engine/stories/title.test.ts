import { describe, expect, it } from 'vitest';
import { storyTitle } from '../../../../electron/engine/stories/title.ts';
import { analysed } from '../articles.ts';
import { analysedSeeds } from '../seeds.ts';

const titled = (title: string, text: string) => analysed(title, [text], { title, titleOrigin: 'heading' });

describe('storyTitle', () => {
  it('names what the sample library is about, and where', async () => {
    expect(storyTitle(await analysedSeeds())).toBe('Peace negotiations in Berlin');
  });

  it('is the title of a single article', () => {
    expect(storyTitle([titled('River floods old town.', 'It rained.')])).toBe('River floods old town.');
  });

  it('is the title that shares most with the other accounts where they share no phrase', () => {
    const articles = [
      titled('A day to forget', 'Nurses at nine hospitals walked out over staffing.'),
      titled('Nurses walk out of nine hospitals', 'Nurses went on strike over staffing.'),
      titled('Minister speaks', 'The minister offered the nurses of nine hospitals talks.'),
    ];
    expect(storyTitle(articles)).toBe('Nurses walk out of nine hospitals');
  });

  it('cuts a long title at a pause, and drops the outlet behind a bar', () => {
    const long =
      'Nurses walk out of nine hospitals over staffing at night: what patients need to know about operations that were put off';
    const text = 'Nurses walked out of nine hospitals over staffing at night.';
    expect(storyTitle([titled(long, text), titled('Other', text)])).toBe(
      'Nurses walk out of nine hospitals over staffing at night',
    );
    const short = 'Nurses walk out of nine hospitals | The Daily Example';
    expect(storyTitle([titled(short, text), titled('Other', text)])).toBe(
      'Nurses walk out of nine hospitals',
    );
  });

  it('uses words of the accounts only', async () => {
    const seeds = await analysedSeeds();
    const words = new Set(
      seeds
        .flatMap(({ title, sentences }) => [title, ...sentences.map(({ text }) => text)])
        .join(' ')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    );
    for (const word of storyTitle(seeds).toLowerCase().split(' ')) expect(words).toContain(word);
  });

  it('is empty for no articles', () => {
    expect(storyTitle([])).toBe('');
  });
});
