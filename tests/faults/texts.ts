import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Random } from './random.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** Texts of the sample library and of the events that comparisons are measured on, as they lie there. */
export function sampleTexts(): string[] {
  return ['seeds', 'tests/quality/gold/ferry', 'tests/quality/gold/budget'].flatMap((folder) => {
    const names = readdirSync(path.join(ROOT, folder)).filter((name) => name.endsWith('.txt'));
    return names.sort().map((name) => readFileSync(path.join(ROOT, folder, name), 'utf8'));
  });
}

/** Paragraphs long enough to be prose. */
export function sampleParagraphs(): string[] {
  const paragraphs = sampleTexts().flatMap((text) => text.split(/\n\s*\n/));
  return paragraphs.map((each) => each.replace(/\s+/g, ' ').trim()).filter(({ length }) => length > 80);
}

const ENDINGS = ['.txt', '.txt', '.txt', '.md', '.html'] as const;

/** The files of a library by their paths: paragraphs of real articles put together anew, no two files the same. */
export function makeFiles(count: number, random: Random): Map<string, string> {
  const paragraphs = sampleParagraphs();
  const files = new Map<string, string>();
  for (let number = 0; number < count; number++) {
    const ending = random.pick(ENDINGS);
    const folder = random.pick(['', 'north/', 'south/', 'south/late/']);
    const body = random.some(paragraphs, random.between(2, 5));
    files.set(`${folder}article-${number}${ending}`, articleText(`Report number ${number}`, body, ending));
  }
  return files;
}

/** An article as a file of this ending has it. */
export function articleText(title: string, paragraphs: readonly string[], ending: string): string {
  if (ending === '.html') {
    const body = paragraphs.map((each) => `<p>${each.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>\n${body.join('\n')}\n</article></body></html>\n`;
  }
  return `${ending === '.md' ? '# ' : ''}${title}\n\n${paragraphs.join('\n\n')}\n`;
}
