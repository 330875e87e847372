import type { Article, Block } from '../../api/index.ts';
import { escapeMarkdown as escape, fenced } from './escape.ts';
import {
  differencesPart,
  factsPart,
  onlyOnePart,
  quotationsPart,
  timelinePart,
} from './markdown-compared.ts';
import { notesPart } from './markdown-notes.ts';
import { articleHeading as heading, marks } from './markdown-parts.ts';
import { method } from './method.ts';
import type { BriefModel } from './model.ts';
import type { Source } from './sources.ts';
import { joined } from './text.ts';
import { introduction, NO_SENTENCE, sourceNote, summaryNote, support } from './wording.ts';

function summarySection(model: BriefModel): readonly string[] {
  if (!model.passages) return [];
  const items = model.passages.map((passage, index) => {
    const cited = [marks(passage.marks), support(model, passage)].filter(Boolean).join(' · ');
    return `${index + 1}. ${escape(passage.sentence.text)} ${cited}`;
  });
  return ['## Summary', `*${summaryNote(model)}*`, items.length ? items.join('\n') : NO_SENTENCE];
}

function sourceItem(source: Source): string {
  const title = escape(source.article.title);
  return `- **${source.letter}** ${source.article.titleOrigin === 'made' ? `*${title}*` : title}  \n  ${escape(sourceNote(source))}`;
}

function articleSummaries(model: BriefModel): readonly string[] {
  if (!model.input.parts.articleSummaries) return [];
  return [
    '## Article by article',
    ...model.sources.flatMap((source) => {
      const sentences = model.input.articleSummaries.get(source.article.id)?.sentences ?? [];
      const items = sentences.map(({ text }, index) => `${index + 1}. ${escape(text)}`);
      return [heading(source), items.length ? items.join('\n') : NO_SENTENCE];
    }),
  ];
}

function block(article: Article, { type, level = 1, marker, sentences }: Block, depth: number): string {
  if (type === 'preformatted') return fenced(sentences.map(({ text }) => text).join('\n'));
  const text = escape(joined(article, sentences));
  if (type === 'heading') return `${'#'.repeat(Math.min(6, level + 3))} ${text}`;
  if (type === 'quote') return `> ${text}`;
  // A published marker stays as text: renumbering would change what was published.
  if (type === 'list-item') return `${'  '.repeat(depth - 1)}- ${marker ? `${escape(marker)} ` : ''}${text}`;
  return text;
}

function body(article: Article): readonly string[] {
  // An item deeper than its predecessor allows would be read as code.
  let depth = 0;
  return article.blocks.map((part) => {
    depth = part.type === 'list-item' ? Math.min(part.level ?? 1, depth + 1) : 0;
    return block(article, part, depth);
  });
}

function fullText(model: BriefModel): readonly string[] {
  if (!model.input.parts.fullText) return [];
  return ['## Full text', ...model.sources.flatMap((source) => [heading(source), ...body(source.article)])];
}

export function briefMarkdown(model: BriefModel): string {
  const sections = [
    `# ${escape(model.title)}`,
    introduction(model),
    ...summarySection(model),
    ...onlyOnePart(model),
    '## Sources',
    model.sources.map(sourceItem).join('\n'),
    ...differencesPart(model),
    ...quotationsPart(model),
    ...timelinePart(model),
    ...factsPart(model),
    ...notesPart(model),
    ...articleSummaries(model),
    ...fullText(model),
    '## Method',
    ...method(model).map(escape),
  ];
  return `${sections.join('\n\n')}\n`;
}
