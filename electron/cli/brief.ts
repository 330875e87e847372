import type { Article, BriefFormat, Paper, Summary } from '../api/index.ts';
import { analysisOf } from '../engine/derived.ts';
import { StoryReader } from '../engine/story-reader.ts';
import { findTopics } from '../engine/topics/find-topics.ts';
import { budgetOf } from './budget.ts';
import { printJson, UsageError, type Command, type Values } from './command.ts';
import { readGiven } from './paths.ts';
import { writeOutput } from './write.ts';

const EVERY_PART = {
  summary: true,
  onlyOne: true,
  differences: true,
  quotations: true,
  timeline: true,
  facts: true,
  articleSummaries: true,
};

export const brief: Command = {
  summary: 'Summarise files as accounts of one story, word for word.',
  usage:
    'brief PATH… [--words N | --sentences N | --ratio R] [--pdf FILE] [--markdown FILE] [--html FILE] ' +
    '[--paper A4|Letter] [--full-text] [--json]',
  details: [
    '--words N        at most so many words (100 unless given)',
    '--sentences N    at most so many sentences',
    '--ratio R        at most this share of the words, such as 0.1',
    '--pdf FILE       write the brief as PDF (needs Chromium, Google Chrome or Microsoft Edge)',
    '--markdown FILE  write the brief as Markdown',
    '--html FILE      write the brief as one HTML file',
    '--paper SIZE     A4 (unless given) or Letter',
    '--full-text      put the articles into the brief',
  ],
  options: {
    words: { type: 'string' },
    sentences: { type: 'string' },
    ratio: { type: 'string' },
    pdf: { type: 'string' },
    markdown: { type: 'string' },
    html: { type: 'string' },
    paper: { type: 'string' },
    'full-text': { type: 'boolean' },
  },
  async run(positionals, values, terminal) {
    const budget = budgetOf(values);
    const paper = paperOf(values);
    const { articles, failures } = await readGiven(positionals, terminal);
    const reader = new StoryReader();
    const empty = articles.length === 0;
    const summary: Summary = empty
      ? { sentences: [], words: 0, onlyOne: [] }
      : reader.summarise(articles, budget);
    if (values['json']) {
      const topics = empty ? [] : findTopics(articles.map(analysisOf)).topics;
      printJson(terminal, {
        articles: articles.map(({ id, path, title }) => ({ id, path, title })),
        summary,
        topics: topics.map(({ label, articleIds }) => ({ label, articleIds })),
        failures,
      });
    } else {
      terminal.out(asText(summary, articles));
    }
    if (!empty) {
      const parts = { ...EVERY_PART, fullText: values['full-text'] === true };
      const articleIds = articles.map(({ id }) => id);
      const compose = async (format: BriefFormat) =>
        (await reader.brief(articles, { articleIds, budget, parts, paper, format }, new Date().toISOString()))
          .content;
      await writeFiles(values, paper, compose);
    }
    return failures.length > 0 ? 1 : 0;
  },
};

async function writeFiles(values: Values, paper: Paper, compose: (format: BriefFormat) => Promise<string>) {
  const { markdown, html, pdf } = values;
  if (typeof markdown === 'string') await writeOutput(markdown, await compose('markdown'));
  if (typeof html === 'string') await writeOutput(html, await compose('html'));
  if (typeof pdf === 'string') {
    const { printPdf } = await import('../browser/print.ts');
    await writeOutput(pdf, await printPdf(await compose('html'), paper));
  }
}

function paperOf({ paper = 'A4' }: Values): Paper {
  if (paper === 'A4' || paper === 'Letter') return paper;
  throw new UsageError('--paper takes A4 or Letter.');
}

/** Each sentence with the numbers of the articles that report it, the one it is taken from first. */
function asText({ sentences }: Summary, articles: readonly Article[]): string {
  const numbers = new Map(articles.map(({ id }, index) => [id, index + 1]));
  const lines = sentences.map(({ text, articleId, supportedBy }) => {
    const cited = [articleId, ...supportedBy.map((citation) => citation.articleId)];
    return `${text} [${cited.map((id) => numbers.get(id)).join(', ')}]\n`;
  });
  const sources = articles.map(({ title, path }, index) => `[${index + 1}] ${title} (${path})\n`);
  return `${lines.join('')}\n${sources.join('')}`;
}
