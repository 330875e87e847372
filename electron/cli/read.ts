import type { Article, Block } from '../api/index.ts';
import { printJson, type Command } from './command.ts';
import { readGiven } from './paths.ts';

export const read: Command = {
  summary: 'Show files as the articles that Synoptic reads in them.',
  usage: 'read PATH… [--json]',
  details: [],
  options: {},
  async run(positionals, values, terminal) {
    const { articles, failures } = await readGiven(positionals, terminal);
    if (values['json']) printJson(terminal, { articles, failures });
    else terminal.out(articles.map(asText).join('\n\n'));
    return failures.length > 0 ? 1 : 0;
  },
};

function asText(article: Article): string {
  const about = [article.source, article.byline, article.publishedAt, article.language, article.path];
  const aside = article.boilerplate.map(({ text, reason }) => `  [${reason}] ${text}\n`);
  return (
    `${article.title}\n${about.filter(Boolean).join(' · ')}\n\n` +
    article.blocks.map(blockText).join('') +
    (aside.length > 0 ? `Kept aside:\n${aside.join('')}` : '')
  );
}

function blockText(block: Block): string {
  const text = block.sentences.map((sentence) => sentence.text).join(' ');
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level ?? 1)} ${text}\n\n`;
    case 'list-item':
      return `${'  '.repeat((block.level ?? 1) - 1)}${block.marker ?? '–'} ${text}\n\n`;
    case 'quote':
      return `> ${text}\n\n`;
    default:
      return `${text}\n\n`;
  }
}
