import type { Article, ArticleId, Block, Sentence } from '../../api/index.ts';
import { detectLanguage, directionOf } from '../language/detect.ts';
import { countWords } from '../language/tokens.ts';
import { idsWithin } from './ids.ts';
import type { RawBlock, RawDocument } from './raw.ts';
import { segmentSentences } from './sentences.ts';
import { makeTitle } from './title.ts';

function sentencesOf(block: RawBlock, language: string): string[] {
  if (block.type === 'preformatted') return [block.text.replace(/^\s*\n|\s+$/g, '')];
  // A heading is one thing to read, whatever stops are in it.
  if (block.type === 'heading') return [block.text.replace(/\s+/g, ' ').trim()];
  return segmentSentences(block.text, language);
}

/** Detection of these is sure: English by its grammar words, the others by their script. */
const SURE = new Set(['en', 'ja', 'zh', 'ko', 'ar', 'fa', 'ur', 'he', 'el', 'th', 'hi', 'ka', 'hy']);

/** As much of the text's opening as language detection looks at. */
function openingOf(blocks: readonly RawBlock[]): string {
  let opening = '';
  for (const { text } of blocks) {
    opening += `${text.slice(0, 10_000)}\n`;
    if (opening.length > 10_000) break;
  }
  return opening;
}

function languageOf(raw: RawDocument): { language: string; direction: 'ltr' | 'rtl' } {
  const detected = detectLanguage(openingOf(raw.blocks));
  const stated = raw.language?.toLowerCase().split(/[-_]/)[0];
  if (!stated || !/^[a-z]{2,3}$/.test(stated) || stated === 'und') return detected;
  if (detected.language === 'und') return { language: stated, direction: directionOf(stated) };
  // Pages are often labelled with the language of their template ("en"): then the text is the better witness.
  // Between close relations (Norwegian and Danish) the label is.
  const overruled = stated === 'en' || SURE.has(detected.language);
  return { language: overruled ? detected.language : stated, direction: detected.direction };
}

/** Gives a raw document its ids, sentences, language, title and counts. Null where it has no text. */
export function assemble(
  raw: RawDocument,
  file: { id: ArticleId; path: string; contentHash: string },
): Article | null {
  const { language, direction } = languageOf(raw);
  const ids = idsWithin(file.id);
  const blocks: Block[] = [];
  let wordCount = 0;
  for (const rawBlock of raw.blocks) {
    const texts = sentencesOf(rawBlock, language).filter((text) => text.trim() !== '');
    if (texts.length === 0) continue;
    const id = ids.block(texts.join(' '));
    const sentences = texts.map((text): Sentence => {
      wordCount += countWords(text, language);
      return { id: ids.sentence(text), text };
    });
    blocks.push({
      id,
      type: rawBlock.type,
      ...(rawBlock.level === undefined ? {} : { level: rawBlock.level }),
      ...(rawBlock.marker === undefined ? {} : { marker: rawBlock.marker }),
      ...(rawBlock.role === undefined ? {} : { role: rawBlock.role }),
      sentences,
    });
  }
  const opening = blocks.find(({ type }) => type !== 'heading') ?? blocks[0];
  const openingText = opening?.sentences[0]?.text;
  if (openingText === undefined) return null;
  const stated = raw.title?.replace(/\s+/g, ' ').trim();
  return {
    id: file.id,
    path: file.path,
    title: stated ? stated : makeTitle(openingText, language),
    titleOrigin: stated ? raw.titleOrigin : 'made',
    source: raw.source,
    byline: raw.byline,
    publishedAt: raw.publishedAt,
    language,
    direction,
    blocks,
    boilerplate: raw.boilerplate,
    credits: raw.credits,
    wordCount,
    contentHash: file.contentHash,
  };
}
