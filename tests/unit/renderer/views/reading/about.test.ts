import { describe, expect, it } from 'vitest';
import { aboutLine } from '../../../../../renderer/views/reading/about.ts';
import { article } from '../../state/reading-fake.ts';

describe('aboutLine', () => {
  it.each([
    [{}, 'No source or date in the file · 517 words'],
    [{ titleOrigin: 'made' }, 'No title, source or date · 517 words'],
    [{ source: 'Reuters' }, 'Reuters · No date · 517 words'],
    [
      { source: 'Reuters', byline: 'A. Writer', publishedAt: '2025-12-15' },
      'Reuters · A. Writer · 15 December 2025 · 517 words',
    ],
    [{ publishedAt: '2025-12-15T23:30:00-05:00' }, '15 December 2025 · No source · 517 words'],
    [{ credits: ['(reuters, tasr, pir)'] }, 'Credited in the file: reuters, tasr, pir · No date · 517 words'],
    [
      { titleOrigin: 'made', source: 'Reuters', publishedAt: '2025-12-15' },
      'Reuters · 15 December 2025 · No title · 517 words',
    ],
  ] as const)('of %j', (known, line) => {
    expect(aboutLine(article('a', [], { wordCount: 517, ...known }))).toBe(line);
  });

  it('leaves the date to what stands beside it', () => {
    expect(aboutLine(article('a', [], { wordCount: 517 }), true)).toBe('No source · 517 words');
    const stated = article('a', [], { wordCount: 517, source: 'Reuters', publishedAt: '2025-12-15' });
    expect(aboutLine(stated, true)).toBe('Reuters · 517 words');
  });

  it('parts thousands', () => {
    expect(aboutLine(article('a', [], { wordCount: 1004 }))).toMatch(/1,004 words$/);
  });
});
