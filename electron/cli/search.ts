import path from 'node:path';
import { LIMITS, type Hit } from '../api/index.ts';
import { createEngine } from '../engine/engine.ts';
import { printJson, UsageError, type Command } from './command.ts';
import { reportFailures, theFolder } from './paths.ts';

const DEFAULT_LIMIT = 50;

export const search: Command = {
  summary: 'Find articles of a folder.',
  usage: 'search DIR QUERY [--limit N] [--json]',
  details: [
    'QUERY       words; +must, -mustn’t, title:word, wor*, word~1, word^2 (after “--” if it begins with -)',
    `--limit N   at most so many articles (${DEFAULT_LIMIT} unless given, up to ${LIMITS.window})`,
  ],
  options: { limit: { type: 'string' } },
  async run([folder, ...words], values, terminal) {
    const directory = theFolder(folder === undefined ? [] : [folder]);
    const query = words.join(' ');
    if (query.trim() === '') throw new UsageError('Say what to look for.');
    const limit = limitOf(values['limit']);
    const engine = await createEngine({ library: directory });
    try {
      // Resolves when all files have been read.
      const { failures } = await engine.rescan();
      const { hits, problem } = await engine.browse({
        query,
        filters: { values: {}, match: 'all' },
        offset: 0,
        limit,
      });
      const found = hits.map((hit) => asFound(hit, directory));
      if (values['json']) printJson(terminal, { hits: found, failures, ...(problem && { problem }) });
      else
        for (const { path: file, title, snippet } of found)
          terminal.out(`${title}\n  ${file}\n  ${snippet}\n\n`);
      reportFailures(failures, terminal);
      if (problem) {
        const { suggestion } = problem;
        terminal.err(`synoptic: ${problem.message}${suggestion ? ` Perhaps: ${suggestion}` : ''}\n`);
      }
      return failures.length > 0 || problem ? 1 : 0;
    } finally {
      await engine.close();
    }
  },
};

function asFound({ article, score, snippet }: Hit, directory: string) {
  return {
    path: path.join(directory, ...article.path.split('/')),
    title: article.title,
    score,
    snippet: snippet.map(({ text }) => text).join(''),
  };
}

function limitOf(value: string | boolean | undefined): number {
  if (value === undefined) return DEFAULT_LIMIT;
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= LIMITS.window) return limit;
  throw new UsageError(`--limit takes a number from 1 to ${LIMITS.window}.`);
}
